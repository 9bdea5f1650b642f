import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, until } from '../tests/live/harbour.ts'

const pingMs = 1_000

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterEach(() => vi.useRealTimers())
afterAll(() => scratch.remove())

test('the clock is set back by an hour: quiet tabs are still kept alive, and empty rooms let go', async () => {
	// Time passes when the test says so, so that no slow moment of this machine counts as somebody's silence.
	vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] })
	const harbour = await givenHarbour(scratch.db, { pingMs, idleRoomMs: 10 })
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const line = amina.provider.ws as unknown as WebSocket
	vi.setSystemTime(Date.now() - 3_600_000)
	for (let times = 0; times < 3; times++) {
		const heard = once(line, 'message')
		vi.advanceTimersByTime(pingMs)
		await heard
		// What comes back was asked after the answer to the server's own ping, so that one has arrived too.
		const answered = once(line, 'pong')
		line.ping()
		await answered
	}
	expect(amina.closes).toEqual([])
	amina.close()
	await until(() => {
		vi.advanceTimersByTime(pingMs)
		return harbour.live.roomCount === 0
	}, 'let go')
	await harbour.close()
})
