import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { scratchDatabase } from '../contracts/scratch.ts'
import { givenDocument, givenHarbour, readState, type Tab, until } from './harbour.ts'

/** How long the file stays locked when everything that is to be seen then was seen. More by environment. */
const lockedMs = Number(process.env.LIVE_LOCKED_MS ?? 0)

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

const isTold = ({ notices }: Tab) => notices.some(({ kind }) => kind === 'not-saved')

// PostgreSQL has no such file.
test.skipIf(process.env.DATABASE_URL)(
	'another process has the SQLite file locked while people type: they are told, pages and other rooms are answered, and all of it arrives',
	{ timeout: 90_000 },
	async () => {
		const harbour = await givenHarbour(scratch.db, { answerMs: 300, mergeMs: 600, readMs: 100, sweepMs: 300 })
		const { live, document, citizen } = harbour
		const [second, quiet] = [await givenDocument(scratch.db, harbour), await givenDocument(scratch.db, harbour)]
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true, document: second.id }).synced()
		amina.type('before, ')
		await amina.stored()

		const other = fork(new URL('./lock-file.mjs', import.meta.url).pathname, [join(scratch.dataDir!, 'alongside.db')])
		await once(other, 'message')
		let isWaiting = true
		// Refused where the file stays locked for longer than one write waits.
		const write = scratch.db
			.write(async () => undefined)
			.catch(() => undefined)
			.finally(() => {
				isWaiting = false
			})
		amina.type('while it was locked, ')
		colin.type('elsewhere too')
		await until(() => isTold(amina) && isTold(colin), 'told')
		const form = new Y.Doc()
		form.getText('form').insert(0, 'A form.')
		expect(await live.merge(document.id, Y.encodeStateAsUpdate(form), citizen.memberId)).toEqual({
			refused: 'not-in-time',
		})
		// All of it while the first write still waits for the lock: nothing holds the process.
		for (let page = 0; page < 50; page++) expect(wordsIn(await readState(live, document.id))).toBe('before, ')
		await harbour.connect('provider', { document: quiet.id }).synced()
		expect(isWaiting).toBe(true)
		amina.type('all of it')
		await pause(lockedMs)
		expect([amina.isSaved, colin.isSaved]).toEqual([false, false])

		other.send('let go')
		await once(other, 'exit')
		await until(() => amina.isSaved && colin.isSaved, 'saved', 30_000)
		await write
		await until(async () => wordsIn(await readState(live, document.id)) === 'before, while it was locked, all of it')
		expect(wordsIn(await readState(live, document.id), 'form')).toBe('A form.')
		expect([...amina.closes, ...colin.closes]).toEqual([])
		await harbour.close()
	},
)

function wordsIn(state: Uint8Array, root = 'good-life') {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, state)
	return doc.getText(root).toString()
}
