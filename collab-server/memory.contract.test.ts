import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { found } from '../tests/found.ts'
import { Tab, until } from '../tests/live/harbour.ts'
import { ServerProcess } from '../tests/live/server-process.ts'
import { encodeStep1, encodeUpdate } from './protocol.ts'

const strangers = Number(process.env.LIVE_STRANGERS ?? 500)
const rooms = Number(process.env.LIVE_ROOMS_LEFT ?? 2_000)
const atRest = Number(process.env.LIVE_AT_REST ?? 10_000)

const megabyte = 1_000_000
const inMegabytes = (bytes: number) => `${(bytes / megabyte).toFixed(1)} MB`

// What the process holds does not depend on the database it writes to; a data folder can be handed to it without a cluster.
describe.skipIf(process.env.DATABASE_URL)('what a process of its own holds, with the limits it is shipped with', () => {
	let server: ServerProcess
	const open: (WebSocket | Tab)[] = []
	beforeAll(async () => {
		server = await ServerProcess.start(rooms)
	}, 60_000)
	afterEach(() => {
		for (const one of open.splice(0)) one instanceof Tab ? one.close() : one.terminate()
	})
	afterAll(() => server.remove())

	function tab(room: number, person = 'citizen') {
		const opened = new Tab(server.url, server.documentIds[room]!, { cookie: server.cookies[person]!, ack: true })
		open.push(opened)
		return opened.synced()
	}

	/** Somebody who does not keep to the protocol. */
	async function line(room: number, cookie = server.cookies.commissioner ?? '') {
		const socket = new WebSocket(`${server.url}/${server.documentIds[room]}`, { headers: { cookie }, maxPayload: 0 })
		open.push(socket)
		socket.on('error', () => undefined)
		const ended = new Promise<number>((resolve) => socket.on('close', resolve))
		await Promise.race([once(socket, 'open'), ended])
		return { socket, ended }
	}

	async function metric(name: string): Promise<number> {
		const start = `alongside_live_${name} `
		const lines = (await server.held()).metrics.split('\n')
		return Number(lines.find((line) => line.startsWith(start))?.slice(start.length) ?? 0)
	}

	test(`${strangers} strangers, half of whom send 200 kB before they are known: under 50 MB at the most, and nothing is taken`, async (context) => {
		const doc = new Y.Doc()
		doc.getText('good-life').insert(0, 'STRANGER '.repeat(22_000))
		const words = encodeUpdate(Y.encodeStateAsUpdate(doc))
		const knock = async (_: unknown, at: number) => {
			const { socket, ended } = await line(0, '')
			if (at % 2 === 0) socket.send(words)
			return await ended
		}
		// The first bring its code into memory.
		await Promise.all(Array.from({ length: 50 }, knock))
		const { rss } = await server.held()
		const codes = await Promise.all(Array.from({ length: strangers }, knock))
		expect(new Set(codes)).toEqual(new Set([4401]))
		const grown = (await server.held()).peakRss - rss
		found(context, `${inMegabytes(grown)} more at the most`)
		expect(grown).toBeLessThan(50 * megabyte)
		expect((await tab(0)).text.toString()).toBe('')
	})

	test('a frame of 110 MB, an update of 16 MB, an update beyond the document’s cap: 4413, and the memory comes back', async (context) => {
		const { rss } = await server.held()
		const neighbour = await tab(1)
		const doc = new Y.Doc()
		const send = async (frame: Uint8Array) => {
			const { socket, ended } = await line(1)
			socket.send(frame)
			return await ended
		}
		expect(await send(new Uint8Array(110 * megabyte))).toBe(4413)
		doc.getText('good-life').insert(0, 'x'.repeat(16 * megabyte))
		expect(await send(encodeUpdate(Y.encodeStateAsUpdate(doc)))).toBe(4413)
		doc.getText('good-life').delete(0, 5 * megabyte)
		expect(await send(encodeUpdate(Y.encodeStateAsUpdate(doc)))).toBe(4413)
		neighbour.type('still here')
		await neighbour.stored()
		expect([neighbour.text.toString(), neighbour.closes]).toEqual(['still here', []])
		let grown = Number.POSITIVE_INFINITY
		await until(async () => {
			grown = (await server.held()).rss - rss
			return grown < 50 * megabyte
		}, 'within 50 MB of before')
		found(context, `${inMegabytes(grown)} more afterwards`)
	})

	test('400 times 300 kB asked for and never read: at most 8 MB wait for that line, and its neighbours go on', async (context) => {
		const writer = await tab(2)
		writer.type('y'.repeat(300_000))
		await writer.stored()
		const { socket } = await line(2)
		socket.pause()
		for (let asked = 0; asked < 400; asked++) socket.send(encodeStep1(Uint8Array.of(0)))
		let most = 0
		for (let times = 0; times < 50; times++) {
			writer.type('z'.repeat(100))
			await writer.stored()
			most = Math.max(most, await metric('queue_bytes'))
		}
		found(context, `${inMegabytes(most)} waiting at the most`)
		expect(most).toBeGreaterThan(300_000)
		expect(most).toBeLessThan(8 * 1024 * 1024 + 300_100)
		expect(writer.closes).toEqual([])
	})

	test('who does not read what others write is let go of when 8 MB wait for them', async (context) => {
		const writer = await tab(3)
		const { socket, ended } = await line(3)
		const tooSlow = () => metric('refused_total{reason="slow-reader"}')
		const before = await tooSlow()
		socket.pause()
		const step = 500_000
		let most = 0
		while ((await tooSlow()) === before) {
			writer.type('y'.repeat(step))
			await writer.stored()
			writer.text.delete(0, step)
			await writer.stored()
			most = Math.max(most, await metric('queue_bytes'))
		}
		socket.resume()
		expect(await ended).toBe(1013)
		found(context, `${inMegabytes(most)} waiting at the most`)
		expect(most).toBeGreaterThan(7 * megabyte)
		expect(most).toBeLessThan(8 * 1024 * 1024 + 2 * step)
		expect(writer.closes).toEqual([])
	})

	test(`${rooms} rooms opened and left: none is loaded, and the memory comes back`, {
		timeout: 60_000 + rooms * 50,
	}, async (context) => {
		await visitAll(rooms / 10)
		const before = await server.held()
		await visitAll(rooms)
		const heap = (await server.held()).heap - before.heap
		let share = Number.POSITIVE_INFINITY
		await until(async () => {
			share = (await server.held()).rss / before.rss - 1
			return share < 0.2
		}, 'within a fifth of before')
		found(context, `${inMegabytes(heap)} of objects more, RSS ${(share * 100).toFixed(0)} % more`)
		expect(heap).toBeLessThan(megabyte)
	})

	async function visitAll(count: number) {
		await until(async () => (await metric('documents_loaded')) === 0)
		const loaded = await metric('loads_total')
		let next = 0
		const visitor = async () => {
			while (next < count) {
				const { socket, ended } = await line(next++)
				socket.send(encodeStep1(Uint8Array.of(0)))
				await new Promise<void>((resolve) => socket.on('message', (frame: Buffer) => isAnswer(frame) && resolve()))
				socket.terminate()
				await ended
			}
		}
		await Promise.all(Array.from({ length: 20 }, visitor))
		await until(async () => (await metric('connections')) + (await metric('documents_loaded')) === 0)
		expect((await metric('loads_total')) - loaded).toBe(count)
	}
})

test.skipIf(process.env.DATABASE_URL)(
	`${atRest} documents at rest take no memory`,
	{ timeout: 300_000 },
	async (context) => {
		const empty = await ServerProcess.start(0)
		const full = await ServerProcess.start(atRest, 'A bench at every stop, and a bus that waits. '.repeat(20))
		for (const server of [empty, full]) {
			await server.kill()
			await server.again()
		}
		const [without, held] = [await empty.held(), await full.held()]
		const more = held.heap - without.heap
		found(context, `${inMegabytes(more)} of objects more, RSS ${inMegabytes(held.rss - without.rss)} more`)
		expect(held.metrics).toContain('alongside_live_documents_loaded 0\n')
		expect(more).toBeLessThan(megabyte)
		expect(held.rss - without.rss).toBeLessThan(20 * megabyte)
		await empty.remove()
		await full.remove()
	},
)

const isAnswer = (frame: Buffer) => frame[0] === 0 && frame[1] === 1
