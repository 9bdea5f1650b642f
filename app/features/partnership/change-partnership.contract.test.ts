import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPartnership } from '../../../db/queries/partnerships.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { givenPartnership } from '../../../tests/factories.ts'
import { givenDecision } from '../../../tests/given-decision.ts'
import { changePartnership } from './change-partnership.server.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: Awaited<ReturnType<typeof givenPartnership>>
beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

const about = { name: 'Harbourside', purpose: 'Good lives', runBy: 'Harbourside Council' }
const named = { secrecy: 'named' as const, quorum: 0, threshold: 'majority' as const, showsStanding: false }

test('opening a partnership says first which votes with names everybody would see', async () => {
	const { db } = scratch
	const { decision } = await givenDecision(db, given, { visibility: 'public', rules: named })
	await givenDecision(db, given, { visibility: 'partnership', rules: named })
	await givenDecision(db, given, { visibility: 'public', rules: named, state: 'stopped', stoppedReason: 'Wrong words' })
	await givenDecision(db, given, { visibility: 'public' })
	const change = (open: boolean, readOfNames?: boolean) =>
		changePartnership(db, given.facilitator, { ...about, open }, { readOfNames })
	const isOpen = async () => (await findPartnership(db.read, given.place.partnershipId))?.open

	expect(await change(false)).toEqual({ changed: true })
	const { id, reference, question } = decision
	expect(await change(true)).toEqual({ refused: 'opens-named-votes', named: [{ id, reference, question }] })
	expect(await isOpen()).toBe(false)
	expect(await change(true, true)).toEqual({ changed: true })
	expect(await isOpen()).toBe(true)
	// Of what is open already nothing is asked again.
	expect(await change(true)).toEqual({ changed: true })
})
