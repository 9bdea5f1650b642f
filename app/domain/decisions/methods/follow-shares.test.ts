import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountableBallots, countOpenBallots } from './count-open-ballots.ts'
import { parseExact } from './exact.ts'
import { followShares, type SharesToFollow } from './follow-shares.ts'

const projects = [
	{ id: 'A', cost: '60' },
	{ id: 'B', cost: '30' },
	{ id: 'C', cost: '45' },
]

/** Two want A and B, one wants A, one wants C: everybody begins with £30 of £120. */
const ballots: SharesToFollow['ballots'] = [
	{ count: 2, points: { A: 1, B: 1 } },
	{ points: { A: 1 } },
	{ points: { C: 1 } },
]

function counted(given: SharesToFollow['ballots'], budget: string, options: CountableBallots['options'] = {}) {
	const file: CountableBallots = {
		title: 'T',
		method: 'equal-shares',
		options: { utility: 'cost', completion: 'none', ...options },
		tieOrder: ['A', 'B', 'C'],
		choices: projects,
		budget,
		ballots: given,
	}
	const count = countOpenBallots(file)
	if (count.method !== 'equal-shares' || !count.endowment) throw new Error('not counted by equal shares')
	const purchases = count.rounds.flatMap((round) =>
		round.by === 'equal-shares' && round.price ? [{ ...round, price: round.price }] : [],
	)
	const byPoints = options.utility === 'points'
	return {
		count,
		followed: followShares({ ballots: given, projects, perVoter: count.endowment.perVoter, purchases, byPoints }),
	}
}

test('each step: who pays what, what is left to whom, and what else could have been bought', () => {
	const { followed } = counted(ballots, '120')
	expect(followed.steps).toEqual([
		{
			project: 'A',
			cost: '60',
			price: '20',
			payers: [{ people: 3, voice: '', had: '30', paid: '20', left: '10' }],
			others: [
				{ project: 'B', cost: '30', price: '15', together: '60' },
				{ project: 'C', cost: '45', price: null, together: '30' },
			],
		},
	])
	expect(followed.purses).toEqual([
		{ people: 2, voice: '', choices: ['A', 'B'], began: '30', left: '10' },
		{ people: 1, voice: '', choices: ['A'], began: '30', left: '10' },
		{ people: 1, voice: '', choices: ['C'], began: '30', left: '30' },
	])
	expect(followed.unbought).toEqual([
		{
			...{ project: 'B', cost: '30', people: 2, after: 'A', began: '60', together: '20', short: '10' },
			spent: [{ project: 'A', people: 2, paid: '40' }],
		},
		{ project: 'C', cost: '45', people: 1, after: null, began: '30', spent: [], together: '30', short: '15' },
	])
})

test('what the engine says it paid can be followed to the last part of a penny, and nobody ends below nothing', () => {
	const ballot = fc.record({
		count: fc.integer({ min: 1, max: 5 }),
		voice: fc.constantFrom('x', 'y'),
		points: fc.subarray(['A', 'B', 'C']).map((ids) => Object.fromEntries(ids.map((id) => [id, 1]))),
	})
	const options = fc.record({
		completion: fc.constantFrom('none', 'add1'),
		utility: fc.constantFrom('cost', 'cardinality'),
		'by-voice': fc.boolean(),
	})
	fc.assert(
		fc.property(
			fc.array(ballot, { minLength: 1, maxLength: 8 }),
			fc.integer({ min: 1, max: 200 }),
			options,
			(given, budget, rules) => {
				const { count, followed } = counted(given, `${budget}`, rules)
				expect(followed.steps.map(({ project }) => project)).toEqual(count.winners)
				for (const [at, step] of followed.steps.entries()) {
					const round = count.rounds[at] as { paidInFull: number; gaveTheRest: number }
					const inFull = step.payers
						.filter(({ paid }) => paid === step.price)
						.reduce((sum, { people }) => sum + people, 0)
					expect(inFull).toBe(round.paidInFull)
				}
				for (const { left } of followed.purses) expect(parseExact(left)!.n >= 0n).toBe(true)
			},
		),
	)
})

test('an account that does not add up is an error', () => {
	const wrong = [{ project: 'A', cost: '60', price: '19' }]
	expect(() => followShares({ ballots, projects, perVoter: '30', purchases: wrong })).toThrow('is paid')
})

test('by points: whoever gave twice as many pays twice as much', () => {
	const given: SharesToFollow['ballots'] = [
		{ count: 2, points: { A: 4, B: 1 } },
		{ points: { A: 2 } },
		{ points: { C: 10 } },
	]
	const { count, followed } = counted(given, '120', { utility: 'points' })
	expect(count.winners).toEqual(['A'])
	expect(followed.steps).toEqual([
		{
			project: 'A',
			cost: '60',
			price: '6',
			payers: [
				{ people: 2, voice: '', points: 4, had: '30', paid: '24', left: '6' },
				{ people: 1, voice: '', points: 2, had: '30', paid: '12', left: '18' },
			],
			others: [
				{ project: 'B', cost: '30', price: '15', together: '60' },
				{ project: 'C', cost: '45', price: null, together: '30' },
			],
		},
	])
	expect(followed.purses[0]).toEqual({
		...{ people: 2, voice: '', choices: ['A', 'B'], points: [4, 1] },
		...{ began: '30', left: '6' },
	})
})
