import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import { writePabulib } from '../../app/domain/decisions/ballot-files/write-pabulib.ts'
import type { BudgetElection } from '../../app/domain/decisions/methods/budget.ts'
import { countEqualShares, type EqualSharesOptions } from '../../app/domain/decisions/methods/equal-shares.ts'
import { type Exact, exact, parseExact } from '../../app/domain/decisions/methods/exact.ts'
import { countGreedy } from '../../app/domain/decisions/methods/greedy.ts'
import { drawTieOrder } from '../../app/domain/decisions/methods/tie-order.ts'
import { resultText } from './both.ts'
import { budgets, decimalText } from './random-elections.ts'

/** Numbers are those of the list in the design's decisions.md, part D; what is about voting rather than counting is not here. */
const numRuns = Number(process.env.RUNS ?? 400)
const options = fc.record({
	utility: fc.constantFrom<EqualSharesOptions['utility']>('cost', 'cardinality', 'points'),
	completion: fc.constantFrom<NonNullable<EqualSharesOptions['completion']>>(
		'none',
		'add1',
		'add1-until-overflow',
		'add1u',
		'greedy',
	),
})

const apart = ({ ballots }: BudgetElection) =>
	ballots.flatMap((ballot) => Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })))
const election = (budget: bigint, projects: [string, bigint][], ballots: [number, string][]): BudgetElection => ({
	budget,
	decimals: 0,
	projects: projects.map(([id, cost]) => ({ id, cost })),
	ballots: ballots.map(([weight, named]) => ({
		weight,
		choices: [...named].map((project) => ({ project, points: 1 })),
	})),
})
const hasSupport = ({ ballots }: BudgetElection, id: string) =>
	ballots.some(({ choices }) => choices.some(({ project, points }) => project === id && points > 0))

describe('budgets', () => {
	test('1: ballots in any order and any grouping give the same result', () => {
		fc.assert(
			fc.property(budgets(), options, (given, how) => {
				const other = { ...given, ballots: apart(given).reverse() }
				expect(resultText(countEqualShares(other, { ...how, step: 1n }))).toBe(
					resultText(countEqualShares(given, { ...how, step: 1n })),
				)
				expect(resultText(countGreedy(other, { skip: true }))).toBe(resultText(countGreedy(given, { skip: true })))
			}),
			{ numRuns },
		)
	})

	test('2: the order of projects changes nothing when the lot is given', () => {
		fc.assert(
			fc.property(budgets(), options, fc.string(), (given, how, seed) => {
				const tieOrder = drawTieOrder(
					seed,
					given.projects.map(({ id }) => id),
				)
				const turned = { ...given, projects: [...given.projects].reverse() }
				const counted = { ...how, step: 1n, tieOrder }
				expect(resultText(countEqualShares(turned, counted))).toBe(resultText(countEqualShares(given, counted)))
				expect(resultText(countGreedy(turned, { skip: false, tieOrder }))).toBe(
					resultText(countGreedy(given, { skip: false, tieOrder })),
				)
			}),
			{ numRuns },
		)
	})

	test('3: nobody voted', () => {
		const nobody = election(10n, [['a', 5n]], [])
		expect(countGreedy(nobody, { skip: true })).toMatchObject({ winners: [], reason: 'nobody-voted' })
		for (const completion of ['none', 'add1', 'add1-until-overflow', 'add1u', 'greedy'] as const)
			expect(countEqualShares(nobody, { utility: 'cost', completion, comparison: true })).toMatchObject({
				winners: [],
				reason: 'nobody-voted',
			})
	})

	test('23: 0.10 and 0.20 fit in 0.30', () => {
		const cents = {
			...election(
				30n,
				[
					['a', 10n],
					['b', 20n],
					['c', 30n],
				],
				[
					[3, 'ab'],
					[2, 'b'],
				],
			),
			decimals: 2,
		}
		expect(countGreedy(cents, { skip: true }).winners).toEqual(['b', 'a'])
		expect(countEqualShares(cents, { utility: 'cost', step: 1n })).toMatchObject({
			winners: ['b', 'a'],
			totalCost: '3/10',
		})
	})

	test('24: ten people with a tenth each can pay for one', () => {
		const tenths = election(1n, [['a', 1n]], [[10, 'a']])
		expect(countEqualShares(tenths, { utility: 'cost', completion: 'none' }).winners).toEqual(['a'])
	})

	test('25: dearer than the budget: never wins, blocks nobody when skipping, ends the list when not', () => {
		const dear = election(
			10n,
			[
				['a', 11n],
				['b', 10n],
			],
			[
				[3, 'ab'],
				[1, 'a'],
			],
		)
		expect(countGreedy(dear, { skip: true }).winners).toEqual(['b'])
		expect(countGreedy(dear, { skip: false })).toMatchObject({ winners: [], reason: 'nothing-funded' })
		expect(countEqualShares(dear, { utility: 'cost' })).toMatchObject({
			winners: ['b'],
			notConsidered: [{ project: 'a', why: 'dearer-than-budget' }],
		})
	})

	test('26: pence up to 10^15 and sums beyond 2^53, exactly', () => {
		const penny = 10n ** 15n
		const large = {
			...election(
				9n * penny + 2n,
				[
					['a', 4n * penny + 1n],
					['b', 5n * penny + 1n],
					['c', 1n],
				],
				[
					[2, 'ab'],
					[1, 'abc'],
				],
			),
			decimals: 2,
		}
		expect(countGreedy(large, { skip: true })).toMatchObject({ winners: ['a', 'b'], totalCost: '4500000000000001/50' })
		expect(countEqualShares(large, { utility: 'cost', completion: 'none' }).winners).toEqual(['a', 'b'])
	})

	test('27: never over budget, nobody pays more than they have, and each project gets its cost exactly', () => {
		fc.assert(
			fc.property(budgets(), options, (given, { utility, completion }) => {
				const count = countEqualShares(given, { utility, completion, step: 1n })
				const total = parseExact(count.totalCost!)!
				expect(total.n * 10n ** BigInt(given.decimals) <= given.budget * total.d).toBe(true)
				if (given.ballots.length === 0) return
				const purses = apart(given).map((ballot) => ({ ballot, left: parseExact(count.endowment.perVoter as string)! }))
				for (const round of count.rounds) {
					if (round.by !== 'equal-shares') continue
					let paid = exact(0n)
					for (const purse of purses) {
						const choice = purse.ballot.choices.find(({ project }) => project === round.project)
						if (!choice || choice.points === 0) continue
						const points = utility === 'points' ? choice.points : 1
						const due = times(parseExact(round.price!)!, BigInt(points))
						const pays = less(due, purse.left) ? due : purse.left
						purse.left = minus(purse.left, pays)
						paid = minus(paid, times(pays, -1n))
						expect(purse.left.n >= 0n).toBe(true)
					}
					const cost = given.projects.find(({ id }) => id === round.project)!.cost
					expect(paid).toEqual(exact(cost, 10n ** BigInt(given.decimals)))
				}
			}),
			{ numRuns },
		)
	})

	test('28: a group that agrees and could pay has something funded that one of them named', () => {
		fc.assert(
			fc.property(budgets(), fc.constantFrom('cost' as const, 'cardinality' as const), (given, utility) => {
				const { winners } = countEqualShares(given, { utility, completion: 'none' })
				const everybody = apart(given)
				for (const { id, cost } of given.projects) {
					const group = everybody.filter(({ choices }) => choices.some((one) => one.project === id && one.points > 0))
					if (group.length === 0 || cost * BigInt(everybody.length) > given.budget * BigInt(group.length)) continue
					expect(
						group.some(({ choices }) => choices.some((one) => one.points > 0 && winners.includes(one.project))),
					).toBe(true)
				}
			}),
			{ numRuns },
		)
	})

	test('28: doubling every ballot changes no winner without completion; a blank ballot lowers the endowment', () => {
		fc.assert(
			fc.property(budgets(), options, (given, { utility }) => {
				const twice = { ...given, ballots: given.ballots.map((ballot) => ({ ...ballot, weight: 2 * ballot.weight })) }
				const counted = countEqualShares(given, { utility, completion: 'none' })
				expect(countEqualShares(twice, { utility, completion: 'none' }).winners).toEqual(counted.winners)
			}),
			{ numRuns },
		)
		const blank = election(
			12n,
			[['a', 6n]],
			[
				[2, 'a'],
				[1, ''],
			],
		)
		expect(countEqualShares(blank, { utility: 'cost', completion: 'none' }).endowment.perVoter).toBe('4')
	})

	test('29: add1 ends when all is funded, when nothing is supported, and when the next step is too dear', () => {
		const all = election(
			100n,
			[
				['a', 1n],
				['b', 2n],
			],
			[[2, 'ab']],
		)
		expect(countEqualShares(all, { utility: 'cost', completion: 'add1-until-overflow' }).endowment.stopped).toBe(
			'everything-funded',
		)
		const none = election(100n, [['a', 1n]], [[2, '']])
		expect(countEqualShares(none, { utility: 'cost', completion: 'add1-until-overflow' })).toMatchObject({
			winners: [],
			reason: 'nothing-funded',
			endowment: { stopped: 'everything-funded', increments: 0 },
		})
		const tooDear = election(
			10n,
			[
				['a', 6n],
				['b', 6n],
			],
			[
				[1, 'a'],
				[1, 'b'],
			],
		)
		expect(countEqualShares(tooDear, { utility: 'cost' })).toMatchObject({
			winners: [],
			endowment: { stopped: 'next-too-dear' },
		})
	})

	test('30: after add1u the money left buys no supported project', () => {
		fc.assert(
			fc.property(budgets(), options, (given, { utility }) => {
				const { winners, totalCost } = countEqualShares(given, { utility, completion: 'add1u', step: 1n })
				const total = parseExact(totalCost!)!
				const left = given.budget - (total.n * 10n ** BigInt(given.decimals)) / total.d
				for (const { id, cost } of given.projects)
					if (!winners.includes(id) && hasSupport(given, id)) expect(cost > left).toBe(true)
			}),
			{ numRuns },
		)
	})

	test('31: more support never unseats a greedy winner', () => {
		fc.assert(
			fc.property(budgets(), fc.boolean(), fc.nat(), (given, skip, at) => {
				const { winners } = countGreedy(given, { skip })
				const winner = winners[at % (winners.length || 1)]
				if (!winner) return
				const more = { ...given, ballots: [...given.ballots, { weight: 1, choices: [{ project: winner, points: 3 }] }] }
				expect(countGreedy(more, { skip }).winners).toContain(winner)
			}),
			{ numRuns },
		)
	})

	test('35: what we write as Pabulib is read with nothing to forgive and counts the same', () => {
		const plain = budgets().map((given) => ({
			...given,
			projects: given.projects.map((project, at) => ({ ...project, id: `p${at}`, name: project.id })),
			ballots: given.ballots.map((ballot) => ({
				...ballot,
				choices: ballot.choices
					.map(({ project, points }) => ({
						project: `p${given.projects.findIndex(({ id }) => id === project)}`,
						points,
					}))
					.sort((a, b) => b.points - a.points),
			})),
		}))
		fc.assert(
			fc.property(plain, (given) => {
				const file = {
					description: 'Quotes; and "marks", naïve',
					country: 'United Kingdom',
					unit: 'Example',
					instance: '2026',
					budget: decimalText(given.budget, given.decimals),
					voteType: 'cumulative' as const,
					rule: 'equalshares/add1',
					dateBegin: '01.11.2026',
					dateEnd: '21.11.2026',
					more: { max_sum_points: '100' },
					comments: ['one; two', 'three'],
					projects: given.projects.map(({ id, cost, name }) => ({
						id,
						name: name!,
						cost: decimalText(cost, given.decimals),
					})),
					votes: apart(given).map(({ choices }, at) => ({
						voter: `v${at}`,
						projects: choices.map(({ project }) => project),
						points: choices.map(({ points }) => points),
					})),
				}
				const text = writePabulib(file)
				if (typeof text !== 'string') throw new Error(text.says)
				const read = readPabulib(text)
				if ('refused' in read) throw new Error(read.says)
				expect(read.leniencies).toEqual([])
				expect(read.meta.get('comment')).toBe('#1: one; two #2: three')
				expect(read.projects.map(({ name }) => name)).toEqual(given.projects.map(({ name }) => name))
				const [ours, theirs] = [given, read.election].map((one) =>
					countEqualShares(one, { utility: 'points', completion: 'greedy' }),
				)
				const same = ['winners', 'totalCost', 'ballots', 'ballotsHash', 'rounds', 'ties', 'endowment'] as const
				for (const part of same) expect(theirs![part]).toEqual(ours![part])
			}),
			{ numRuns },
		)
	})
})

function times({ n, d }: Exact, by: bigint): Exact {
	return exact(n * by, d)
}

function minus(a: Exact, b: Exact): Exact {
	return exact(a.n * b.d - b.n * a.d, a.d * b.d)
}

function less(a: Exact, b: Exact): boolean {
	return a.n * b.d < b.n * a.d
}
