import { expect, test } from 'vitest'
import type { MotionRules } from '../decision.ts'
import { motionOutcome, noVotes, tally } from './motion.ts'

const plain = { quorum: 3, threshold: 'majority' } as const
const twoThirds = { quorum: 0, threshold: { numerator: 2, denominator: 3 } } as const
const ofAll = { ...twoThirds, of: 'entitled' } as const

test.each<[string, Pick<MotionRules, 'quorum' | 'threshold' | 'of'>, Partial<typeof noVotes>, string]>([
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
])('%s', (_rule, rules, votes, outcome) => {
	expect(motionOutcome(rules, { ...noVotes, ...votes }, 6)).toBe(outcome)
})

test('counting does not depend on order', () => {
	expect(tally(['for', 'abstain', 'for', 'against'])).toEqual({ for: 2, against: 1, abstain: 1 })
	expect(tally(['against', 'for', 'for', 'abstain'])).toEqual({ for: 2, against: 1, abstain: 1 })
})
