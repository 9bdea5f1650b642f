import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { httpLimits } from '../http-limits.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, type Harbour, listen, Tab, until } from '../tests/live/harbour.ts'
import { givenTcpLine } from '../tests/live/tcp-line.ts'
import { defaultLimits, type Limits } from './limits.ts'

/** The stock client's own, in which it must hear something (y-websocket 3.1.0, `messageReconnectTimeout`). */
const stockPatienceMs = 30_000
const commonIdleCutMs = 60_000
/** How long the proxy of this test waits: a common one's minute by environment, with the interval that is shipped. */
const idleMs = Number(process.env.LIVE_IDLE_MS ?? 2_000)
const pingMs = idleMs < commonIdleCutMs ? 200 : defaultLimits.pingMs

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
const ends: (() => unknown)[] = []

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
})
afterEach(async () => {
	for (const end of ends.splice(0).reverse()) await end()
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

async function given(limits: Partial<Limits>, before?: Partial<typeof httpLimits>) {
	const there = await listen(scratch.db, limits, 0, before)
	ends.push(async () => {
		await there.live.close()
		there.http.closeAllConnections()
		there.http.close()
	})
	return { ...there, port: Number(new URL(there.url).port) }
}

function tabAt(url: string, who: keyof Harbour['cookies'] = 'citizen') {
	const tab = new Tab(url, harbour.document.id, { cookie: harbour.cookies[who], ack: true })
	ends.push(() => tab.close())
	return tab
}

describe('a quiet tab', () => {
	test('hears something often enough for the stock client and for a common proxy', () => {
		expect(defaultLimits.pingMs * 1.5).toBeLessThan(Math.min(stockPatienceMs, commonIdleCutMs))
	})

	test('that is dead is known to be within 35 seconds: the second ping finds the first unanswered', () => {
		expect(defaultLimits.pingMs * 2).toBeLessThan(35_000)
	})

	test('stays behind a proxy that ends what is idle, also when it says nothing about itself', {
		timeout: 30_000 + idleMs * 4,
	}, async () => {
		const { url } = await given({ pingMs })
		const proxy = await givenTcpLine(new URL(url), { idleMs })
		ends.push(proxy.cut)
		const tab = await tabAt(proxy.through(url)).synced()
		tab.provider.awareness.setLocalState(null)
		let heard = 0
		tab.provider.ws!.addEventListener('message', () => heard++)
		const often = Math.ceil((idleMs / pingMs) * 3)
		await until(() => heard >= often, 'as long as the proxy waits, three times', 20_000 + idleMs * 4)
		expect(tab.closes).toEqual([])
	})

	test('through the same proxy, without anything said to it, would be cut off', async () => {
		const { url } = await given({ pingMs: 60_000 })
		const proxy = await givenTcpLine(new URL(url), { idleMs: 300 })
		ends.push(proxy.cut)
		const tab = await tabAt(proxy.through(url)).synced()
		tab.provider.awareness.setLocalState(null)
		await until(() => tab.closes.length > 0)
	})
})

test('a line that has gone dead without a word is given up, and whoever was on it is no longer shown', async () => {
	const { url, live } = await given({ pingMs: 1_000 })
	const line = await givenTcpLine(new URL(url))
	ends.push(line.cut)
	const dead = await tabAt(line.through(url)).synced()
	const colin = await tabAt(url, 'commissioner').synced()
	dead.provider.awareness.setLocalStateField('cursor', 1)
	const isShown = () => colin.provider.awareness.getStates().has(dead.doc.clientID)
	await until(isShown)
	line.goDead()
	dead.type('kept in the tab')
	await until(() => live.connectionCount === 1 && !isShown())
	expect(colin.closes).toEqual([])
	line.cut()
	await line.mend()
	await dead.stored()
	await until(() => colin.text.toString() === 'kept in the tab')
})

describe('a connection that never becomes a line', () => {
	const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve))
	function knock(port: number) {
		const socket = connect(port, '127.0.0.1')
		socket.on('error', () => undefined)
		socket.resume()
		ends.push(() => socket.destroy())
		return socket
	}
	const head = () => `GET /live/${harbour.document.id} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n`

	test('is closed within ten seconds', () => {
		expect(httpLimits.headersTimeout + httpLimits.connectionsCheckingInterval).toBeLessThan(10_000)
	})

	test('and says nothing, or its headers letter by letter, is closed; people in the room notice nothing', async () => {
		const { url, port, live } = await given({}, { headersTimeout: 300, connectionsCheckingInterval: 20 })
		const tab = await tabAt(url).synced()
		const silent = Array.from({ length: 100 }, () => knock(port))
		const slow = Array.from({ length: 100 }, () => knock(port))
		for (const socket of slow) socket.write(head())
		const dripping = setInterval(() => slow.forEach((socket) => void (socket.writable && socket.write('X'))), 20)
		ends.push(() => clearInterval(dripping))
		await Promise.all([...silent, ...slow].map(closed))
		tab.type('still here')
		await tab.stored()
		expect([tab.closes, live.connectionCount]).toEqual([[], 1])
	})

	test('and pours in headers without end is closed at their cap', async () => {
		const { port } = await given({})
		const socket = knock(port)
		let answer = ''
		socket.on('data', (bytes: Buffer) => {
			answer += bytes.toString('latin1')
		})
		socket.write(head())
		socket.write(`X-Long: ${'x'.repeat(200_000)}\r\n`)
		await closed(socket)
		expect(answer).toContain('431')
		expect(socket.bytesRead).toBeLessThan(1_000)
	})
})
