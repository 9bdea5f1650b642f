import pino from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../db/database.ts'
import { scratchDatabase } from '../../tests/contracts/scratch.ts'
import { givenPartnership } from '../../tests/factories.ts'
import type { AppContext } from './context.ts'
import { openSecrets } from './secrets.ts'
import { findVisitor, startSession } from './session.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

const begun = Date.now()
const later = (minutes: number) => new Date(begun + minutes * 60_000)

test('while the disk takes nothing, whoever is signed in stays so, and the log hears of it once', async () => {
	const { citizen } = await givenPartnership(scratch.db)
	const lines: unknown[] = []
	let isFull = false
	const db: Database = {
		...scratch.db,
		async write(work) {
			if (isFull) throw new Error('database or disk is full')
			return await scratch.db.write(work)
		},
	}
	const log = pino({ level: 'warn' }, { write: (line) => lines.push(JSON.parse(line)) })
	const context = { db, log, secrets: openSecrets('a key for tests'), secure: false } as unknown as AppContext
	const address = 'http://127.0.0.1/'
	const set = await startSession(new Request(address), context, { personId: citizen.personId, sharedDevice: false })
	const page = new Request(address, { headers: { cookie: set.split(';')[0]! } })

	isFull = true
	for (const minutes of [2, 2, 4])
		expect(await findVisitor(page, context, later(minutes))).toMatchObject({ personId: citizen.personId })
	await vi.waitFor(() => expect(lines).toMatchObject([{ msg: 'use of sessions was not noted' }]))

	isFull = false
	const now = later(6)
	await findVisitor(page, context, now)
	await vi.waitFor(async () => expect(await findVisitor(page, context, now)).toMatchObject({ lastSeenAt: now }))
	expect(lines).toHaveLength(1)

	isFull = true
	await findVisitor(page, context, later(8))
	await vi.waitFor(() => expect(lines).toHaveLength(2))
})

test('no page waits for the use of a session to be noted, and it is tried once a minute at most', async () => {
	const { citizen } = await givenPartnership(scratch.db)
	let tries = 0
	let isLocked = false
	let giveUp: () => void = () => undefined
	const db: Database = {
		...scratch.db,
		write(work) {
			if (!isLocked) return scratch.db.write(work)
			tries++
			return new Promise((_resolve, reject) => {
				giveUp = () => reject(new Error('database is locked'))
			})
		},
	}
	const log = pino({ level: 'silent' })
	const context = { db, log, secrets: openSecrets('a key for tests'), secure: false } as unknown as AppContext
	const address = 'http://127.0.0.1/'
	const set = await startSession(new Request(address), context, { personId: citizen.personId, sharedDevice: true })
	const page = new Request(address, { headers: { cookie: set.split(';')[0]! } })

	isLocked = true
	for (const [minutes, triesSoFar] of [
		[2, 1],
		[2, 1],
		[2.9, 1],
		[3, 2],
	] as const) {
		expect(await findVisitor(page, context, later(minutes))).toMatchObject({ personId: citizen.personId })
		expect(tries).toBe(triesSoFar)
		giveUp()
	}
})
