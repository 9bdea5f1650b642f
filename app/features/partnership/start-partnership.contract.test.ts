import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEntries } from '../../../db/queries/record.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { newId } from '../../http/new-id.ts'
import { startPartnership } from './start-partnership.server.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

test('a partnership begins with three voices and a facilitator, once', async () => {
	const { db } = scratch
	const asked = {
		id: newId(),
		slug: 'harbourside',
		name: 'Harbourside',
		purpose: 'Good lives',
		runBy: 'Harbourside Council',
		open: true,
		facilitator: { personId: newId(), name: 'Farah', email: 'Farah@Example.org', voice: 'commissioner' as const },
	}
	const started = await startPartnership(db, asked)
	if ('refused' in started) throw new Error(started.refused)
	expect(started.facilitator).toMatchObject({ name: 'Farah', role: 'facilitator', voice: 'Commissioner', seats: [] })
	expect(started.voices.map(({ name }) => name)).toEqual(['Citizen', 'Commissioner', 'Provider'])
	expect((await listEntries(db.read, started.facilitator, { limit: 9 })).map(({ kind }) => kind)).toEqual([
		'member-joined',
		'partnership-started',
	])

	expect(await startPartnership(db, asked)).toEqual({ refused: 'already-started' })
	expect(await startPartnership(db, { ...asked, id: newId() })).toEqual({ refused: 'address-taken' })
	const facilitator = { personId: newId(), name: 'F', email: 'farah@example.org', voice: 'none' as const }
	const second = await startPartnership(db, { ...asked, id: newId(), slug: 'elsewhere', facilitator })
	if ('refused' in second) throw new Error(second.refused)
	expect(second.facilitator.personId).toBe(started.facilitator.personId)
	expect(second.facilitator).toMatchObject({ role: 'facilitator', voice: 'Facilitator' })
	expect(second.voices.map(({ name, shape }) => [name, shape])).toEqual([
		['Citizen', 0],
		['Commissioner', 1],
		['Provider', 2],
		['Facilitator', 3],
	])
})
