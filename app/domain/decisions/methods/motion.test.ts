import { expect, test } from 'vitest'
import type { MotionRules } from '../decision.ts'
import { fixQuorum, motionOutcome, noVotes, tally } from './motion.ts'

const plain = { quorum: 3, threshold: 'majority' } as const
const twoThirds = { quorum: 0, threshold: { numerator: 2, denominator: 3 } } as const
const ofAll = { ...twoThirds, of: 'entitled' } as const

const ofVoters = { ...twoThirds, of: 'present' } as const
const withChair = { ...plain, castingVote: { memberId: 'ada' } } as const

test.each<[string, Partial<MotionRules>, Partial<typeof noVotes>, string]>([
	['more for than against', plain, { for: 2, against: 1 }, 'agreed'],
	['a tie is not agreement', plain, { for: 2, against: 2 }, 'not-agreed'],
	['abstaining counts towards the quorum', plain, { for: 1, abstain: 2 }, 'agreed'],
	['abstaining carries nothing by itself', plain, { abstain: 3 }, 'not-agreed'],
	['one short of the quorum is no decision', plain, { for: 2 }, 'no-quorum'],
	['nobody voted', plain, {}, 'nobody-voted'],
	['nobody voted and no quorum was asked for', twoThirds, {}, 'nobody-voted'],
	['two thirds exactly is enough', twoThirds, { for: 2, against: 1 }, 'agreed'],
	['just under two thirds is not', twoThirds, { for: 1999, against: 1000 }, 'not-agreed'],
	['two thirds of all six entitled: four for', ofAll, { for: 4, against: 2 }, 'agreed'],
	['three for and nobody against is not two thirds of six', ofAll, { for: 3 }, 'not-agreed'],
	['all abstaining reaches no share', twoThirds, { abstain: 5 }, 'not-agreed'],
	['two thirds of all six who voted: four for', ofVoters, { for: 4, abstain: 2 }, 'agreed'],
	['abstaining makes a share of those who voted harder', ofVoters, { for: 3, against: 1, abstain: 1 }, 'not-agreed'],
	['who stayed away does not', ofVoters, { for: 2, against: 1 }, 'agreed'],
	['a level vote waits for the chair, where the rules give them one', withChair, { for: 2, against: 2 }, 'level'],
	['nobody for or against is not a level vote to settle', withChair, { abstain: 3 }, 'not-agreed'],
	['a level vote without a quorum is no decision', withChair, { for: 1, against: 1 }, 'no-quorum'],
	['a vote that is not level is not the chair’s', withChair, { for: 1, against: 2 }, 'not-agreed'],
])('%s', (_rule, rules, votes, outcome) => {
	expect(motionOutcome({ ...plain, ...rules }, { tally: { ...noVotes, ...votes }, electors: 6 })).toBe(outcome)
})

test.each<['for' | 'against', string]>([
	['for', 'agreed'],
	['against', 'not-agreed'],
])('a casting vote %s settles a level vote', (choice, outcome) => {
	const vote = { tally: { for: 2, against: 2, abstain: 0 }, electors: 6, casting: { choice, reason: 'It cannot wait' } }
	expect(motionOutcome(withChair, vote)).toBe(outcome)
	expect(motionOutcome(plain, vote)).toBe('not-agreed')
	expect(motionOutcome(withChair, { ...vote, tally: { for: 3, against: 2, abstain: 0 } })).toBe('agreed')
})

test.each<[string, number, string]>([
	['enough of the voice', 2, 'agreed'],
	['one short of the voice is no decision, whatever the total', 1, 'no-quorum'],
])('a least number of a voice: %s', (_rule, tookPart, outcome) => {
	const rules = { ...plain, voiceQuorum: [{ voiceId: 'citizen', quorum: 2 }] }
	const voiceTurnout = [{ voiceId: 'citizen', tookPart }]
	expect(motionOutcome(rules, { tally: { for: 4, against: 0, abstain: 0 }, electors: 6, voiceTurnout })).toBe(outcome)
})

test.each<[number, number, number]>([
	[1, 15, 4],
	[1, 16, 4],
	[1, 1, 1],
	[3, 10, 8],
])('a quorum of %i in 4 of %i is %i, rounded up', (numerator, electors, quorum) => {
	const rules = { quorum: 0, quorumShare: { numerator, denominator: 4 } }
	expect(fixQuorum(rules, electors)).toEqual({ ...rules, quorum })
	expect(fixQuorum({ quorum: 3 }, electors)).toEqual({ quorum: 3 })
})

test('counting does not depend on order', () => {
	expect(tally(['for', 'abstain', 'for', 'against'])).toEqual({ for: 2, against: 1, abstain: 1 })
	expect(tally(['against', 'for', 'for', 'abstain'])).toEqual({ for: 2, against: 1, abstain: 1 })
})
