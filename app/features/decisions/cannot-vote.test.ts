import { expect, test } from 'vitest'
import { closesAt, opensAt } from '../../../tests/given-question.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { cannotVote, cannotVoteWords } from './cannot-vote.ts'
import { whoseBallot } from './whose-words.ts'

const before = new Date(opensAt.getTime() - 1)
const elector = { isElector: true, isObserver: false }
const member = { isElector: false, isObserver: false }
const observer = { isElector: false, isObserver: true }

test.each<[string, Decision['state'], typeof member, Date, ReturnType<typeof cannotVote>]>([
	['who is on the list votes', 'open', elector, opensAt, null],
	['who is not does not', 'open', member, opensAt, 'not-on-the-roll'],
	['an observer does not', 'open', observer, opensAt, 'observer'],
	['nobody votes after the close', 'open', elector, closesAt, 'voting-over'],
	['which is said to everybody', 'closed', observer, closesAt, 'voting-over'],
	['nor before it opens', 'open', member, before, 'not-open-yet'],
	['nor where it was stopped', 'stopped', member, opensAt, 'stopped'],
])('%s', (_what, state, who, now, why) => {
	expect(cannotVote({ state, opensAt, closesAt }, who, now)).toBe(why)
})

test('why there is no ballot is said of whoever it would be', () => {
	expect(cannotVoteWords('not-on-the-roll')).toBe(
		'You are not among the people asked here. Who may vote was fixed when this opened. A facilitator can tell you why. You can say how you see it once voting ends.',
	)
	expect(cannotVoteWords('not-on-the-roll', whoseBallot({ name: 'Grace' }))).toBe(
		'Grace is not among the people asked here. Who may vote was fixed when this opened. A facilitator can tell them why. Grace can say how they see it once voting ends.',
	)
	expect(cannotVoteWords('observer')).not.toContain('say how')
})
