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
import { byCodeUnit, type Tie } from './count.ts'
import type { GreedyCount } from './rounds.ts'
import { completeTieOrder } from './tie-order.ts'

export const greedyEngine = 'greedy/2'

export interface GreedyOptions {
	/** What happens at the first project that no longer fits: go on to the next, or stop there. */
	skip: boolean
	/** Points (votes, where a vote is one point) a project needs to be considered at all. */
	threshold?: number
	/** Favoured first. What it leaves out follows in the order of the projects. */
	tieOrder?: readonly string[]
}

/**
 * The most supported first, each that still fits (decisions.md A4b). Level in points: the cheaper first, then the tie order. A
 * project with no supporter is never funded.
 */
export function countGreedy(
	election: BudgetElection,
	{ skip, threshold = 0, tieOrder: given = [] }: GreedyOptions,
): GreedyCount {
	const { projects, budget, decimals, spoilt } = election
	const groups = together(election)
	const support = supportOf(election, groups)
	const tieOrder = completeTieOrder(
		given,
		projects.map(({ id }) => id),
	)
	const considered = inGreedyOrder(
		projects.filter(({ id }) => support.get(id)!.backers > 0 && support.get(id)!.score >= threshold),
		support,
		tieOrder,
	)
	const rounds = fundInOrder(considered, budget, skip)
	const winners = rounds.filter(({ funded }) => funded).map(({ project }) => project.id)
	const total = rounds.reduce((sum, { project, funded }) => (funded ? sum + project.cost : sum), 0n)

	return {
		method: skip ? 'greedy' : 'greedy-no-skip',
		options: { budget: moneyText(budget, decimals), threshold },
		tieOrder,
		winners,
		...(winners.length === 0 && { reason: groups.length ? ('nothing-funded' as const) : ('nobody-voted' as const) }),
		totalCost: moneyText(total, decimals),
		rounds: rounds.map(({ project, funded, left }) => ({
			project: project.id,
			cost: moneyText(project.cost, decimals),
			votes: support.get(project.id)!.votes,
			score: support.get(project.id)!.score,
			funded,
			left: moneyText(left, decimals),
		})),
		ties: levelInOrder(considered, support, tieOrder),
		ballots: countBudgetBallots(groups, spoilt),
		ballotsHash: hashBudgetBallots(groups),
	}
}

export function inGreedyOrder(
	projects: readonly Project[],
	support: ReadonlyMap<string, Support>,
	tieOrder: readonly string[],
): Project[] {
	const lot = new Map(tieOrder.map((id, place) => [id, place]))
	return [...projects].sort(
		(a, b) =>
			support.get(b.id)!.score - support.get(a.id)!.score ||
			(a.cost < b.cost ? -1 : a.cost > b.cost ? 1 : 0) ||
			(lot.get(a.id) ?? 0) - (lot.get(b.id) ?? 0) ||
			byCodeUnit(a.id, b.id),
	)
}

export function fundInOrder(projects: readonly Project[], budget: bigint, skip: boolean) {
	let left = budget
	let stopped = false
	return projects.map((project) => {
		const funded = !stopped && project.cost <= left
		if (funded) left -= project.cost
		else if (!skip) stopped = true
		return { project, funded, left }
	})
}

/** Every set of projects level in points, and what put the first of them first. `round` is its place in the order. */
export function levelInOrder(
	ordered: readonly Project[],
	support: ReadonlyMap<string, Support>,
	tieOrder: readonly string[],
): Tie[] {
	const ties: Tie[] = []
	for (let from = 0; from < ordered.length; ) {
		const score = support.get(ordered[from]!.id)!.score
		const level = ordered.filter(({ id }) => support.get(id)!.score === score)
		if (level.length > 1) {
			const costs = new Set(level.map(({ cost }) => cost))
			const ids = new Set(level.map(({ id }) => id))
			ties.push({
				kind: 'order',
				round: from + 1,
				among: tieOrder.filter((id) => ids.has(id)),
				picked: level[0]!.id,
				decidedBy: costs.size === level.length ? 'cost' : 'lot',
			})
		}
		from += level.length
	}
	return ties
}
