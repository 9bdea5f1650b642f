import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { givenDocument, givenHarbour, type Harbour, type Tab, until } from '../tests/live/harbour.ts'
import { encodeAwareness, encodeStep1, encodeUpdate } from './protocol.ts'

const strangersAtOnce = Number(process.env.LIVE_STRANGERS ?? 500)

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
/** In the room that is attacked, and in another. */
let neighbours: Tab[]

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db, {
		frameBytes: 3_000_000,
		documentBytes: 1_000_000,
		outboxBytes: 2_000_000,
		answerBytes: 300_000,
	})
	const elsewhere = await givenDocument(scratch.db, harbour)
	neighbours = await Promise.all([
		harbour.connect('commissioner', { ack: true }).synced(),
		harbour.connect('provider', { ack: true }).synced(),
		harbour.connect('commissioner', { ack: true, document: elsewhere.id }).synced(),
	])
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

/** A participant with a real session, who does not keep to the protocol. */
async function attacker(options: { documentId?: string } = {}): Promise<WebSocket & { ended: Promise<number> }> {
	const socket = new WebSocket(`${harbour.url}/${options.documentId ?? harbour.document.id}`, {
		headers: { cookie: harbour.cookies.citizen },
	})
	const ended = new Promise<number>((resolve) => socket.on('close', resolve))
	socket.on('error', () => undefined)
	await new Promise((resolve) => socket.once('open', resolve))
	return Object.assign(socket, { ended })
}

async function everyoneIsWell() {
	const [one, two, three] = neighbours as [Tab, Tab, Tab]
	const mark = ` ${Math.random().toString(36).slice(2)}`
	one.type(mark)
	three.type(mark)
	await until(() => two.text.toString().endsWith(mark), 'the neighbour reads it', 5_000)
	await Promise.all([one.stored(), three.stored()])
	const late = await harbour.connect('facilitator').synced()
	expect(late.text.toString()).toBe(one.text.toString())
	late.close()
	expect(neighbours.flatMap(({ closes }) => closes)).toEqual([])
}

const update = (work: (doc: Y.Doc) => void) => {
	const doc = new Y.Doc()
	work(doc)
	return encodeUpdate(Y.encodeStateAsUpdate(doc))
}
const frame = (...parts: (number | Uint8Array)[]) =>
	Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])))
const crafty = 77
const written = (...items: Parameters<typeof bytes>) => encodeUpdate(bytes(1, items.length, crafty, 0, items, 0))
const nested = (levels: number) => {
	let value: unknown = 1
	for (let level = 0; level < levels; level++) value = [value]
	return value
}
const anyNested = (levels: number) => {
	const encoder = encoding.createEncoder()
	for (const byte of [1, 1, 7, 0, 8, 1, 1, 97, 1]) encoding.writeUint8(encoder, byte)
	for (let level = 0; level < levels; level++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1))
	encoding.writeUint8Array(encoder, Uint8Array.of(126, 0))
	return encodeUpdate(encoding.toUint8Array(encoder))
}

describe('the corpus', () => {
	test.each<[string, () => (Uint8Array | string)[], number | null]>([
		['a text frame', () => ['5000000000'], 4400],
		['an empty frame', () => [frame()], 4400],
		['a varint that never ends', () => [new Uint8Array(1000).fill(255)], 4400],
		[
			'an update cut short',
			() => [update((doc) => doc.getText('good-life').insert(0, 'x'.repeat(50))).subarray(0, 30)],
			4400,
		],
		['an update of noise', () => [encodeUpdate(Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 256))], 4400],
		['JSON nested 40 deep: allowed', () => [update((doc) => doc.getArray('a').insert(0, [nested(40)]))], null],
		['JSON nested 1,000 deep', () => [update((doc) => doc.getArray('a').insert(0, [nested(1_000)]))], 4400],
		['JSON nested 100,000 deep', () => [anyNested(100_000)], 4400],
		[
			'types nested 500 deep',
			() => [
				update((doc) => {
					let map = doc.getMap('m')
					for (let level = 0; level < 500; level++) map = map.set('k', new Y.Map())
				}),
			],
			4400,
		],
		[
			'600 roots',
			() => [
				update((doc) => {
					for (let root = 0; root < 600; root++) doc.getText(`root ${root}`).insert(0, 'x')
				}),
			],
			4400,
		],
		[
			'an update larger than a document may be',
			() => [update((doc) => doc.getText('good-life').insert(0, 'x'.repeat(1_500_000)))],
			4413,
		],
		['a frame larger than any', () => [new Uint8Array(4_000_000)], 4413],
		['a state vector of noise', () => [encodeStep1(new Uint8Array(300).fill(200))], 4400],
		['awareness of noise', () => [frame(1, 5, 255, 255, 255, 255, 255)], 4400],
		[
			'awareness of a megabyte',
			() => [encodeAwareness([{ client: 9, clock: 1, json: JSON.stringify('1'.repeat(1_000_000)) }])],
			null,
		],
		[
			'awareness of a hundred thousand people',
			() => [encodeAwareness(Array.from({ length: 100_000 }, (_, client) => ({ client, clock: 1, json: '{' })))],
			null,
		],
		['a state vector of 20,000 client ids', () => [encodeStep1(vector(20_000))], null],
		['a state vector of 60,000 client ids', () => [encodeStep1(vector(60_000))], 4400],
		['a hundred thousand deletions of what never was', () => [scattered(100_000)], null],
		['more deletions than anybody makes', () => [scattered(250_001)], 4400],
		['types nobody knows', () => [frame(42), frame(2, 0, 1, 65), frame(10, 0, 1), frame(11, 123)], null],
		[
			'words between places in two lists',
			() => [written([raw(4), [1, 'one'], 'a'], [raw(4), [1, 'two'], 'b'], [raw(196), crafty, 0, crafty, 1, 'x'])],
			4400,
		],
		[
			'two letters under one key, of which Yjs would delete one and stumble over the other',
			() => [written([raw(36), [1, 'map'], 'k', 'ab'])],
			4400,
		],
		[
			'words between two that are the wrong way round, as an undo can write them',
			() => [written([raw(4), [1, 'one'], 'ab'], [raw(196), crafty, 1, crafty, 0, 'x'])],
			null,
		],
		['deletions of what never was', () => [encodeUpdate(frame(0, 1, 5, 1, 0, 255, 255, 255, 7))], null],
		['words that stand on words that never come', () => Array.from({ length: 250 }, (_, at) => gap(at)), null],
		['the client id of somebody else', () => [forged(neighbours[0]!.doc.clientID)], null],
	])('%s', async (_what, frames, code) => {
		const socket = await attacker()
		for (const one of frames()) socket.send(one)
		if (code !== null) expect(await socket.ended).toBe(code)
		await everyoneIsWell()
		socket.terminate()
	})

	function vector(clients: number) {
		return Y.encodeStateVector(new Map(Array.from({ length: clients }, (_, at) => [2 ** 31 + at, 1])))
	}

	function scattered(deletions: number) {
		const encoder = encoding.createEncoder()
		for (const number of [0, 1, 5, deletions]) encoding.writeVarUint(encoder, number)
		for (let at = 0; at < deletions; at++) {
			encoding.writeVarUint(encoder, at * 2)
			encoding.writeVarUint(encoder, 1)
		}
		return encodeUpdate(encoding.toUint8Array(encoder))
	}

	function gap(at: number) {
		const doc = new Y.Doc()
		doc.getText('good-life').insert(0, 'first')
		const before = Y.encodeStateVector(doc)
		doc.getText('good-life').insert(5, `${'z'.repeat(5_000)}${at}`)
		return encodeUpdate(Y.encodeStateAsUpdate(doc, before))
	}

	function forged(clientID: number) {
		const doc = new Y.Doc()
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(neighbours[0]!.doc))
		doc.clientID = clientID
		doc.getText('good-life').insert(0, 'forged ')
		return encodeUpdate(Y.encodeStateAsUpdate(doc))
	}
})

describe('before anybody is let in', () => {
	test('sockets that send before they are known, or nothing at all, end by themselves and nothing of theirs is taken', async () => {
		const doc = new Y.Doc()
		doc.getText('good-life').insert(0, 'STRANGER '.repeat(20_000))
		const strangers = await Promise.all(
			Array.from({ length: strangersAtOnce }, async (_, at) => {
				const socket = new WebSocket(`${harbour.url}/${harbour.document.id}`)
				const ended = new Promise<number>((resolve) => socket.on('close', resolve))
				socket.on('error', () => undefined)
				socket.on('open', () => at % 2 && socket.send(encodeUpdate(Y.encodeStateAsUpdate(doc))))
				return await ended
			}),
		)
		expect(new Set(strangers)).toEqual(new Set([4401]))
		await everyoneIsWell()
		expect(neighbours[1]!.text.toString()).not.toContain('STRANGER')
	})

	test('a line that breaks in the middle of the handshake, or speaks no WebSocket, harms nobody', async () => {
		const { port } = new URL(harbour.url)
		for (const bytes of [
			'GET /live/x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
			`GET /live/${harbour.document.id} HTTP/1.1\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n`,
		]) {
			const socket = connect(Number(port), '127.0.0.1')
			socket.on('error', () => undefined)
			socket.write(bytes)
			await new Promise((resolve) => setTimeout(resolve, 10))
			socket.resetAndDestroy()
		}
		await everyoneIsWell()
	})
})

describe('too much', () => {
	test('a flood of 3,000 edits from one socket does not hold up its neighbours', async () => {
		const socket = await attacker()
		const doc = new Y.Doc()
		doc.on('update', (one: Uint8Array) => socket.send(encodeUpdate(one)))
		for (let letter = 0; letter < 3_000; letter++) doc.getText('flood').insert(letter, 'x')
		await everyoneIsWell()
		await until(() => neighbours[1]!.doc.getText('flood').length === 3_000)
		socket.terminate()
	})

	test.each([
		['who is here', () => Uint8Array.of(3)],
		['what they lack', () => encodeStep1(Y.encodeStateVector(neighbours[0]!.doc))],
		['to be seen elsewhere', (at: number) => encodeAwareness([{ client: 5, clock: at, json: `{"cursor":${at}}` }])],
	])('a flood of 3,000 times asking %s from one socket does not hold up its neighbours', async (_what, message) => {
		const socket = await attacker()
		for (let asked = 0; asked < 3_000; asked++) socket.send(message(asked))
		await everyoneIsWell()
		socket.terminate()
	})

	test('somebody who asks again and again and never reads is let go of, and costs what they may cost', async () => {
		const document = await givenDocument(scratch.db, harbour)
		const doc = new Y.Doc()
		doc.getText('good-life').insert(0, 'y'.repeat(300_000))
		await harbour.live.merge(document.id, Y.encodeStateAsUpdate(doc), harbour.citizen.memberId)
		const before = process.memoryUsage().rss
		const socket = await attacker({ documentId: document.id })
		socket.pause()
		for (let asked = 0; asked < 400; asked++) socket.send(encodeStep1(Uint8Array.of(0)))
		await everyoneIsWell()
		const writer = await harbour.connect('commissioner', { document: document.id, ack: true }).synced()
		writer.type('still ')
		await writer.stored()
		expect(process.memoryUsage().rss - before).toBeLessThan(90_000_000)
		socket.terminate()
	})

	test('somebody who does not read what others write is let go of at their cap, and told so when they read again', async () => {
		const document = await givenDocument(scratch.db, harbour)
		const writer = await harbour.connect('commissioner', { document: document.id, ack: true }).synced()
		const reader = await attacker({ documentId: document.id })
		await harbour.live.read(document.id)
		reader.pause()
		const tooSlow = () => harbour.live.metrics.refusals.get('slow-reader') ?? 0
		const before = tooSlow()
		let most = 0
		for (let times = 0; times < 200 && tooSlow() === before; times++) {
			writer.type('y'.repeat(300_000))
			await writer.stored()
			writer.text.delete(0, 300_000)
			await writer.stored()
			most = Math.max(most, Number(/queue_bytes (\d+)/.exec(harbour.live.metricsText())![1]))
		}
		expect(tooSlow()).toBe(before + 1)
		expect(most).toBeLessThan(2_000_000 + 400_000)
		reader.resume()
		expect(await reader.ended).toBe(1013)
		expect(writer.closes).toEqual([])
		await everyoneIsWell()
	})

	test('a full document still takes deletions', async () => {
		const document = await givenDocument(scratch.db, harbour)
		const tab = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		tab.type('x'.repeat(900_000))
		await tab.stored()
		tab.text.delete(0, 899_999)
		await tab.stored()
		tab.type('room again')
		await tab.stored()
		const other = await harbour.connect('provider', { document: document.id, ack: true }).synced()
		other.type('z'.repeat(999_999))
		await until(() => other.closes[0]?.code === 4413)
		expect(other.provider.shouldConnect).toBe(false)
		expect(tab.text.toString()).toBe('xroom again')
	})
})
