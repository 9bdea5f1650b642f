import { afterAll, expect, test } from 'vitest'
import { saveBodyRules } from '../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { closes, during, givenVotes, named, opens, secret } from '../../../tests/given-votes.ts'
import { castingVoteDays } from '../../domain/decisions/casting-vote.ts'
import type { MotionRules } from '../../domain/decisions/decision.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { giveCastingVote } from './give-casting-vote.server.ts'
import { openDecision } from './open-decision.server.ts'
import { presentDecision, presentOwn } from './present-decision.server.ts'
import { verifyResults } from './verify-results.server.ts'

const { scratch, db, given, asked, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

const ada = await givenMember(db, given.place, { name: 'Ada', voice: given.voices.citizen })
const panel = await givenGroup(db, given.place, 'panel', [
	{ member: ada, office: 'chair' },
	{ member: given.citizen },
	{ member: given.provider },
])
const withChair: MotionRules = { ...secret, castingVote: { memberId: ada.memberId } }
const forIt = { choice: 'for' as const, reason: ' It cannot wait. ' }
const afterwards = new Date(closes.getTime() + 60_000)

async function levelVote(rules: MotionRules = withChair) {
	const decision = await opened({ groupId: panel.id, rules })
	await cast(given.citizen, decision.id, 'for')
	await cast(given.provider, decision.id, 'against')
	await closeDueDecisions(db, closes)
	return decision.id
}

const resultOf = async (id: string) => (await findDecision(db.read, given.place, id))!.result

test('a level vote waits for its chair, who settles it once, with a reason, on the record', async () => {
	const id = await levelVote()
	expect(await resultOf(id)).toMatchObject({ outcome: 'level', voted: 2 })

	expect(await giveCastingVote(db, given.citizen, id, forIt, afterwards)).toEqual({ refused: 'not-yours-to-cast' })
	expect(await giveCastingVote(db, given.facilitator, id, forIt, afterwards)).toEqual({ refused: 'not-yours-to-cast' })
	expect(await giveCastingVote(db, ada, id, { ...forIt, reason: ' ' }, afterwards)).toEqual({
		refused: 'reason-missing',
	})
	const sent = [giveCastingVote(db, ada, id, forIt, afterwards), giveCastingVote(db, ada, id, forIt, afterwards)]
	for (const giving of await Promise.all(sent)) expect(giving).toMatchObject({ decision: { id } })
	expect(await giveCastingVote(db, ada, id, { ...forIt, choice: 'against' }, afterwards)).toEqual({
		refused: 'given-already',
	})

	expect(await resultOf(id)).toMatchObject({
		outcome: 'agreed',
		voted: 2,
		casting: { choice: 'for', reason: 'It cannot wait.' },
	})
	expect((await kindsOf(id)).slice(-2)).toEqual(['decision-closed', 'casting-vote-given'])
	expect((await verifyResults(db.read, given.place)).different).toEqual([])
})

test('a named vote still checks against the record after its casting vote', async () => {
	const id = await levelVote({ ...named, ...withChair, secrecy: 'named' })
	expect(await resultOf(id)).toMatchObject({ outcome: 'level', tally: { for: 1, against: 1 } })
	await giveCastingVote(db, ada, id, forIt, afterwards)
	expect(await resultOf(id)).toMatchObject({
		outcome: 'agreed',
		tally: { for: 1, against: 1 },
		casting: { choice: 'for', reason: 'It cannot wait.' },
	})
	expect((await verifyResults(db.read, given.place)).different).toEqual([])
})

test('only what is level, only by whom it was sealed, only in time', async () => {
	const open = await opened({ groupId: panel.id, rules: withChair })
	expect(await giveCastingVote(db, ada, open.id, forIt, during)).toEqual({ refused: 'not-level' })
	const withoutChair = await levelVote(secret)
	expect(await resultOf(withoutChair)).toMatchObject({ outcome: 'not-agreed' })
	expect(await giveCastingVote(db, ada, withoutChair, forIt, afterwards)).toEqual({ refused: 'not-yours-to-cast' })
	const tooLate = new Date(closes.getTime() + castingVoteDays * 24 * 60 * 60_000)
	const late = await levelVote()
	expect(await giveCastingVote(db, ada, late, forIt, tooLate)).toEqual({ refused: 'too-late' })
	const found = (await findDecision(db.read, given.place, late))!
	expect(presentDecision(found, new Date(tooLate.getTime() - 1)).castingVoteOver).toBe(false)
	expect(presentDecision(found, tooLate).castingVoteOver).toBe(true)
	expect(await giveCastingVote(db, ada, late, forIt, new Date(tooLate.getTime() - 1))).toMatchObject({
		decision: { result: { outcome: 'agreed' } },
	})
})

test('nobody but the chair of the group can be given it, and not where the rules of the body say there is none', async () => {
	const open = async (change: object) =>
		await openDecision(db, given.facilitator, await asked({ groupId: panel.id, ...change }), opens)
	const refused = { refused: 'casting-vote-not-theirs' }
	expect(await open({ rules: { ...secret, castingVote: { memberId: given.citizen.memberId } } })).toEqual(refused)
	expect(await open({ rules: withChair, kind: 'show-of-views' })).toEqual(refused)
	const rules = {
		quorum: { least: 1 },
		threshold: 'majority' as const,
		castingVote: false,
		remoteCounts: false,
		lateVotes: false,
	}
	const row = { groupId: panel.id, rules, since: null, rights: {}, setBy: ada.memberId, setAt: opens }
	await db.write((tx) => saveBodyRules(tx, row))
	expect(await open({ rules: withChair })).toEqual(refused)
})

test('a page that only its reader sees says so, and who can see what is voted on', async () => {
	const decision = (await findDecision(db.read, given.place, (await opened()).id))!
	const seenBy = (visibility: 'public' | 'circle') =>
		presentOwn({ ...decision, about: { ...decision.about, visibility, open: true } }, afterwards).seenBy
	expect(seenBy('public')).toBe('Everyone can read what is voted on. Only you see this page.')
	expect(seenBy('circle')).toBe(
		'Only the people in this circle can read what is voted on. Facilitators cannot. Only you see this page.',
	)
})
