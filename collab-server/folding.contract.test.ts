import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { compiled } from '../tests/live/compiled.ts'
import { loseUpdate } from '../tests/live/damage.ts'
import { emptyDisk, fillDisk } from '../tests/live/full-disk.ts'
import { givenDocument, givenHarbour, type Harbour, quiet, readState, until } from '../tests/live/harbour.ts'
import { defaultLimits } from './limits.ts'
import { Metrics } from './metrics.ts'
import { Opener } from './opener.ts'
import { encodeUpdate } from './protocol.ts'
import { Rooms } from './rooms.ts'
import { Store } from './store.ts'
import { Turns } from './turns.ts'

const kills = Number(process.env.LIVE_KILLS ?? 20)

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db, { idleRoomMs: 10 })
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

const stored = (documentId: string) => loadLiveDocument(scratch.db.read, documentId, 1)

async function wordsOf(documentId: string) {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(harbour.live, documentId))
	await until(() => harbour.live.roomCount === 0)
	return doc.getText('good-life').toString()
}

/** Returns what was in the row that is no longer there. */
async function writeAndLose(documentId: string, words: readonly string[], seq: number) {
	await write(documentId, words)
	const { update } = (await stored(documentId)).updates.find((row) => row.seq === seq)!
	await loseUpdate(scratch.db, documentId, seq)
	return update
}

async function write(documentId: string, words: readonly string[]) {
	const doc = new Y.Doc()
	const updates: Uint8Array[] = []
	doc.on('update', (update: Uint8Array) => updates.push(update))
	for (const word of words) doc.getText('good-life').insert(doc.getText('good-life').length, word)
	for (const update of updates) await harbour.live.merge(documentId, update, harbour.citizen.memberId)
	await until(() => harbour.live.roomCount === 0)
}

/** The server's own parts, with the timer in our hands. */
function givenRooms() {
	const given = {
		store: new Store(scratch.db, defaultLimits),
		limits: defaultLimits,
		metrics: new Metrics(),
		log: quiet,
	}
	const opener = new Opener(given)
	return new Rooms({ ...given, opener, turns: new Turns({ ...given, opener }) })
}

test('a process that has not heard of later words, which another has stored and folded, does not fold them away', async () => {
	const document = await givenDocument(scratch.db, harbour)
	await write(document.id, ['one '])
	const [behind, ahead] = [givenRooms(), givenRooms()]
	const room = (await behind.open(document.id))!
	await write(document.id, ['two ', 'three'])
	await ahead.compact((await ahead.open(document.id))!)
	const folded = await stored(document.id)
	expect(folded.updates).toEqual([])
	await behind.compact(room)
	expect(room.compactionFailed).toBe(true)
	expect(await stored(document.id)).toEqual(folded)
})

test('folding twice is folding once', async () => {
	const document = await givenDocument(scratch.db, harbour)
	await write(document.id, ['one ', 'two ', 'three'])
	const rooms = givenRooms()
	const room = (await rooms.open(document.id))!
	await rooms.compact(room)
	const once = await stored(document.id)
	expect(once.updates).toEqual([])
	await rooms.compact(room)
	const twice = await stored(document.id)
	expect({ ...twice, state: Buffer.from(twice.state!) }).toEqual({ ...once, state: Buffer.from(once.state!) })
	await rooms.close()
	expect(await wordsOf(document.id)).toBe('one two three')
})

// SQLite's own answer, on a file that may grow no more. PostgreSQL has none for the disk of one database.
test.skipIf(process.env.DATABASE_URL)(
	'the disk is full in the middle of folding: nothing of it is done, the room goes on, and later it is folded',
	async () => {
		const document = await givenDocument(scratch.db, harbour)
		const long = 'word '.repeat(10_000)
		await write(document.id, [long, 'one ', 'two '])
		const before = await stored(document.id)
		const amina = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		const rooms = givenRooms()
		const room = (await rooms.open(document.id))!
		await fillDisk(scratch.db)
		await rooms.compact(room)
		expect(room.compactionFailed).toBe(true)
		expect(await stored(document.id)).toEqual(before)
		amina.type('x'.repeat(500_000))
		await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told')
		await emptyDisk(scratch.db)
		await amina.stored()
		await rooms.close()
		const again = givenRooms()
		await again.compact((await again.open(document.id))!)
		await again.close()
		expect((await stored(document.id)).updates).toEqual([])
		amina.close()
		expect(await wordsOf(document.id)).toBe(`${long}one two ${'x'.repeat(500_000)}`)
	},
)

test('what stands on words that have not come is not folded in, and is taken when both come', async () => {
	const document = await givenDocument(scratch.db, harbour)
	await write(document.id, ['ground. '])
	const amina = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
	const away = new Y.Doc()
	Y.applyUpdate(away, Y.encodeStateAsUpdate(amina.doc))
	const frames: Uint8Array[] = []
	away.on('update', (update: Uint8Array) => frames.push(encodeUpdate(update)))
	away.getText('good-life').insert(0, 'first ')
	away.getText('good-life').insert(6, 'second ')
	const send = (frame: Uint8Array) => amina.provider.ws!.send(frame as Uint8Array<ArrayBuffer>)
	send(frames[1]!)
	await harbour.live.read(document.id)

	const rooms = givenRooms()
	await rooms.compact((await rooms.open(document.id))!)
	await rooms.close()
	const { state, updates } = await stored(document.id)
	expect(updates).toEqual([])
	const folded = new Y.Doc()
	Y.applyUpdate(folded, state!)
	expect([folded.store.pendingStructs, folded.getText('good-life').toString()]).toEqual([null, 'ground. '])
	expect(Buffer.from(state!).includes('second')).toBe(false)

	for (const frame of frames) send(frame)
	await amina.stored()
	amina.close()
	expect(await wordsOf(document.id)).toBe('first second ground. ')
})

test('rows that wait for one that is missing, as after an older backup was put back, are not folded away', async () => {
	const document = await givenDocument(scratch.db, harbour)
	const missing = await writeAndLose(document.id, ['one ', 'two ', 'three'], 2)
	const rooms = givenRooms()
	await rooms.compact((await rooms.open(document.id))!)
	await rooms.close()
	expect((await stored(document.id)).updates.map(({ seq }) => seq)).toEqual([1, 3])
	expect(await wordsOf(document.id)).toBe('one ')

	// What others bring without its ground does not wait beside them.
	const away = new Y.Doc()
	away.getText('good-life').insert(0, 'ground')
	const ground = Y.encodeStateVector(away)
	away.getText('good-life').insert(6, 'x'.repeat(defaultLimits.pendingBytes))
	const amina = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
	amina.provider.ws!.send(encodeUpdate(Y.encodeStateAsUpdate(away, ground)) as Uint8Array<ArrayBuffer>)
	amina.text.insert(0, 'More. ')
	await until(() => harbour.live.metrics.updatesStored > 0 && amina.text.toString().includes('More'))
	await harbour.live.read(document.id)
	amina.close()
	await until(() => harbour.live.roomCount === 0)
	expect((await stored(document.id)).updates.map(({ seq }) => seq).slice(0, 2)).toEqual([1, 3])

	// Who still has what is missing brings it along; then all of it is folded.
	await harbour.live.merge(document.id, missing, harbour.citizen.memberId)
	expect(await wordsOf(document.id)).toContain('one two three')
	const again = givenRooms()
	await again.compact((await again.open(document.id))!)
	await again.close()
	expect((await stored(document.id)).updates).toEqual([])
	expect(await wordsOf(document.id)).toContain('one two three')
})

// The process is what is killed, so one database shows it; a data folder can be handed to a child without a cluster.
describe.skipIf(process.env.DATABASE_URL)(
	'killed between the state that was written and the log that was to be trimmed',
	() => {
		test(`${kills} times: the document is the same, no row is without its document, and the next folding works`, {
			timeout: 30_000 + kills * 10_000,
		}, async () => {
			const dieFolding = await compiled(new URL('../tests/live/die-folding.ts', import.meta.url).pathname)
			const document = await givenDocument(scratch.db, harbour)
			let words = ''
			for (let kill = 0; kill < kills; kill++) {
				const more = [`round ${kill} `, 'of many. ']
				await write(document.id, more)
				words = (await wordsOf(document.id)) as string
				const before = await stored(document.id)
				const child = spawn(process.execPath, [dieFolding.file, scratch.dataDir!, document.id], { stdio: 'inherit' })
				const [, signal] = await once(child, 'exit')
				expect(signal).toBe('SIGKILL')
				const after = await stored(document.id)
				expect(after).toEqual(before)
				expect(await wordsOf(document.id)).toBe(words)
			}
			const rooms = givenRooms()
			await rooms.compact((await rooms.open(document.id))!)
			await rooms.close()
			expect((await stored(document.id)).updates).toEqual([])
			expect(await wordsOf(document.id)).toBe(words)
			expect(words.match(/round \d+/g)).toHaveLength(kills)
			await dieFolding.remove()
		})
	},
)
