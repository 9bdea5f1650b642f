import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetElection } from '../../app/domain/decisions/methods/budget.ts'
import type { Count } from '../../app/domain/decisions/methods/count.ts'
import { type Completion, countEqualShares } from '../../app/domain/decisions/methods/equal-shares.ts'
import { parseExact } from '../../app/domain/decisions/methods/exact.ts'
import { countGreedy } from '../../app/domain/decisions/methods/greedy.ts'
import { countIrv } from '../../app/domain/decisions/methods/irv.ts'
import { checkPoints } from '../../app/domain/decisions/methods/points-limits.ts'
import type { RankedElection } from '../../app/domain/decisions/methods/ranked.ts'
import { countSchulze } from '../../app/domain/decisions/methods/schulze.ts'
import { countStv } from '../../app/domain/decisions/methods/stv.ts'
import type { Result } from '../../recount/election.ts'
import { recounted } from './both.ts'
import { budgetFile, budgets, decimalText, ranked, rankedFile } from './random-elections.ts'

/** Properties of decisions.md, part D, asked of the engine and of the recounting program in turn, on elections nobody chose. */
const numRuns = Number(process.env.RUNS ?? 500)

type Either = (Count & { quota?: number }) | Result
interface Stage {
	action: string
	candidate: string | null
	votes: Record<string, string>
	elected: string[]
}

const stv = (given: RankedElection): Either[] => [
	countStv(given),
	recounted('random.json', rankedFile(given, 'scottish-stv'), { seats: `${given.seats}` }),
]
const greedy = (given: BudgetElection, skip: boolean): Either[] => [
	countGreedy(given, { skip }),
	recounted('random.json', budgetFile(given, skip ? 'greedy' : 'greedy-no-skip'), {}),
]
const shares = (
	given: BudgetElection,
	completion: Completion,
	tieOrder = given.projects.map(({ id }) => id),
): (Either & { endowment?: unknown })[] => {
	const step = decimalText(1n, given.decimals)
	const options = { utility: 'cost', completion, step, 'tie-order': tieOrder.join(',') }
	return [
		countEqualShares(given, { utility: 'cost', completion, step: 1n, tieOrder }),
		recounted('random.json', budgetFile(given, 'equal-shares'), options),
	]
}

const stagesOf = ({ rounds }: Either) => rounds as unknown as Stage[]
const fiveDecimals = (votes: string) => BigInt(votes.replace('.', ''))
const spentOf = ({ totalCost }: Either, { decimals }: BudgetElection) => {
	const { n, d } = parseExact(totalCost!)!
	return (n * 10n ** BigInt(decimals)) / d
}
const isSupported = ({ ballots }: BudgetElection, id: string) =>
	ballots.some(({ choices }) => choices.some(({ project, points }) => project === id && points > 0))

describe('Scottish count', () => {
	test('16: whoever has exactly the quota is elected and moves nothing; a surplus is what is above it', () => {
		fc.assert(
			fc.property(ranked(), (given) => {
				for (const result of stv(given)) {
					const quota = BigInt(result.quota as number) * 100_000n
					const stages = stagesOf(result)
					for (const [at, { votes, elected }] of stages.entries()) {
						const already = stages.slice(0, at + 1).flatMap((stage) => stage.elected)
						for (const [name, had] of Object.entries(votes))
							if (fiveDecimals(had) >= quota) expect(already).toContain(name)
						for (const name of elected) {
							const had = fiveDecimals(votes[name]!)
							const moves = stages
								.slice(at + 1)
								.filter(({ action, candidate }) => action === 'surplus' && candidate === name)
							if (had <= quota) expect(moves).toEqual([])
							else if (moves.length > 0) expect(fiveDecimals(moves[0]!.votes[name]!)).toBe(quota)
						}
					}
				}
			}),
			{ numRuns },
		)
	})

	test('18: no more candidates than seats: all are elected at once, and the rest of the seats stay empty', () => {
		fc.assert(
			fc.property(ranked({ most: 4 }), (given) => {
				const standing = given.candidates.filter((name) => !given.withdrawn?.includes(name))
				if (standing.length === 0) return
				for (const result of stv({ ...given, seats: standing.length + 1 })) {
					if (result.ballots.counted === 0) continue
					expect(stagesOf(result)).toHaveLength(1)
					expect([...result.winners].sort()).toEqual([...standing].sort())
					expect(result).toMatchObject({ emptySeats: 1, reason: 'fewer-candidates-than-seats' })
				}
			}),
			{ numRuns },
		)
	})

	test('19: a withdrawn name counts as if it had never been on a paper', () => {
		fc.assert(
			fc.property(ranked({ equalRanks: false }), (given) => {
				const out = given.withdrawn ?? []
				const without: RankedElection = {
					...given,
					withdrawn: [],
					candidates: given.candidates.filter((name) => !out.includes(name)),
					ballots: given.ballots.map(({ weight, ranks }) => ({
						weight,
						ranks: ranks.map((rank) => rank.filter((name) => !out.includes(name))),
					})),
				}
				const [before, after] = [stv(given), stv(without)]
				for (const [at, { winners, rounds, ballots, ties }] of before.entries())
					expect({ winners, rounds, ballots, ties }).toEqual({
						winners: after[at]!.winners,
						rounds: after[at]!.rounds,
						ballots: after[at]!.ballots,
						ties: after[at]!.ties,
					})
			}),
			{ numRuns },
		)
	})

	test('20: every tie fell as looking back over the published stages says, and by lot only if that says nothing', () => {
		fc.assert(
			fc.property(ranked({ most: 6 }), (given) => {
				for (const result of stv(given)) {
					const stages = stagesOf(result)
					for (const { kind, round, among, picked, decidedBy } of result.ties) {
						const before = stages.slice(0, round - 1).map(
							({ votes }) =>
								(name: string) =>
									fiveDecimals(votes[name]!),
						)
						const now = before.pop()!
						expect(new Set(among.map(now)).size).toBe(1)
						let left = [...among]
						for (const then of before.reverse()) {
							if (left.length === 1) break
							const found = left.map(then).sort((a, b) => (a < b ? -1 : 1))
							const wanted = kind === 'exclude' ? found[0] : found.at(-1)
							left = left.filter((name) => then(name) === wanted)
						}
						expect(decidedBy).toBe(left.length > 1 ? 'lot' : 'earlier-stage')
						const byLot = result.tieOrder.filter((name) => left.includes(name))
						expect(picked).toBe(kind === 'exclude' ? byLot.at(-1) : byLot[0])
					}
				}
			}),
			{ numRuns: 4 * numRuns },
		)
	})
})

describe('pairs', () => {
	test('22: who beats all others wins alone; several that nobody is ahead of are all named, and said to be level', () => {
		fc.assert(
			fc.property(ranked(), (given) => {
				for (const result of [countSchulze(given), recounted('random.json', rankedFile(given, 'schulze'), {})]) {
					const { strongestPaths: paths } = result.rounds[0] as {
						strongestPaths: Record<string, Record<string, number>>
					}
					const names = Object.keys(paths)
					const unbeaten = names.filter((a) => names.every((b) => paths[b]![a]! <= paths[a]![b]!))
					expect([...result.winners].sort()).toEqual(result.ballots.counted > 0 ? unbeaten.sort() : [])
					const level = { kind: 'win', round: 1, picked: null, decidedBy: 'nobody' }
					if (result.winners.length < 2) expect(result.ties).toEqual([])
					else
						expect(result.ties).toEqual([
							{ ...level, among: result.tieOrder.filter((name) => result.winners.includes(name)) },
						])
				}
			}),
			{ numRuns },
		)
	})

	test('21: a majority of first places wins an instant run-off in the first round', () => {
		fc.assert(
			fc.property(ranked({ equalRanks: false, withdrawals: false }), fc.nat(), (given, at) => {
				const favourite = given.candidates[at % given.candidates.length]!
				const others = given.ballots.reduce((sum, { weight }) => sum + weight, 0)
				const more = { ...given, ballots: [...given.ballots, { weight: others + 1, ranks: [[favourite]] }] }
				for (const result of [countIrv(more), recounted('random.json', rankedFile(more, 'irv'), {})]) {
					expect(result.winners).toEqual([favourite])
					expect(result.rounds).toHaveLength(1)
				}
			}),
			{ numRuns },
		)
	})
})

describe('budgets', () => {
	test('24: any number of people with an equal part each can pay for what costs all of it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), fc.bigInt({ min: 1n, max: 10n ** 17n }), (people, cost) => {
				const given: BudgetElection = {
					budget: cost,
					decimals: 2,
					projects: [{ id: 'a', cost }],
					ballots: [{ weight: people, choices: [{ project: 'a', points: 1 }] }],
				}
				for (const result of shares(given, 'none')) expect(result.winners).toEqual(['a'])
			}),
			{ numRuns },
		)
	})

	test('25: dearer than the budget: blocks nobody when skipping, ends the list when not', () => {
		fc.assert(
			fc.property(budgets(), (given) => {
				const affordable = { ...given, projects: given.projects.filter(({ cost }) => cost <= given.budget) }
				const [engine, recount] = [greedy(given, true), greedy(affordable, true)]
				for (const at of [0, 1]) expect(engine[at]!.winners).toEqual(recount[at]!.winners)
				for (const { rounds } of greedy(given, false)) {
					const order = rounds as { project: string; funded: boolean }[]
					const firstOut = order.findIndex(({ funded }) => !funded)
					if (firstOut >= 0) expect(order.slice(firstOut).some(({ funded }) => funded)).toBe(false)
					const dear = order.find(({ project }) => !affordable.projects.some(({ id }) => id === project))
					expect(dear?.funded ?? false).toBe(false)
				}
			}),
			{ numRuns },
		)
	})

	const completions: Completion[] = ['add1', 'add1-until-overflow', 'add1u']
	test('29, 30: raising ends for the reason that is given, never over budget; add1u leaves nothing that fits', () => {
		fc.assert(
			fc.property(budgets(), fc.constantFrom(...completions), (given, completion) => {
				for (const result of shares(given, completion)) {
					const left = given.budget - spentOf(result, given)
					expect(left >= 0n).toBe(true)
					const { stopped } = result.endowment as { stopped: string }
					const unfunded = given.projects.filter(
						({ id, cost }) => !result.winners.includes(id) && isSupported(given, id) && cost <= given.budget,
					)
					if (stopped === 'everything-funded') expect(unfunded).toEqual([])
					if (stopped === 'exhaustive' || completion === 'add1u')
						expect(unfunded.filter(({ cost }) => cost <= left)).toEqual([])
				}
			}),
			{ numRuns: 2 * numRuns },
		)
	})

	test('where another lot would fund other projects, a tie says that the lot settled it', () => {
		fc.assert(
			fc.property(budgets(), fc.constantFrom<Completion>('none', 'greedy'), (given, completion) => {
				const order = given.projects.map(({ id }) => id)
				const others = shares(given, completion, [...order].reverse())
				for (const [at, result] of shares(given, completion, order).entries())
					if (others[at]!.winners.join() !== result.winners.join())
						expect(result.ties).toContainEqual(expect.objectContaining({ decidedBy: 'lot' }))
			}),
			{ numRuns: 2 * numRuns },
		)
	})

	test('level for what is left: told with the round it was taken in, and not where nothing of it was', () => {
		const vote = (weight: number, project: string) => ({ weight, choices: [{ project, points: 1 }] })
		const costs = { A: 50n, B: 40n, C: 40n, D: 60n, E: 60n }
		const given: BudgetElection = {
			budget: 100n,
			decimals: 0,
			projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
			ballots: [vote(8, 'A'), vote(3, 'B'), vote(3, 'C'), vote(1, 'D'), vote(1, 'E')],
		}
		for (const completion of ['greedy', 'add1u'] as const)
			for (const [order, picked] of [
				['ABCDE', 'B'],
				['EDCBA', 'C'],
			] as const)
				for (const { winners, ties } of shares(given, completion, [...order])) {
					expect(winners).toEqual(['A', picked])
					const among = [...order].filter((id) => 'BC'.includes(id))
					expect(ties).toEqual([{ kind: 'order', round: 2, among, picked, decidedBy: 'lot' }])
				}
	})
})

test('34: points are refused exactly when one is unknown, named twice, not whole, below zero, over the cap or over the sum', () => {
	const mark = fc.tuple(
		fc.constantFrom('a', 'b', 'c', 'x'),
		fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constant(0.5)),
	)
	fc.assert(
		fc.property(fc.array(mark, { maxLength: 4 }), (marks) => {
			const names = marks.map(([name]) => name)
			const isFine =
				names.every((name) => name !== 'x') &&
				new Set(names).size === names.length &&
				marks.every(([, points]) => Number.isInteger(points) && points >= 0 && points <= 4) &&
				marks.reduce((sum, [, points]) => sum + points, 0) <= 6
			expect(checkPoints(marks, ['a', 'b', 'c'], { budget: 6, cap: 4 }) === null).toBe(isFine)
		}),
		{ numRuns: 2 * numRuns },
	)
})
