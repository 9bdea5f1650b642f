import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { nestedMaps } from '../tests/hostile/corpus.ts'
import { damageState, damageUpdate, listSetAside } from '../tests/live/damage.ts'
import { givenDocument, givenHarbour, type Harbour, readState, until } from '../tests/live/harbour.ts'
import { checkLiveDocuments } from './check.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db, { idleRoomMs: 10, logRows: 20 })
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

const stored = (documentId: string) => loadLiveDocument(scratch.db.read, documentId, 1)

async function wordsOf(documentId: string) {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(harbour.live, documentId))
	return doc.getText('good-life').toString()
}

async function write(documentId: string, words: readonly string[]) {
	const doc = new Y.Doc()
	const updates: Uint8Array[] = []
	doc.on('update', (update: Uint8Array) => updates.push(update))
	for (const word of words) doc.getText('good-life').insert(doc.getText('good-life').length, word)
	for (const update of updates) await harbour.live.merge(documentId, update, harbour.citizen.memberId)
	return updates
}

async function faultsOf(documentId: string) {
	for await (const { id, faults } of checkLiveDocuments(scratch.db)) if (id === documentId) return faults
	return null
}

async function closed() {
	await until(() => harbour.live.roomCount === 0, 'every room let go')
}

describe('the log', () => {
	test('is folded into one state while the room is open, and the words are the same', async () => {
		const document = await givenDocument(scratch.db, harbour)
		const letters = Array.from({ length: 45 }, (_, at) => String.fromCharCode(97 + (at % 26)))
		await write(document.id, letters)
		await until(async () => (await stored(document.id)).state !== null)
		await closed()
		const { updates, lastSeq } = await stored(document.id)
		expect(updates.length).toBeLessThan(25)
		expect(lastSeq).toBe(45)
		expect(await wordsOf(document.id)).toBe(letters.join(''))
		await write(document.id, ['!'])
		expect((await stored(document.id)).lastSeq).toBe(46)
	})

	test('does not keep the words that were deleted', async () => {
		const document = await givenDocument(scratch.db, harbour)
		const tab = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		for (let turn = 0; turn < 30; turn++) {
			tab.type('secret')
			await tab.stored()
			tab.text.delete(0, 6)
			await tab.stored()
		}
		tab.close()
		await until(async () => (await stored(document.id)).updates.length < 20)
		await closed()
		const { state } = await stored(document.id)
		// At most the one that stood when the log was folded.
		expect(Buffer.from(state!).toString('latin1').split('secret').length - 1).toBeLessThan(2)
	})
})

describe('a large document that was folded', () => {
	const long = 'A bench at every stop. '.repeat(5_000)

	async function givenFolded() {
		const document = await givenDocument(scratch.db, harbour)
		await write(document.id, [long, ...'folded'.repeat(4)])
		await until(async () => (await stored(document.id)).updates.length === 0, 'folded')
		await closed()
		return document
	}

	test('is sent as it is stored, until somebody writes', async () => {
		const document = await givenFolded()
		const amina = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		expect(amina.text.length).toBe(long.length + 24)
		amina.type(' And one more.')
		await amina.stored()
		const [joan, colin] = [
			await harbour.connect('provider', { document: document.id }).synced(),
			await harbour.connect('commissioner', { document: document.id }).synced(),
		]
		for (const { text } of [joan, colin]) expect(text.toString()).toBe(amina.text.toString())
		for (const tab of [amina, joan, colin]) tab.close()
		await closed()
	})

	test('is not opened for writing when a letter in it is another than was stored', async () => {
		const document = await givenFolded()
		const { state } = await stored(document.id)
		const other = Buffer.from(state!)
		other[other.indexOf('bench')] = 'B'.charCodeAt(0)
		await damageState(scratch.db, document.id, other)
		const reader = harbour.connect('citizen', { document: document.id })
		await until(() => reader.closes[0]?.code === 4422)
		expect(await faultsOf(document.id)).toEqual(['state-unreadable'])
		await damageState(scratch.db, document.id, state!)
		expect(await faultsOf(document.id)).toEqual([])
		expect(await wordsOf(document.id)).toContain(long)
	})

	test('whoever writes is told that they cannot, while it must be opened again and cannot be read', async () => {
		const document = await givenFolded()
		const { state } = await stored(document.id)
		const amina = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		await damageState(scratch.db, document.id, Uint8Array.of(1, 2, 3, 4))
		const wicked = new WebSocket(`${harbour.url}/${document.id}`, { headers: { cookie: harbour.cookies.provider } })
		await new Promise((resolve) => wicked.once('open', resolve))
		wicked.send(nestedMaps(77, 500, { deleted: false }))
		await until(() => amina.notices.some(({ kind }) => kind === 'read-only'), 'told')
		amina.type(' And one more.')
		await damageState(scratch.db, document.id, state!)
		await amina.stored()
		expect(await wordsOf(document.id)).toContain('And one more.')
		amina.close()
		wicked.terminate()
	})
})

describe('what cannot be read', () => {
	test('in one row of the log is set aside; the rest opens, and the row is still there', async () => {
		const document = await givenDocument(scratch.db, harbour)
		await write(document.id, ['one ', 'two '])
		await write(document.id, ['three '])
		await closed()
		await damageUpdate(scratch.db, document.id, 2)
		expect((await wordsOf(document.id)).split(' ').sort()).toEqual(['', 'one', 'three'])
		expect(await listSetAside(scratch.db, document.id)).toEqual([2])
		expect(harbour.live.metrics.quarantined).toBe(1)
		expect(await faultsOf(document.id)).toEqual(['rows-unreadable'])
	})

	test('in the state itself closes the door with a code that ends retries, and nothing is overwritten', async () => {
		const document = await givenDocument(scratch.db, harbour)
		await write(
			document.id,
			Array.from({ length: 30 }, () => 'x'),
		)
		await until(async () => (await stored(document.id)).state !== null)
		await closed()
		const broken = Uint8Array.of(1, 2, 3, 4)
		await damageState(scratch.db, document.id, broken)
		expect(await faultsOf(document.id)).toEqual(['state-unreadable'])
		const tab = harbour.connect('citizen', { document: document.id })
		await until(() => tab.closes[0]?.code === 4422)
		expect(tab.provider.shouldConnect).toBe(false)
		expect(await harbour.live.read(document.id)).toEqual({ refused: 'unreadable', last: null })
		expect(await harbour.live.merge(document.id, Y.encodeStateAsUpdate(new Y.Doc()), harbour.citizen.memberId)).toEqual(
			{ refused: 'unreadable' },
		)
		expect(await harbour.live.rebuild(document.id)).toEqual({ refused: 'unreadable' })
		expect(harbour.live.metricsText()).toContain('alongside_live_documents_unreadable 1\n')
		expect(Uint8Array.from((await stored(document.id)).state!)).toEqual(broken)
		const neighbour = await harbour.connect('citizen').synced()
		neighbour.close()
	})
})

test('however many arrive at once, a document is loaded once', async () => {
	const document = await givenDocument(scratch.db, harbour)
	await write(document.id, ['here already'])
	await closed()
	const before = harbour.live.metrics.loads
	const tabs = Array.from({ length: 20 }, () => harbour.connect('citizen', { document: document.id }))
	const atSync: string[] = []
	for (const tab of tabs) tab.provider.once('sync', () => atSync.push(tab.text.toString()))
	await Promise.all(tabs.map((tab) => tab.synced()))
	expect(atSync).toEqual(Array.from({ length: 20 }, () => 'here already'))
	expect(harbour.live.metrics.loads).toBe(before + 1)
	for (const tab of tabs) tab.close()
	await closed()
})

test('a frame that is lost on the way is asked for again, and is never said to be saved before it has come', async () => {
	const document = await givenDocument(scratch.db, harbour)
	const tab = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
	const other = await harbour.connect('commissioner', { document: document.id }).synced()
	const { ws } = tab.provider
	const send = ws!.send.bind(ws)
	ws!.send = () => {
		tab.sent++
	}
	tab.type('lost ')
	ws!.send = send
	tab.type('found')
	const saidSaved = tab.saved.map(({ frames }) => frames)
	expect(Math.max(...saidSaved)).toBeLessThan(tab.sent)
	await until(() => other.text.toString() === 'lost found')
	await until(() =>
		tab.saved.some(({ clocks }) => clocks.some(([client, clock]) => client === tab.doc.clientID && clock === 10)),
	)
})
