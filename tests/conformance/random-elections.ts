import fc from 'fast-check'
import { writeBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import type { BudgetElection } from '../../app/domain/decisions/methods/budget.ts'
import { moneyText } from '../../app/domain/decisions/methods/budget.ts'
import type { CountMethod } from '../../app/domain/decisions/methods/count.ts'
import type { RankedElection } from '../../app/domain/decisions/methods/ranked.ts'

/** Names that have broken programs before: quotes, separators, accents, digits only, and the one object key that is not one. */
const awkward = ['a', 'B', '10', '9', 'é', '日本', '__proto__', "it's", 'x;y', 'Ann "Jo" Bell', 'constructor', '007']

export const names = (min: number, max: number) =>
	fc.shuffledSubarray(awkward, { minLength: min, maxLength: Math.min(max, awkward.length) })

/** Small numbers, so that ties, exact hits and empty pockets are common. */
export function budgets({ most = 40, voices = false } = {}): fc.Arbitrary<BudgetElection> {
	return names(1, 7).chain((ids) =>
		fc.record({
			budget: fc.integer({ min: 1, max: most }).map(BigInt),
			decimals: fc.constantFrom(0, 0, 1, 2),
			projects: fc
				.array(fc.integer({ min: 1, max: most + 4 }), { minLength: ids.length, maxLength: ids.length })
				.map((costs) => ids.map((id, at) => ({ id, cost: BigInt(costs[at]!) }))),
			ballots: fc.array(
				fc.record({
					weight: fc.integer({ min: 1, max: 4 }),
					choices: fc
						.shuffledSubarray(ids)
						.chain((named) =>
							fc
								.array(fc.integer({ min: 0, max: 5 }), { minLength: named.length, maxLength: named.length })
								.map((points) => named.map((project, at) => ({ project, points: points[at]! }))),
						),
					...(voices && { voice: fc.constantFrom('citizens', 'providers', 'commissioners') }),
				}),
				{ maxLength: 9 },
			),
		}),
	)
}

export function ranked({ equalRanks = true, withdrawals = true, most = 6 } = {}): fc.Arbitrary<RankedElection> {
	return names(1, most).chain((candidates) =>
		fc.record({
			candidates: fc.constant(candidates),
			withdrawn: withdrawals ? fc.subarray(candidates, { maxLength: 1 }) : fc.constant([]),
			seats: fc.integer({ min: 1, max: 4 }),
			ballots: fc.array(
				fc.record({
					weight: fc.integer({ min: 1, max: 12 }),
					ranks: fc
						.shuffledSubarray(candidates)
						.chain((order) =>
							fc
								.array(fc.integer({ min: 0, max: 9 }), { minLength: order.length, maxLength: order.length })
								.map((dice) =>
									order.reduce<string[][]>((ranks, name, at) => place(ranks, name, equalRanks ? dice[at]! : 5), []),
								),
						),
				}),
				{ maxLength: 12 },
			),
		}),
	)
}

/** Sometimes level with the one before, sometimes after a skipped rank. */
function place(ranks: string[][], name: string, die: number): string[][] {
	if (die === 0 && ranks.length) return [...ranks.slice(0, -1), [...ranks.at(-1)!, name]]
	return die === 1 ? [...ranks, [], [name]] : [...ranks, [name]]
}

export function budgetFile(election: BudgetElection, method: CountMethod): string {
	const { budget, decimals, projects, ballots, spoilt = 0 } = election
	return writeBallotsJson({
		title: 'random',
		method,
		options: {},
		tieOrder: [],
		budget: decimalText(budget, decimals),
		choices: projects.map(({ id, cost }) => ({ id, cost: decimalText(cost, decimals) })),
		ballots: ballots.map(({ weight, choices, voice }) => ({
			count: weight,
			...(voice && { voice }),
			points: Object.fromEntries(choices.map(({ project, points }) => [project, points])),
		})),
		spoilt,
	})
}

/** The same ballots as orders of preference, in the order in which each names what it names. */
export function orderedFile(election: BudgetElection, method: CountMethod): string {
	const file = JSON.parse(budgetFile(election, method))
	file.ballots = election.ballots.map(({ weight, choices }) => ({
		count: weight,
		ranks: choices.map(({ project }) => [project]),
	}))
	return JSON.stringify(file)
}

export function rankedFile({ candidates, withdrawn = [], ballots }: RankedElection, method: CountMethod): string {
	return writeBallotsJson({
		title: 'random',
		method,
		options: {},
		tieOrder: [],
		choices: candidates.map((id) => ({ id, ...(withdrawn.includes(id) && { withdrawn: true }) })),
		ballots: ballots.map(({ weight, ranks }) => ({ count: weight, ranks })),
	})
}

export function decimalText(amount: bigint, decimals: number): string {
	if (decimals === 0) return moneyText(amount, 0)
	const digits = `${amount}`.padStart(decimals + 1, '0')
	return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Larger and rougher: many projects and uneven money, where bounds kept in whole numbers could go wrong if anything does. */
export function largeBudgets(): fc.Arbitrary<BudgetElection> {
	return fc.integer({ min: 10, max: 40 }).chain((size) =>
		fc.record({
			budget: fc.integer({ min: 100_000, max: 900_000 }).map(BigInt),
			decimals: fc.constant(0),
			projects: fc
				.array(fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.constantFrom(5000, 10_000)), {
					minLength: size,
					maxLength: size,
				})
				.map((costs) => costs.map((cost, at) => ({ id: `p${at}`, cost: BigInt(cost) }))),
			ballots: fc.array(
				fc.record({
					weight: fc.integer({ min: 1, max: 60 }),
					choices: fc
						.uniqueArray(fc.nat(size - 1), { maxLength: 12 })
						.chain((named) =>
							fc
								.array(fc.integer({ min: 1, max: 10 }), { minLength: named.length, maxLength: named.length })
								.map((points) => named.map((at, place) => ({ project: `p${at}`, points: points[place]! }))),
						),
				}),
				{ minLength: 20, maxLength: 60 },
			),
		}),
	)
}
