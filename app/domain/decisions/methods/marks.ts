import type { Json } from '../../canonical-json.ts'
import { type BallotCounts, byCodeUnit, type Count, hashBallots, type Tie } from './count.ts'
import { completeTieOrder } from './tie-order.ts'

/** Whole numbers given to choices: 1 for an approval, a score, or points. What is missing was left open. */
export interface MarkBallot {
	weight: number
	marks: readonly (readonly [choice: string, mark: number])[]
}

export interface MarkElection {
	choices: readonly string[]
	/** How many are to win. */
	seats: number
	ballots: readonly MarkBallot[]
	spoilt?: number
}

export interface MarkTotal {
	choice: string
	sum: number
	/** Ballots that gave this choice a mark. */
	given: number
	/** Those of them that gave it more than 0. */
	backed: number
}

export function totalsOf({ choices, ballots }: MarkElection): MarkTotal[] {
	const totals = new Map(choices.map((choice) => [choice, { choice, sum: 0, given: 0, backed: 0 }]))
	for (const { weight, marks } of ballots)
		for (const [choice, mark] of firstOfEach(marks)) {
			const total = totals.get(choice)
			if (!total) continue
			total.sum += weight * mark
			total.given += weight
			if (mark > 0) total.backed += weight
		}
	return [...totals.values()].sort((a, b) => byCodeUnit(a.choice, b.choice))
}

function firstOfEach(marks: MarkBallot['marks']): ReadonlyMap<string, number> {
	const first = new Map<string, number>()
	for (const [choice, mark] of marks) if (!first.has(choice)) first.set(choice, mark)
	return first
}

/** `says`: whether a mark is more than none at all. */
export function countMarkBallots(
	{ choices, ballots, spoilt = 0 }: MarkElection,
	says: (mark: number) => boolean,
): BallotCounts {
	const known = new Set(choices)
	const counts = { counted: 0, blank: 0, spoilt }
	for (const { weight, marks } of ballots)
		counts[marks.some(([choice, mark]) => known.has(choice) && says(mark)) ? 'counted' : 'blank'] += weight
	return counts
}

/**
 * The `seats` highest, by `compare` (below 0 when the first is ahead). Level over the last seat: the tie order. Choices that
 * `stands` leaves out never win.
 */
export function highest(
	{ choices, seats }: MarkElection,
	totals: readonly MarkTotal[],
	compare: (a: MarkTotal, b: MarkTotal) => number,
	stands: (total: MarkTotal) => boolean,
	given: readonly string[],
): Pick<Count, 'winners' | 'ties' | 'tieOrder'> {
	const tieOrder = completeTieOrder(given, choices)
	const lot = new Map(tieOrder.map((choice, place) => [choice, place]))
	const sorted = totals.filter(stands).sort((a, b) => compare(a, b) || lot.get(a.choice)! - lot.get(b.choice)!)
	const last = sorted[seats - 1]
	const level = last ? sorted.filter((total) => compare(total, last) === 0) : []
	const isSettledByLot = last && sorted[seats] && compare(last, sorted[seats]) === 0
	const ties: Tie[] = isSettledByLot
		? [{ kind: 'win', round: 1, among: level.map(({ choice }) => choice), picked: last.choice, decidedBy: 'lot' }]
		: []
	return { winners: sorted.slice(0, seats).map(({ choice }) => choice), ties, tieOrder }
}

export function hashMarkBallots({ choices, ballots }: MarkElection): string {
	const known = new Set(choices)
	return hashBallots(
		ballots.map(({ weight, marks }) => [
			weight,
			[...firstOfEach(marks)].filter(([choice]) => known.has(choice)).sort(([a], [b]) => byCodeUnit(a, b)) as Json,
		]),
	)
}
