import { byName } from './count.ts'
import { countMarkBallots, hashMarkBallots, highest, type MarkElection, totalsOf } from './marks.ts'
import type { PointsCount } from './rounds.ts'

export const pointsEngine = 'points/2'

/** Most points win. What nobody gave a point never wins, and to give 0 is to give nothing. */
export function countPoints(election: MarkElection, tieOrder: readonly string[] = []): PointsCount {
	const totals = totalsOf(election)
	const result = highest(
		election,
		totals,
		(a, b) => b.sum - a.sum,
		({ sum }) => sum > 0,
		tieOrder,
	)
	const ballots = countMarkBallots(election, (mark) => mark !== 0)
	const names = totals.map(({ choice }) => choice)
	return {
		method: 'points',
		options: { seats: election.seats },
		...result,
		...(result.winners.length === 0 && {
			reason: ballots.counted ? ('nobody-supported' as const) : ('nobody-voted' as const),
		}),
		rounds: [
			{ points: byName(names, (_, at) => totals[at]!.sum), votes: byName(names, (_, at) => totals[at]!.backed) },
		],
		ballots,
		ballotsHash: hashMarkBallots(election),
	}
}
