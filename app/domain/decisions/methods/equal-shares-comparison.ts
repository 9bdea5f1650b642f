import type { BallotsTogether } from './budget.ts'
import type { EqualSharesCount } from './equal-shares-options.ts'
import type { GreedyCount } from './rounds.ts'

/** How many more voters have more named projects funded by one outcome than by the other; level keeps equal shares. */
export function compareWithGreedy(
	count: EqualSharesCount,
	greedy: GreedyCount,
	groups: readonly BallotsTogether[],
): EqualSharesCount {
	const byShares = new Set(count.winners)
	const byGreedy = new Set(greedy.winners)
	let preferEqualShares = 0
	let preferGreedy = 0
	for (const { weight, choices } of groups) {
		let difference = 0
		for (const [project, points] of choices)
			if (points > 0) difference += Number(byShares.has(project)) - Number(byGreedy.has(project))
		if (difference > 0) preferEqualShares += weight
		if (difference < 0) preferGreedy += weight
	}
	const kept = preferGreedy > preferEqualShares ? ('greedy' as const) : ('equal-shares' as const)
	const comparison = {
		preferEqualShares,
		preferGreedy,
		kept,
		equalShares: { winners: count.winners, totalCost: count.totalCost },
		greedy: { winners: greedy.winners, totalCost: greedy.totalCost },
	}
	if (kept === 'equal-shares') return { ...count, comparison }
	const { reason: _reason, ...rest } = count
	const { winners, totalCost, rounds, ties } = greedy
	return {
		...rest,
		winners,
		totalCost,
		rounds: rounds.map((round) => ({ by: 'greedy', ...round })),
		ties,
		comparison,
	}
}
