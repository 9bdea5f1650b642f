import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../db/database.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenLiveServer, listen } from '../tests/live/harbour.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
beforeEach(async () => {
	scratch = await scratchDatabase()
})
afterEach(() => scratch.remove())

test('a rehearsal opens no room, counts nothing, and writes nothing', async () => {
	const writes: unknown[] = []
	const db: Database = {
		...scratch.db,
		write: (work) => {
			writes.push(work)
			return scratch.db.write(work)
		},
	}
	const said: string[] = []
	const live = givenLiveServer(db, {}, pino({ level: 'warn' }, { write: (line) => void said.push(line) }))
	const before = live.metricsText()
	await live.rehearse()
	expect(live.roomCount).toBe(0)
	expect(live.metricsText()).toBe(before)
	expect(writes).toEqual([])
	expect(said).toEqual([])
	await live.close()
})

test('at its own door it is turned away like anybody who is signed out', async () => {
	const { live, http } = await listen(scratch.db, {})
	await live.rehearse()
	expect(live.metricsText()).toContain('reason="signedOut"} 1\n')
	expect(live.connectionCount).toBe(0)
	await live.close()
	await new Promise((resolve) => http.close(resolve))
})

test('a database that does not answer only spoils the rehearsal', async () => {
	const db = { ...scratch.db, read: undefined as unknown as Database['read'] }
	const said: string[] = []
	const live = givenLiveServer(db, {}, pino({ level: 'warn' }, { write: (line) => void said.push(line) }))
	await live.rehearse()
	expect(said.join()).toContain('opening a document could not be rehearsed')
	await live.close()
})
