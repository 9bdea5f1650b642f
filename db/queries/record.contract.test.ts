import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../app/domain/access/membership.ts'
import { noEntry } from '../../app/domain/record/entry.ts'
import { verify } from '../../app/domain/record/verify.ts'
import { scratchDatabase } from '../../tests/contracts/scratch.ts'
import { givenPartnership } from '../../tests/factories.ts'
import type { Connection, Database } from '../database.ts'
import { record } from '../schema/index.ts'
import { listEntries, recordEvent, walkEntries } from './record.ts'

const scratch = await scratchDatabase()
const { db } = scratch
let place: Place

beforeEach(async () => {
	place = (await givenPartnership(db)).place
})
afterAll(() => scratch.remove())

const happen = (subjectId: string, through: Database = db) =>
	through.write((tx) =>
		recordEvent(tx, {
			partnershipId: place.partnershipId,
			kind: 'version-frozen',
			subjectId,
			actorId: 'm',
			details: { zebra: 1, apple: 'á', none: null },
			at: new Date('2026-06-14T16:00:00.123Z'),
		}),
	)

const check = () => verify(walkEntries(db.read, place, 3))

test('a chain read back from the database is unbroken, however it is sliced', async () => {
	for (let index = 1; index <= 7; index++) await happen(`d${index}`)
	const [last] = await listEntries(db.read, place, { limit: 1 })
	expect(await check()).toEqual({ unbroken: true, entries: 7, head: last!.hash })
	expect((await listEntries(db.read, place, { before: 4, limit: 2 })).map(({ number }) => number)).toEqual([3, 2])
})

test('an empty chain is unbroken, and each partnership has its own', async () => {
	await happen('d1')
	place = (await givenPartnership(db)).place
	expect(await check()).toEqual({ unbroken: true, entries: 0, head: noEntry })
})

test('twenty things at once, from two processes, follow one another without a gap', async () => {
	const other = await scratch.reopen()
	await Promise.all(Array.from({ length: 20 }, (_, index) => happen(`d${index}`, index % 2 ? db : other)))
	expect(await check()).toMatchObject({ unbroken: true, entries: 20 })
})

describe('somebody with the database in their hands is found out', () => {
	const entry = (number: number) => and(eq(record.partnershipId, place.partnershipId), eq(record.number, number))

	test.each<[string, (tx: Connection) => Promise<unknown>, number, string]>([
		[
			'a detail altered',
			(tx) =>
				tx
					.update(record)
					.set({ details: { zebra: 2 } })
					.where(entry(3)),
			3,
			'content-changed',
		],
		['a name put in', (tx) => tx.update(record).set({ actorId: 'x' }).where(entry(2)), 2, 'content-changed'],
		[
			'a moment moved',
			(tx) =>
				tx
					.update(record)
					.set({ at: new Date(0) })
					.where(entry(5)),
			5,
			'content-changed',
		],
		['an entry removed', (tx) => tx.delete(record).where(entry(4)), 4, 'number-missing'],
		['a hash replaced', (tx) => tx.update(record).set({ hash: noEntry }).where(entry(2)), 2, 'content-changed'],
		[
			'one slipped in below the first',
			(tx) => tx.update(record).set({ number: -3 }).where(entry(5)),
			1,
			'number-missing',
		],
		['the first one removed', (tx) => tx.delete(record).where(entry(1)), 1, 'number-missing'],
	])('%s', async (_what, tamper, firstBroken, why) => {
		for (let index = 1; index <= 5; index++) await happen(`d${index}`)
		await db.write(tamper)
		expect(await check()).toMatchObject({ unbroken: false, firstBroken, why })
	})

	// Postgres takes nothing but JSON and moments in these columns.
	test.runIf(!process.env.DATABASE_URL).each([
		['details that are no JSON', { details: sql`'{"zebra":'` }],
		['a moment that is none', { at: sql`'soon'` }],
	])('%s', async (_what, change) => {
		for (let index = 1; index <= 5; index++) await happen(`d${index}`)
		await db.write((tx) => tx.update(record).set(change).where(entry(3)))
		expect(await check()).toEqual({ unbroken: false, entries: 2, firstBroken: 3, why: 'content-changed' })
	})
})
