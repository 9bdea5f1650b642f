import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { givenDocument, givenHarbour, type Harbour, type Tab, until } from '../tests/live/harbour.ts'
import { encodeUpdate } from './protocol.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

async function open(who: 'citizen' | 'commissioner' | 'provider', document: string): Promise<Tab> {
	return await harbour.connect(who, { document, ack: true }).synced()
}

/** Somebody with tools of their own and a real session. */
async function attack(documentId: string, updates: readonly Uint8Array[]) {
	const socket = new WebSocket(`${harbour.url}/${documentId}`, { headers: { cookie: harbour.cookies.commissioner } })
	await new Promise((resolve) => socket.once('open', resolve))
	for (const update of updates) socket.send(encodeUpdate(update))
	return socket
}

test('structs that wait for the next letters of somebody else, so that nobody can take them, on many lines and in many documents: each line costs two openings, and ends', async () => {
	const { metrics } = harbour.live
	const documents = await Promise.all([1, 2].map(() => givenDocument(scratch.db, harbour)))
	for (const { id } of documents) {
		const [amina, joan] = [await open('citizen', id), await open('provider', id)]
		amina.type('Nia')
		await amina.stored()
		const letters = 10
		const wicked = (client: number, letter: number) =>
			bytes(1, 1, client, 0, [raw(196), [client, 0], [amina.doc.clientID, 3 + letter], 'x'], 0)
		const notHere = () => metrics.refusals.get('not-here') ?? 0
		const before = notHere()
		const sockets = await Promise.all(
			[100, 200, 300].map((first) =>
				attack(
					id,
					Array.from({ length: letters }, (_, at) => wicked(first + at, at)),
				),
			),
		)
		await until(() => notHere() === before + 3 * letters, 'all of it has been looked at')
		const reopenings = metrics.reopenings
		for (let letter = 0; letter < letters; letter++) {
			amina.type(`${letter}`)
			await amina.stored()
		}
		expect(metrics.reopenings - reopenings).toBeLessThanOrEqual(2 * sockets.length)
		await until(() => sockets.every(({ readyState }) => readyState === WebSocket.CLOSED), 'whoever sent them is gone')
		await until(() => joan.text.toString() === 'Nia0123456789', 'the other reads it')
		expect([...amina.closes, ...joan.closes]).toEqual([])
		for (const socket of sockets) socket.terminate()
	}
})

test('what stands on words that somebody else still has is asked for again when those come', async () => {
	const { id } = await givenDocument(scratch.db, harbour)
	const [amina, colin, joan] = [await open('citizen', id), await open('commissioner', id), await open('provider', id)]
	amina.type('Nia')
	await amina.stored()
	await until(() => colin.text.length === 3)
	amina.provider.disconnect()
	await until(() => !amina.provider.wsconnected)
	amina.type(' asks.')
	// The two have met without us. Her words are not his to bring while she may come back with them.
	Y.applyUpdate(colin.doc, Y.encodeStateAsUpdate(amina.doc))
	colin.type(' We answer.')
	await until(() => colin.saved.length > 0)
	expect(joan.text.toString()).toBe('Nia')
	amina.provider.connect()
	await until(() => joan.text.toString() === 'Nia asks. We answer.', 'everything has come')
	await Promise.all([amina.stored(), colin.stored()])
	expect([...colin.closes, ...joan.closes]).toEqual([])
})

test('two who answered each other come back at once after an older backup was put back: both bring their own, and all of it stands', async () => {
	const { id } = await givenDocument(scratch.db, harbour)
	const [amina, colin] = [new Y.Doc(), new Y.Doc()]
	const answers = 50
	for (let answer = 0; answer < answers; answer++)
		for (const [one, other] of [[amina, colin] as const, [colin, amina] as const]) {
			one.getText('good-life').insert(one.getText('good-life').length, one === amina ? 'a' : 'c')
			Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
		}
	const { metrics } = harbour.live
	const before = metrics.updatesIn
	const tabs = [
		harbour.connect('citizen', { document: id, doc: amina, ack: true }),
		harbour.connect('commissioner', { document: id, doc: colin, ack: true }),
	]
	const joan = await open('provider', id)
	await until(() => joan.text.toString() === 'ac'.repeat(answers), 'all of it has come')
	await Promise.all(tabs.map((tab) => tab.stored()))
	// Not one question for each answer.
	expect(metrics.updatesIn - before).toBeLessThan(answers)
})

test('a form of which one part has no ground here goes in not at all, and says so', async () => {
	const { id } = await givenDocument(scratch.db, harbour)
	const amina = await open('citizen', id)
	amina.type('Nia')
	await amina.stored()
	const read = new Y.Doc()
	Y.applyUpdate(read, Y.encodeStateAsUpdate(amina.doc))
	const before = Y.encodeStateVector(read)
	const elsewhere = new Y.Doc()
	Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(amina.doc))
	elsewhere.getText('money').insert(0, 'never sent')
	const unsent = Y.encodeStateAsUpdate(elsewhere, before)

	const form = new Y.Doc()
	Y.applyUpdate(form, Y.encodeStateAsUpdate(elsewhere))
	form.getText('good-life').insert(0, 'this part has its ground ')
	const first = Y.encodeStateAsUpdate(form, Y.encodeStateVector(elsewhere))
	form.getText('money').insert(6, 'and this has none ')
	const whole = Y.encodeStateAsUpdate(form, Y.encodeStateVector(elsewhere))
	const deleting = new Y.Doc()
	Y.applyUpdate(deleting, Y.encodeStateAsUpdate(elsewhere))
	deleting.getText('money').delete(0, 5)
	const deletion = Y.encodeStateAsUpdate(deleting, Y.encodeStateVector(elsewhere))

	const text = () => amina.doc.getText('good-life').toString()
	const asRead = text()
	const refusedBefore = harbour.live.metrics.refusals.get('not-here') ?? 0
	const { live, citizen } = harbour
	const taken = { rescued: [] }
	expect(await live.merge(id, whole, citizen.memberId)).toEqual({ refused: 'not-here' })
	expect(await live.merge(id, deletion, citizen.memberId)).toEqual({ refused: 'not-here' })
	expect(live.metrics.refusals.get('not-here')).toBe(refusedBefore + 2)
	amina.type('.')
	await amina.stored()
	expect(text()).toBe(`${asRead}.`)
	expect(await live.merge(id, first, citizen.memberId)).toEqual(taken)
	expect(await live.merge(id, unsent, citizen.memberId)).toEqual(taken)
	expect(await live.merge(id, deletion, citizen.memberId)).toEqual(taken)
})
