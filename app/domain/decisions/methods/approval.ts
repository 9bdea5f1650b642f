import { byName } from './count.ts'
import { countMarkBallots, hashMarkBallots, highest, type MarkElection, totalsOf } from './marks.ts'
import type { ApprovalCount } from './rounds.ts'

export const approvalEngine = 'approval/1'

/** Everybody names as many as they like; the most named win. What nobody named never wins. */
export function countApproval(election: MarkElection, tieOrder: readonly string[] = []): ApprovalCount {
	const totals = totalsOf(election)
	const result = highest(
		election,
		totals,
		(a, b) => b.backed - a.backed,
		({ backed }) => backed > 0,
		tieOrder,
	)
	const ballots = countMarkBallots(election, (mark) => mark > 0)
	return {
		method: 'approval',
		options: { seats: election.seats },
		...result,
		...(result.winners.length === 0 && {
			reason: ballots.counted ? ('nobody-supported' as const) : ('nobody-voted' as const),
		}),
		rounds: [
			{
				votes: byName(
					totals.map(({ choice }) => choice),
					(_, at) => totals[at]!.backed,
				),
			},
		],
		ballots,
		ballotsHash: hashMarkBallots(election),
	}
}
