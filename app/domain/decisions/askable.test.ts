import { expect, test } from 'vitest'
import { choosing, electors } from '../../../tests/given-question.ts'
import { refuseRules } from './askable.ts'
import type { ChoosingMethod, ChoosingRules } from './decision.ts'

const money = { budget: 10_000_00 }
const points = { ...money, ballot: 'points' as const, points: 10 }
const ranks = { ...money, ballot: 'ranks' as const, most: 3 }

test.each<[string, ChoosingMethod, Partial<ChoosingRules>]>([
	['ticks, of a cost or of one', 'equal-shares', { ...money, utility: 'cardinality', most: 2, withinBudget: true }],
	['points, with a cap', 'equal-shares', { ...points, cap: 5 }],
	['points, most first', 'greedy', { ...points, support: 4 }],
	['an order', 'equal-shares', { ...ranks, completion: 'greedy', comparison: true, bar: true }],
	['an order, most points first', 'greedy-no-skip', ranks],
])('money can be shared by %s', (_how, method, rules) => {
	expect(refuseRules(choosing(method, rules), electors)).toBeNull()
})

test.each<[string, ChoosingMethod, Partial<ChoosingRules>, string]>([
	['points that nobody has', 'greedy', { ...money, ballot: 'points' }, 'points-unclear'],
	['more for one than there are', 'greedy', { ...points, cap: 11 }, 'points-unclear'],
	['points worth a cost', 'equal-shares', { ...points, utility: 'cost' }, 'rules-unclear'],
	['points that spend the pot', 'greedy', { ...points, withinBudget: true }, 'rules-unclear'],
	['points and a number of projects', 'greedy', { ...points, most: 2 }, 'rules-unclear'],
	['an order without a number of places', 'greedy', { ...money, ballot: 'ranks' }, 'most-unclear'],
	['more places than projects', 'greedy', { ...ranks, most: 4 }, 'most-unclear'],
	['an order worth one', 'equal-shares', { ...ranks, utility: 'cardinality' }, 'rules-unclear'],
	['an order with points', 'equal-shares', { ...ranks, points: 10 }, 'rules-unclear'],
	['ticks with points', 'equal-shares', { ...money, points: 10 }, 'rules-unclear'],
	['a way nobody knows', 'greedy', { ...money, ballot: 'shouts' as 'ticks' }, 'rules-unclear'],
	['points where no money is shared', 'approval', { seats: 1, ballot: 'points', points: 10 }, 'rules-unclear'],
])('cannot be counted: %s', (_how, method, rules, refused) => {
	expect(refuseRules(choosing(method, rules), electors)).toMatchObject({ refused })
})
