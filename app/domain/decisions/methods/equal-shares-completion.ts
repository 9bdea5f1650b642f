import type { Completion, EqualSharesOptions, Stop } from './equal-shares-options.ts'
import { type Purchase, run } from './equal-shares-run.ts'
import type { Table } from './equal-shares-table.ts'

/** Counts, and by `add1` counts again with more for everybody until there is a reason to stop; says which. */
export function raise(
	table: Table,
	{
		budget,
		step,
		completion,
		progress,
	}: {
		budget: bigint
		step: bigint
		completion: Completion
		progress: EqualSharesOptions['progress']
	},
): { pot: bigint; increments: number; stopped: Stop; purchases: Purchase[] } {
	const voters = table.voters.reduce((sum, size) => sum + size, 0n)
	const costOf = (purchases: readonly Purchase[]) =>
		purchases.reduce((sum, { project }) => sum + table.projects[project]!.cost, 0n)
	const at = (pot: bigint, increments: number, stopped: Stop) => ({
		pot,
		increments,
		stopped,
		purchases: run(table, pot, budget, true)!,
	})

	let pot = budget
	if (completion === 'none' || completion === 'greedy') return at(pot, 0, 'not-asked')
	let outcome = run(table, pot, budget)!
	for (let increments = 0; ; increments++) {
		if (outcome.length === table.projects.length) return at(pot, increments, 'everything-funded')
		if (completion !== 'add1-until-overflow') {
			const left = budget - costOf(outcome)
			const funded = new Set(outcome.map(({ project }) => project))
			if (!table.projects.some(({ cost }, project) => !funded.has(project) && cost <= left))
				return at(pot, increments, 'exhaustive')
		}
		const next = run(table, pot + step * voters, budget)
		progress?.(increments + 2)
		if (!next) return at(pot, increments, 'next-too-dear')
		pot += step * voters
		outcome = next
	}
}
