import type { Tie } from './count.ts'

/**
 * Settles candidates level at the latest stage: at the most recent earlier stage where they differ, keep the ones that did
 * best (or worst); if several are left, look further back among them; then the tie order (SSI 2007/42 sch 1 rules 49 and 51).
 * `stages` hold each candidate's total at every stage so far, the latest last.
 */
export function settle<T extends number | bigint>(
	level: readonly number[],
	keep: 'best' | 'worst',
	stages: readonly (readonly T[])[],
	lot: readonly number[],
): { picked: number; decidedBy: Tie['decidedBy'] } {
	let left = [...level]
	for (let stage = stages.length - 2; stage >= 0 && left.length > 1; stage--) {
		const totals = left.map((candidate) => stages[stage]![candidate]!)
		const kept = totals.reduce((a, b) => ((keep === 'best' ? b > a : b < a) ? b : a))
		left = left.filter((candidate) => stages[stage]![candidate] === kept)
	}
	if (left.length === 1) return { picked: left[0]!, decidedBy: 'earlier-stage' }
	// Favoured in the tie order means first to have a surplus moved, and last to be excluded.
	const picked = left.reduce((a, b) => ((keep === 'best' ? lot[b]! < lot[a]! : lot[b]! > lot[a]!) ? b : a))
	return { picked, decidedBy: 'lot' }
}
