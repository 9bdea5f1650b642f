import {
	type BudgetElection,
	countBudgetBallots,
	hashBudgetBallots,
	moneyText,
	type Project,
	type Support,
	supportOf,
	together,
} from './budget.ts'
import { byCodeUnit } from './count.ts'
import { endowmentText, purchaseAccount, tiesOf } from './equal-shares-account.ts'
import { compareWithGreedy } from './equal-shares-comparison.ts'
import { raise } from './equal-shares-completion.ts'
import type { EqualSharesCount, EqualSharesOptions, LeftOut } from './equal-shares-options.ts'
import { layOut } from './equal-shares-table.ts'
import { countGreedy, fundInOrder, inGreedyOrder, levelInOrder } from './greedy.ts'
import { completeTieOrder } from './tie-order.ts'

export type { Completion, EqualSharesCount, EqualSharesOptions, Stop, Utility } from './equal-shares-options.ts'

export const equalSharesEngine = 'equal-shares/3'

/**
 * The method of equal shares (Peters, Pierczyński and Skowron 2021; equalshares.net): everybody, blank ballots included, begins
 * with an equal part of the money; a project is bought at the least price its supporters can share.
 */
export function countEqualShares(election: BudgetElection, options: EqualSharesOptions): EqualSharesCount {
	const { budget, decimals, projects, spoilt } = election
	const { utility, completion = 'add1', comparison = false, bar = false, byVoice = false, threshold = 0 } = options
	const step = options.step ?? 10n ** BigInt(decimals)
	const groups = together(election)
	const support = supportOf(election, groups)
	const voters = groups.reduce((sum, { weight }) => sum + weight, 0)
	const tieOrder = completeTieOrder(
		options.tieOrder ?? [],
		projects.map(({ id }) => id),
	)
	const byPoints = utility === 'points' || utility === 'borda'
	const leftOut = new Map(
		projects.map((project) => [project.id, whyLeftOut(project, support, { budget, voters, bar, byPoints })]),
	)
	const considered = projects.filter(({ id }) => !leftOut.get(id))
	const table = layOut(considered, groups, {
		byPoints,
		worthOf: ({ cost }) => (utility === 'cost' ? cost : 1n),
		rankOf: ranking(considered, support, tieOrder),
		byVoice,
	})

	const { pot, increments, stopped, purchases } = raise(table, { budget, step, completion, progress: options.progress })
	const bought = purchases.map(({ project }) => table.projects[project]!)
	const spent = bought.reduce((sum, { cost }) => sum + cost, 0n)
	const others = considered.filter((project) => !bought.includes(project))
	const fromRest = completion === 'greedy' || completion === 'add1u' ? inGreedyOrder(others, support, tieOrder) : []
	const added = fundInOrder(fromRest, budget - spent, true).filter(({ funded }) => funded)
	const winners = [...bought, ...added.map(({ project }) => project)]
	const winnerIds = winners.map(({ id }) => id)
	const totalCost = moneyText(
		winners.reduce((sum, { cost }) => sum + cost, 0n),
		decimals,
	)

	const count: EqualSharesCount = {
		method: 'equal-shares',
		options: {
			budget: moneyText(budget, decimals),
			utility,
			completion,
			step: moneyText(step, decimals),
			comparison,
			bar,
			byVoice,
			threshold,
		},
		tieOrder,
		winners: winnerIds,
		...(winnerIds.length === 0 && { reason: voters ? ('nothing-funded' as const) : ('nobody-voted' as const) }),
		totalCost,
		rounds: [
			...purchases.map((purchase) => purchaseAccount(purchase, table, support, utility, decimals)),
			...added.map(({ project, left }) => ({
				by: 'greedy' as const,
				project: project.id,
				cost: moneyText(project.cost, decimals),
				votes: support.get(project.id)!.votes,
				score: support.get(project.id)!.score,
				left: moneyText(left, decimals),
			})),
		],
		ties: [
			...tiesOf(purchases, table, support, tieOrder),
			// Of level ones the first is the cheapest: where that is not added, none is, and their order settled nothing.
			...levelInOrder(fromRest, support, tieOrder).flatMap((tie) => {
				const at = winnerIds.indexOf(tie.picked!)
				return at < 0 ? [] : [{ ...tie, round: at + 1 }]
			}),
		],
		ballots: countBudgetBallots(groups, spoilt),
		ballotsHash: hashBudgetBallots(groups),
		notConsidered: [...leftOut]
			.flatMap(([project, why]) => (why ? [{ project, why }] : []))
			.sort((a, b) => byCodeUnit(a.project, b.project)),
		endowment: { perVoter: endowmentText(groups, pot, decimals, byVoice), increments, stopped },
	}
	if (!comparison) return count

	const eligible = { ...election, projects: projects.filter(({ id }) => leftOut.get(id) !== 'below-bar') }
	return compareWithGreedy(count, countGreedy(eligible, { skip: true, threshold, tieOrder }), groups)
}

function whyLeftOut(
	{ id, cost }: Project,
	support: ReadonlyMap<string, Support>,
	{ budget, voters, bar, byPoints }: { budget: bigint; voters: number; bar: boolean; byPoints: boolean },
): LeftOut | null {
	const { backers, score } = support.get(id)!
	if (backers === 0 || (byPoints && score <= 0)) return 'no-supporter'
	if (cost > budget) return 'dearer-than-budget'
	if (bar && BigInt(backers) * 3n * budget < cost * BigInt(voters)) return 'below-bar'
	return null
}

/** Level at the same rho: the cheaper, then the one with more points, then the tie order (equalshares.net/implementation). */
function ranking(considered: readonly Project[], support: ReadonlyMap<string, Support>, tieOrder: readonly string[]) {
	const lot = new Map(tieOrder.map((id, place) => [id, place]))
	const sorted = [...considered].sort(
		(a, b) =>
			(a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0) ||
			support.get(b.id)!.score - support.get(a.id)!.score ||
			lot.get(a.id)! - lot.get(b.id)!,
	)
	const ranks = new Map(sorted.map(({ id }, rank) => [id, rank]))
	return ({ id }: Project) => ranks.get(id)!
}
