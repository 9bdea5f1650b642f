import { byName } from './count.ts'
import { exact, exactText } from './exact.ts'
import { countMarkBallots, hashMarkBallots, highest, type MarkElection, type MarkTotal, totalsOf } from './marks.ts'
import type { ScoreCount } from './rounds.ts'

export const scoreEngine = 'score/2'

/** What no score means: no opinion, so that the mean of the scores given counts; or nought, so that the sum does. */
export type Missing = 'no-opinion' | 'zero'

/** Nought is an opinion, and no support: what was given no more than that never wins. */
export function countScore(
	election: MarkElection,
	{ missing, tieOrder = [] }: { missing: Missing; tieOrder?: readonly string[] },
): ScoreCount {
	const totals = totalsOf(election)
	const result = highest(election, totals, missing === 'zero' ? bySum : byMean, ({ sum }) => sum > 0, tieOrder)
	const ballots = countMarkBallots(election, () => true)
	const names = totals.map(({ choice }) => choice)
	return {
		method: 'score',
		options: { seats: election.seats, missing },
		...result,
		...(result.winners.length === 0 && {
			reason: ballots.counted ? ('nobody-supported' as const) : ('nobody-voted' as const),
		}),
		rounds: [
			{
				sum: byName(names, (_, at) => totals[at]!.sum),
				given: byName(names, (_, at) => totals[at]!.given),
				mean: byName(names, (_, at) => meanText(totals[at]!)),
			},
		],
		ballots,
		ballotsHash: hashMarkBallots(election),
	}
}

function bySum(a: MarkTotal, b: MarkTotal) {
	return b.sum - a.sum
}

function byMean(a: MarkTotal, b: MarkTotal) {
	const difference = BigInt(b.sum) * BigInt(a.given) - BigInt(a.sum) * BigInt(b.given)
	return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

function meanText({ sum, given }: MarkTotal): string | null {
	return given === 0 ? null : exactText(exact(BigInt(sum), BigInt(given)))
}
