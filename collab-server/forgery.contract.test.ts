import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Document } from '../app/domain/documents/document.ts'
import { listWritings } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenDocument, givenHarbour, type Harbour, readState, type Tab, until } from '../tests/live/harbour.ts'
import { encodeAwareness, encodeStep2, encodeUpdate } from './protocol.ts'

/** Colin brings words under the Yjs client id of Amina, who is here, has just gone offline, or has not been here today. */
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
let document: Document

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db, { idleRoomMs: 10 })
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})
beforeEach(async () => {
	document = await givenDocument(scratch.db, harbour)
})

afterEach(async () => {
	for (const tab of tabs.splice(0)) tab.close()
	await until(() => harbour.live.roomCount === 0)
})

const tabs: Tab[] = []

async function open(who: 'citizen' | 'commissioner', doc = new Y.Doc()) {
	const tab = harbour.connect(who, { document: document.id, ack: true, doc })
	tabs.push(tab)
	return await tab.synced()
}

/** What the tab of that id would send next, had Colin written it. */
function forge(known: Y.Doc, client: number) {
	const copy = new Y.Doc()
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(known))
	copy.clientID = client
	const before = Y.encodeStateVector(copy)
	copy.getText('good-life').insert(0, 'FORGED')
	return Y.encodeStateAsUpdate(copy, before)
}

const stored = async () => {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(harbour.live, document.id))
	return doc.getText('good-life').toString()
}
const refused = () => harbour.live.metrics.refusals.get('foreign') ?? 0
const allWritings = () => listWritings(scratch.db.read, document.id, 1)

function send(tab: Tab, frame: Uint8Array) {
	tab.provider.ws!.send(frame as Uint8Array<ArrayBuffer>)
}

describe.each([
	['an edit', encodeUpdate],
	['an answer nobody asked for', encodeStep2],
])('as %s', (_what, encode) => {
	test('the id of somebody who is here is refused, and what they type next is theirs', async () => {
		const [amina, colin] = [await open('citizen'), await open('commissioner')]
		amina.type('Amina. ')
		await amina.stored()
		const before = refused()
		send(colin, encode(forge(amina.doc, amina.doc.clientID)))
		await until(() => refused() > before)
		amina.type('Again.')
		await amina.stored()
		await until(() => colin.text.toString() === 'Amina. Again.')
		expect(await stored()).toBe('Amina. Again.')
		expect(new Set((await allWritings()).map(({ memberId }) => memberId))).toEqual(new Set([harbour.citizen.memberId]))
	})

	test('the id of somebody who has gone offline is refused, and their words arrive when they are back', async () => {
		const [amina, colin] = [await open('citizen'), await open('commissioner')]
		amina.type('Amina. ')
		await amina.stored()
		amina.provider.disconnect()
		await until(() => harbour.live.connectionCount === 1)
		amina.type('Written offline.')
		const before = refused()
		send(colin, encode(forge(colin.doc, amina.doc.clientID)))
		await until(() => refused() > before)
		amina.provider.connect()
		await until(() => amina.provider.synced)
		await amina.stored()
		await until(() => colin.text.toString() === 'Amina. Written offline.')
		expect(await stored()).toBe('Amina. Written offline.')
	})
})

test('nobody can shut somebody out by speaking for their id while they are away', async () => {
	const amina = await open('citizen')
	amina.type('Amina. ')
	await amina.stored()
	amina.provider.disconnect()
	await until(() => harbour.live.roomCount === 0)
	const colin = await open('commissioner')
	const state = { client: amina.doc.clientID, clock: 2 ** 30, json: '{"cursor":1}' }
	colin.provider.awareness.setLocalState(null)
	colin.provider.ws!.send(encodeAwareness([state]) as Uint8Array<ArrayBuffer>)
	send(colin, encodeUpdate(Y.encodeStateAsUpdate(colin.doc)))
	await colin.stored()
	amina.type('Back.')
	amina.provider.connect()
	await until(() => amina.provider.synced)
	await amina.stored()
	expect(await stored()).toBe('Amina. Back.')
})

test('words of somebody who has not been here are taken from whoever has them, and are their bringer’s', async () => {
	const amina = await open('citizen')
	amina.type('Amina. ')
	await amina.stored()
	amina.provider.disconnect()
	await until(() => harbour.live.roomCount === 0)
	amina.type('Read out by Colin.')
	// The two have met without us; or we were restored from a backup, and Colin’s tab is the only one still open.
	const met = new Y.Doc()
	Y.applyUpdate(met, Y.encodeStateAsUpdate(amina.doc))
	const colin = await open('commissioner', met)
	await colin.stored()
	expect(await stored()).toBe('Amina. Read out by Colin.')
	expect((await allWritings()).map(({ clock, length, memberId }) => [clock, length, memberId])).toEqual([
		[0, 7, harbour.citizen.memberId],
		[7, 18, harbour.commissioner.memberId],
	])
	amina.provider.connect()
	await until(() => amina.provider.synced)
	amina.type(' Indeed.')
	await amina.stored()
	expect(await stored()).toBe('Amina. Read out by Colin. Indeed.')
	expect((await allWritings()).at(-1)).toMatchObject({ clock: 25, memberId: harbour.citizen.memberId })
})
