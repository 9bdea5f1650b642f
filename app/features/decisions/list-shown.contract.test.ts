import { afterAll, expect, test } from 'vitest'
import { findDecision } from '../../../db/queries/decisions.ts'
import { closes, during, givenVotes, named, secret } from '../../../tests/given-votes.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { listShown, listVotesOn } from './list-shown.server.ts'

const { scratch, db, given, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())

const options = Array.from({ length: 40 }, (_, at) => ({ id: `P${at}`, name: `Project ${at}`, cost: 1_000_00 }))
const money = { secrecy: 'named' as const, quorum: 0, showsStanding: false, budget: 2_000_00 }

test('each row says how its vote stands or ended, whatever shape its result has, and holds nothing of how it was counted', async () => {
	const motion = await opened({ rules: named })
	const small = await opened({ rules: secret })
	const consent = await opened({ method: 'consent', rules: { ...named, silenceIsConsent: true } })
	const budget = await opened({ method: 'equal-shares', options, rules: money })
	const none = await opened({ method: 'irv', options, rules: { ...named, seats: 1 } })
	const later = await opened({ rules: named, closesAt: new Date(closes.getTime() + 60_000) })
	for (const who of [given.citizen, given.provider]) {
		await cast(who, motion.id, 'for')
		await cast(who, small.id, 'against')
		await cast(who, consent.id, { consent: 'agree' })
		await cast(who, budget.id, { marks: { P7: 1 } })
	}
	await cast(given.citizen, later.id, 'abstain')

	const before = await listShown(db.read, given.place, given.citizen, during)
	expect(before.ended).toEqual([])
	const voted = { electors: expect.any(Number), voted: 2 }
	expect(before.open.find(({ id }) => id === motion.id)).toMatchObject({ turnout: voted, mine: 'voted', tag: null })
	expect(before.open.find(({ id }) => id === none.id)).toMatchObject({ mine: 'waiting', state: 'open' })

	await closeDueDecisions(db, closes)
	const { open, ended } = await listShown(db.read, given.place, given.citizen, closes)
	expect(open).toMatchObject([{ id: later.id, turnout: { voted: 1 }, mine: 'voted', tag: null }])
	expect(Object.fromEntries(ended.map(({ id, tag }) => [id, tag?.text]))).toEqual({
		[motion.id]: 'agreed',
		[small.id]: 'not agreed',
		[consent.id]: 'agreed',
		[budget.id]: 'funded: Project 7',
		[none.id]: 'nobody voted',
	})
	const shown = ended.find(({ id }) => id === budget.id)!
	expect(JSON.stringify(shown)).not.toContain('Project 8')
	expect(shown).not.toHaveProperty('result')

	const { documentId } = (await findDecision(db.read, given.place, budget.id))!.about
	expect(await listVotesOn(db.read, given.place, given.citizen, { documentId, now: closes })).toEqual([shown])
})
