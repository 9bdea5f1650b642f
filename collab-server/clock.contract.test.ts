import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, until } from '../tests/live/harbour.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterEach(() => vi.useRealTimers())
afterAll(() => scratch.remove())

test('the clock is set back by an hour: quiet tabs are still kept alive, and empty rooms let go', async () => {
	const harbour = await givenHarbour(scratch.db, { pingMs: 40, idleRoomMs: 10 })
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 })
	let frames = 0
	;(amina.provider.ws as unknown as WebSocket).on('message', () => frames++)
	await until(() => frames > 2, 'kept alive')
	expect(amina.closes).toEqual([])
	amina.close()
	await until(() => harbour.live.roomCount === 0, 'let go')
	await harbour.close()
})
