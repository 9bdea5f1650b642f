import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { LiveDocument } from '../../app/features/documents/live/live-document.ts'
import { savedWords } from '../../app/features/documents/live/status-words.ts'
import type { Database } from '../../db/database.ts'
import { scratchDatabase } from '../contracts/scratch.ts'
import { givenHarbour, type Harbour, type Tab, until } from './harbour.ts'
import { givenLossyLine, isEdit, type LossyLine } from './lossy-line.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
let line: LossyLine
let live: LiveDocument
let other: Tab
const disk = { isFull: false }

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())
beforeEach(async () => {
	const db: Database = {
		...scratch.db,
		get read() {
			return scratch.db.read
		},
		async write(work) {
			if (disk.isFull) throw new Error('SQLITE_FULL: database or disk is full')
			return await scratch.db.write(work)
		},
	}
	harbour = await givenHarbour(db)
	line = await givenLossyLine(harbour.url)
	const cookie = harbour.cookies.citizen
	class Socket extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie } })
		}
	}
	vi.stubGlobal('WebSocket', Socket)
	vi.stubGlobal('window', { location: { protocol: 'http:', host: new URL(line.url).host } })
	const { memberId, name, voice } = harbour.citizen
	const documentId = harbour.document.id
	live = new LiveDocument({ documentId, generation: 1, memberId, name, voice, mayKeep: false, mayWrite: true })
	await until(() => live.now().arrived)
	other = await harbour.connect('commissioner', { ack: true }).synced()
	disk.isFull = true
	other.type('Theirs.')
	await until(() => live.now().serverCannotSave, 'told of the trouble')
})
afterEach(async () => {
	disk.isFull = false
	live.destroy()
	line.close()
	await harbour.close()
	vi.unstubAllGlobals()
})

test('whoever was told of trouble in storing what others wrote hears that it is over, and a frame lost after it is found', async () => {
	disk.isFull = false
	await other.stored()
	await until(() => !live.now().serverCannotSave, 'told that it is over')
	line.loseNext(isEdit)
	live.doc.getText('good-life').insert(0, 'Mine. ')
	await until(() => /^Saved at/.test(savedWords(live.now())), 'saved')
	await until(() => other.text.toString().includes('Mine. '))
	expect(line.lost).toBe(1)
})

test('a line that opens knows of no trouble until it is told', async () => {
	live.provider.disconnect()
	live.provider.connect()
	await until(() => live.now().connected)
	expect(live.now().serverCannotSave).toBe(false)
})
