import { expect, test } from 'vitest'
import { closedShares } from '../../../tests/conformance/closed-shares.ts'
import { choosing } from '../../../tests/given-question.ts'
import type { Answer, Choosing, DecisionPart, Method } from '../../domain/decisions/decision.ts'
import type { Tie } from '../../domain/decisions/methods/count.ts'
import { asBudget, type BudgetTold } from './budget-words.ts'
import { byHandOf, withdrawnByHand } from './by-hand-words.ts'
import { methodName } from './method-words.ts'
import { mainReasons, whyNotFunded } from './not-funded-words.ts'
import { pointPriceWords } from './steps-words.ts'
import { tieWords } from './tie-words.ts'
import { chosenOf } from './told.ts'
import { lapseWords } from './withdrawn-words.ts'

const money = { budget: 10_000_00 }
const ways = [
	{ ...money, ballot: 'points' as const, points: 10 },
	{ ...money, ballot: 'ranks' as const, most: 3 },
]

test.each(['greedy', 'greedy-no-skip', 'equal-shares'] as const)(
	'nothing of %s by points speaks of votes or ticks',
	(method) => {
		for (const rules of ways) {
			const asked = choosing(method, rules) as DecisionPart<'method' | 'rules'>
			const said = [methodName(asked), lapseWords(choosing(method, rules)), ...byHandOf(asked)].join(' ')
			expect(said).not.toMatch(/most votes|tick|chose/)
		}
	},
)

test.each([
	[ways[0], 'The rule asks for at least 12 points.'],
	[money, 'The rule asks for at least 12 votes.'],
])('what the rule asks for is in what it counts: %j', (rules, words) => {
	const { kind, options, tieOrder } = choosing('greedy')
	const count = {
		method: 'greedy',
		winners: [],
		rounds: [],
		ties: [],
		notConsidered: [],
		options: { utility: 'points' },
	}
	const told = { kind, options, tieOrder, outcome: 'none-chosen', rules: { ...rules, support: 12 }, count }
	expect(whyNotFunded(told as unknown as BudgetTold, { named: { A: 5 } }, null)[0]).toContain(words)
})

test('ticks keep their words', () => {
	const asked = choosing('equal-shares', money) as DecisionPart<'method' | 'rules'>
	expect(methodName(asked)).toBe('Budget: equal shares')
	expect(byHandOf(asked)[0]).toContain('how many people chose')
})

test.each([
	[
		'everybody pays for every point',
		{
			cost: '60',
			price: '6',
			payers: [
				{ people: 2, points: 4, had: '30', paid: '24' },
				{ people: 1, points: 2, had: '30', paid: '12' },
			],
		},
		'£60 shared among 10 points is £6 a point.',
	],
	[
		'somebody has too little for their points',
		{
			cost: '60',
			price: '10',
			payers: [
				{ people: 1, points: 5, had: '60', paid: '50' },
				{ people: 1, points: 5, had: '10', paid: '10' },
			],
		},
		'One person had too little for their points and gives all they have. That leaves £50 for the 5 points of the others, which is £10 a point.',
	],
])('the price of a point: %s', (_what, step, words) => {
	expect(pointPriceWords(step)).toBe(words)
})

test.each([
	['irv', {}, /the next ones move up/],
	['schulze', {}, /the next ones move up/],
	['greedy', ways[1], /each keeps the points of its place/],
	['equal-shares', ways[1], /each keeps the points of its place/],
	['greedy', ways[0], null],
	['equal-shares', money, null],
	['approval', {}, null],
	['score', { highest: 5 }, null],
] as const)(
	'by hand, what becomes of the places beside something withdrawn is what the count does: %s %j',
	(method, rules, places) => {
		const asked = choosing(method, rules)
		const said = withdrawnByHand(asked as DecisionPart<'method' | 'rules'>)
		expect(said).toMatch(places ?? /^Strike out the column of each one that was withdrawn. Do not count/)
		// The page of the vote says the same.
		expect(/move up/.test(said)).toBe(/move up/.test(lapseWords(asked)))
		expect(/keeps? the points/.test(said)).toBe(/keep the points of their places/.test(lapseWords(asked)))
	},
)

test('level projects fall by their points, and by how many people only where they tick', () => {
	const tie: Tie = { kind: 'fund', round: 1, among: ['A', 'B'], picked: 'B', decidedBy: 'support' }
	const { options } = choosing('equal-shares', money)
	const same = options.map((option) => ({ ...option, cost: 1_000_00 }))
	const said = (utility: string) => {
		const count = { method: 'equal-shares' as Method, winners: ['B'], ties: [tie], options: { utility } }
		return tieWords({ count, options: same } as unknown as Parameters<typeof tieWords>[0], { A: 3, B: 5 }).join(' ')
	}
	expect(said('points')).toContain('“Night sitting” came first, because it had more points.')
	expect(said('borda')).toContain('because it had more points.')
	expect(said('cost')).toContain('because more people chose it.')
})

test.each([
	['greedy', 'points', { points: 10 }, (marks: Record<string, number>) => ({ marks })],
	['equal-shares', 'points', { points: 10, completion: 'none' }, (marks: Record<string, number>) => ({ marks })],
	[
		'greedy',
		'ranks',
		{ most: 9 },
		// One first place of nine is 9 points.
		(marks: Record<string, number>) => ({ ranks: Object.keys(marks).map((id) => [id]) }),
	],
] as const)(
	'by %s of %s the one with most points is told of first, with its people beside',
	(method, ballot, rules, answer) => {
		const asked: Choosing = {
			...choosing(method, { budget: 60_00, ballot, ...rules }),
			options: ['A', 'B', 'C'].map((id) => ({ id, name: id, cost: id === 'A' ? 60_00 : 59_00 })),
			tieOrder: ['A', 'B', 'C'],
		}
		const given: Record<string, number>[] = [{ A: 9, B: 1 }, { A: 9, B: 1 }, { A: 9, B: 1 }, { A: 9 }, { C: 9 }]
		const { decision, named, points, story } = closedShares(
			asked,
			given.map((marks): Answer => answer(marks)),
		)
		const told = asBudget(chosenOf(decision)!)!
		const reasons = whyNotFunded(told, { named, points }, story)
		const most = [...told.options]
			.filter(({ id }) => !told.count.winners.includes(id))
			.sort((a, b) => points![b.id]! - points![a.id]!)
		expect(reasons.map((why) => why.slice(1, 2))).toEqual(most.map(({ id }) => id))
		for (const [at, { id }] of most.entries())
			expect(reasons[at]).toContain(
				`It has ${points![id]} points, from ${named[id] === 1 ? 'one person' : `${named[id]} people`}.`,
			)
	},
)

test('of those not funded, the one that only a tie kept out is told of before the one that most want', () => {
	const asked: Choosing = {
		...choosing('greedy', { budget: 100_00 }),
		options: [
			{ id: 'A', name: 'A', cost: 60_00 },
			{ id: 'B', name: 'B', cost: 70_00 },
			{ id: 'C', name: 'C', cost: 200_00 },
		],
		tieOrder: ['A', 'B', 'C'],
	}
	const marks = { marks: { A: 1, B: 1, C: 1 } }
	const { decision, named, points, story } = closedShares(asked, [marks, { marks: { C: 1 } }])
	expect(mainReasons(asBudget(chosenOf(decision)!)!, { named, points }, story)).toEqual([
		'“B” costs £70. One person chose it. It was level with “A”, which went first, because it costs less. When its turn came, £40 was left: £30 too little.',
		'“C” costs £200. 2 people chose it. When its turn came, £100 was left: £100 too little.',
	])
})
