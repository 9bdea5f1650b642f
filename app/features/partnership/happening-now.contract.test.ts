import { afterAll, expect, test } from 'vitest'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { options } from '../../../tests/given-question.ts'
import { closes, during, givenVotes, secret } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { castingVoteEnds } from '../../domain/decisions/casting-vote.ts'
import { closeDueDecisions } from '../decisions/close-due-decisions.server.ts'
import { withdrawOption } from '../decisions/withdraw-option.server.ts'
import { happeningNow } from './happening-now.server.ts'

const { scratch, db, given, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())
const { citizen, commissioner, provider, facilitator, place } = given

test('who has voted is told that something was withdrawn, whatever they chose', async () => {
	const rules = { secrecy: 'secret' as const, quorum: 0, showsStanding: false }
	const { id } = await opened({ method: 'approval', options, rules } as never)
	await cast(citizen, id, { marks: { A: 1 } })
	await cast(commissioner, id, { marks: { B: 1 } })
	const told = async (who: Membership | null) =>
		(await happeningNow(db, place, who, during)).decisions.find((decision) => decision.id === id)?.lookAgain
	expect(await told(citizen)).toBe(false)
	await withdrawOption(db, facilitator, id, { option: 'A', reason: 'The hall is gone.' }, during)
	expect(await told(citizen)).toBe(true)
	expect(await told(commissioner)).toBe(true)
	expect(await told(provider)).toBe(false)
})

test('whoever has the casting vote is told that it waits for them, and nobody else', async () => {
	const ada = await givenMember(db, place, { name: 'Ada', voice: given.voices.citizen })
	const panel = await givenGroup(db, place, 'panel', [
		{ member: ada, office: 'chair' },
		{ member: citizen },
		{ member: provider },
	])
	const decision = await opened({ groupId: panel.id, rules: { ...secret, castingVote: { memberId: ada.memberId } } })
	await cast(citizen, decision.id, 'for')
	await cast(provider, decision.id, 'against')
	const waits = async (who: Membership | null, now: Date) =>
		(await happeningNow(db, place, who, now)).toSettle.map(({ id }) => id)
	expect(await waits(ada, during)).toEqual([])
	await closeDueDecisions(db, closes)
	expect(await waits(ada, closes)).toEqual([decision.id])
	expect(await waits(facilitator, closes)).toEqual([])
	expect(await waits(null, closes)).toEqual([])
	expect(await waits(ada, castingVoteEnds(decision))).toEqual([])
})
