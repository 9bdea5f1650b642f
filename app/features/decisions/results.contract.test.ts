import { afterAll, expect, test } from 'vitest'
import { findBallotSalt, listBallots, saveBallot } from '../../../db/queries/ballots.ts'
import { endDecision, findDecision } from '../../../db/queries/decisions.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { closes, during, givenVotes, named, secret } from '../../../tests/given-votes.ts'
import { tamperWithDecision } from '../../../tests/tampered-decision.ts'
import type { ConsentRules, Decision } from '../../domain/decisions/decision.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { readResult } from './read-result.server.ts'
import { verifyResults } from './verify-results.server.ts'
import { withdrawOption } from './withdraw-option.server.ts'

const { scratch, db, given, workings, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())

const options = [
	{ id: 'A', name: 'Weekend breaks', cost: 6_000_00 },
	{ id: 'B', name: 'Night sitting', cost: 5_000_00 },
]
const choosing = { quorum: 0, showsStanding: false }

async function closedOf(id: string) {
	await closeDueDecisions(db, closes)
	return (await findDecision(db.read, given.place, id))!
}

test('nothing of a vote is read before it is closed', async () => {
	const decision = await opened({ rules: named })
	await cast(given.citizen, decision.id, 'for')
	const open = (await findDecision(db.read, given.place, decision.id))!
	expect(await readResult(db.read, given.place, open, workings)).toEqual({
		voices: [],
		votes: [],
		reasons: [],
		points: null,
		pairs: null,
		shares: null,
		named: {},
		isMissingVoices: false,
	})
})

test('a ranked vote is read with every two compared, and who voted how where votes are named', async () => {
	const { id } = await opened({ method: 'irv', options, rules: { ...choosing, secrecy: 'named', seats: 1 } })
	await cast(given.citizen, id, { ranks: [['A'], ['B']] }, { reason: 'Rest.' })
	await cast(given.provider, id, { ranks: [['B']] })
	await cast(given.commissioner, id, { ranks: [['A']] })
	const read = await readResult(db.read, given.place, await closedOf(id), workings)
	expect(read.pairs).toMatchObject({ pairwise: { A: { A: 0, B: 2 }, B: { A: 1, B: 0 } }, condorcetWinner: 'A' })
	expect(read.named).toEqual({ A: 2, B: 2 })
	expect(read.votes.find(({ name }) => name === 'Amina')).toMatchObject({
		answer: { ranks: [['A'], ['B']] },
		reason: 'Rest.',
	})
	expect(read.isMissingVoices).toBe(false)
})

/** A panel of so many citizens, for secret votes that are large enough to show their numbers. */
async function panelOf(size: number) {
	const people = []
	for (let at = 0; at < size; at++)
		people.push(await givenMember(db, given.place, { name: `Neighbour ${at}`, voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		[...people, given.provider].map((member) => ({ member })),
	)
	return { people, group }
}

test('a secret budget is read without voices, and none of a small voice is shown', async () => {
	const { people, group } = await panelOf(4)
	const { id } = await opened({
		groupId: group.id,
		method: 'equal-shares',
		options,
		rules: { ...choosing, secrecy: 'secret', budget: 9_000_00 },
	})
	for (const who of people) await cast(who, id, { marks: { A: 1 } }, { reason: 'My mother needs a break.' })
	await cast(given.provider, id, { marks: { A: 1, B: 1 } })
	const read = await readResult(db.read, given.place, await closedOf(id), workings)
	expect(read.named).toEqual({ A: 5, B: 1 })
	expect(read.reasons).toEqual(
		Array(4).fill({ id: expect.any(String), answer: null, reason: 'My mother needs a break.' }),
	)
	expect(read.voices.map(({ tally, voted }) => [tally, voted])).toEqual([
		[null, null],
		[null, null],
	])
})

test('a secret vote of fewer than five is read without any number, and reasons without what they were given for', async () => {
	const { id } = await opened({ method: 'irv', options, rules: { ...choosing, secrecy: 'secret', seats: 1 } })
	await cast(given.citizen, id, { ranks: [['A'], ['B']] }, { reason: 'Rest.' })
	await cast(given.provider, id, { ranks: [['A']] })
	const consent: ConsentRules = { ...choosing, secrecy: 'secret', silenceIsConsent: false }
	const objected = await opened({ method: 'consent', rules: consent })
	await cast(
		given.citizen,
		objected.id,
		{ consent: 'object', proposedChange: 'Start in May.' },
		{ reason: 'Too soon.' },
	)
	const ranked = await closedOf(id)
	expect(ranked.result).toMatchObject({ outcome: 'chosen', winners: ['A'], voted: 2 })
	expect(JSON.stringify(ranked.result)).not.toMatch(/tally":\{|rounds|pairwise/)
	expect(await readResult(db.read, given.place, ranked, workings)).toMatchObject({
		points: null,
		pairs: null,
		named: {},
		votes: [],
		reasons: [{ answer: null, reason: 'Rest.' }],
		isMissingVoices: false,
	})
	expect((await readResult(db.read, given.place, await closedOf(objected.id), workings)).reasons).toMatchObject([
		{ answer: null, reason: 'Too soon. What would meet it: Start in May.' },
	])
})

test('a lock on voices too small to publish says so', async () => {
	const { people } = await panelOf(4)
	const providers = [given.provider]
	for (let at = 0; at < 4; at++)
		providers.push(await givenMember(db, given.place, { name: `Carer ${at}`, voice: given.voices.provider }))
	const seats = [...people, ...providers].map((member) => ({ member }))
	const group = await givenGroup(db, given.place, 'panel', seats)
	const voiceLock = [{ voiceId: given.voices.provider.id, quorum: 1 }]
	const rules: ConsentRules = { ...choosing, secrecy: 'secret', silenceIsConsent: false, voiceLock }
	const { id } = await opened({ groupId: group.id, method: 'consent', options: [], rules })
	for (const who of people) await cast(who, id, { consent: 'agree' })
	await cast(given.provider, id, { consent: 'object', proposedChange: 'Start in May.' }, { reason: 'Too soon.' })
	const read = await readResult(db.read, given.place, await closedOf(id), workings)
	expect(read.isMissingVoices).toBe(true)
	expect(read.voices.find(({ locked }) => locked)).toMatchObject({ locked: 'not-agreed', tally: null })
})

test('stored results and ballots are compared with the record, and what was changed is named', async () => {
	const [whole, small, result, ballot, reworded, lot, asked] = [
		await opened({ rules: secret }),
		await opened({ rules: secret }),
		await opened({ rules: named }),
		await opened({ rules: named }),
		await opened({ rules: named }),
		await opened({ method: 'irv', options, rules: { ...choosing, secrecy: 'secret', seats: 1 } }),
		await opened({ rules: secret }),
	]
	await cast(given.citizen, lot.id, { ranks: [['A'], ['B']] })
	await cast(given.provider, lot.id, { ranks: [['B'], ['A']] })
	for (const { id } of [whole, small, result, ballot, reworded, asked]) {
		await cast(given.citizen, id, 'for')
		await cast(given.provider, id, 'for')
	}
	await closeDueDecisions(db, closes)
	const before = await verifyResults(db.read, given.place)
	expect(before.different).toEqual([])
	expect(before.checked).toBeGreaterThanOrEqual(3)

	const stored = (await findDecision(db.read, given.place, result.id))!
	const [vote] = await listBallots(db.read, ballot.id)
	const [rewritten] = await listBallots(db.read, reworded.id)
	const [hidden] = await listBallots(db.read, small.id)
	await db.write(async (tx) => {
		await endDecision(tx, { ...stored, result: { ...stored.result!, outcome: 'not-agreed' } } as Decision)
		await saveBallot(tx, { ...vote!, answer: { choice: 'against' } })
		await saveBallot(tx, { ...rewritten!, reason: 'Words they never wrote.' })
		await saveBallot(tx, { ...hidden!, answer: { choice: 'against' } })
		await tamperWithDecision(tx, lot.id, { tieOrder: [...lot.tieOrder].reverse() })
		await tamperWithDecision(tx, asked.id, { question: 'Do we stop?' })
	})
	expect((await verifyResults(db.read, given.place)).different).toEqual([
		{ reference: small.reference, differences: ['ballots-changed', 'count-differs'] },
		{ reference: result.reference, differences: ['result-changed', 'count-differs'] },
		{
			reference: ballot.reference,
			differences: ['ballots-changed', 'names-changed', 'stored-changed', 'count-differs'],
		},
		{ reference: reworded.reference, differences: ['names-changed', 'stored-changed'] },
		{ reference: lot.reference, differences: ['seal-changed', 'lot-changed', 'count-differs'] },
		{ reference: asked.reference, differences: ['seal-changed', 'seed-changed'] },
	])
})

test('a reason of a secret vote, or a mark that lapsed, changed by hand is found; its salt is nowhere but in its own table', async () => {
	const { people, group } = await panelOf(5)
	const three = [...options, { id: 'C', name: 'A minibus', cost: 4_000_00 }]
	const rules = { ...choosing, secrecy: 'secret' as const, seats: 1 }
	const { id, reference } = await opened({ groupId: group.id, method: 'approval', options: three, rules })
	for (const who of people) await cast(who, id, { marks: { A: 1, B: 1 } }, { reason: 'My mother needs a break.' })
	await withdrawOption(db, given.facilitator, id, { option: 'A', reason: 'The hall is gone.' }, during)
	await closedOf(id)
	const ofThis = async () =>
		(await verifyResults(db.read, given.place)).different.filter((one) => one.reference === reference)
	expect(await ofThis()).toEqual([])

	const [ballot] = await listBallots(db.read, id)
	for (const change of [{ reason: 'They paid me.' }, { answer: { marks: { B: 1 } } }]) {
		await db.write((tx) => saveBallot(tx, { ...ballot!, ...change }))
		expect(await ofThis()).toEqual([{ reference, differences: ['stored-changed'] }])
		await db.write((tx) => saveBallot(tx, ballot!))
		expect(await ofThis()).toEqual([])
	}
	const salt = (await findBallotSalt(db.read, id))!
	expect(salt).toMatch(/^[0-9a-f]{64}$/)
	const closed = await findDecision(db.read, given.place, id)
	const entries = await listEntriesAbout(db.read, given.place, id)
	expect(JSON.stringify([closed, entries])).not.toContain(salt)
	expect(entries.at(-1)?.details.stored).toMatch(/^[0-9a-f]{64}$/)
})
