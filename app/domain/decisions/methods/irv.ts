import { byName, type Count, type Tie } from './count.ts'
import { settle } from './earlier-stage.ts'
import { continuingCandidates, hashRankedBallots, type RankedElection, singlePreferences } from './ranked.ts'
import type { IrvRound } from './rounds.ts'
import { countSchulze } from './schulze.ts'
import { completeTieOrder } from './tie-order.ts'

export const irvEngine = 'irv/1'

export interface IrvCount extends Count {
	method: 'irv'
	rounds: readonly IrvRound[]
	/** Shown beside the result as information. It never changes the winner: Burlington 2009, decisions.md finding 8. */
	pairwiseCheck: {
		condorcetWinner: string | null
		schulzeWinners: string[]
		schulzeOrder: string[] | null
	}
}

/**
 * Ranked choice with one winner: the lowest is excluded, one at a time, until somebody has more than half of the ballots that
 * still name someone. Level at the bottom: as in the Scottish rules, who was behind earlier; then the tie order.
 */
export function countIrv(election: RankedElection, given: readonly string[] = []): IrvCount {
	const names = continuingCandidates(election)
	const tieOrder = completeTieOrder(given, names)
	const lot = names.map((name) => tieOrder.indexOf(name))
	const { preferences, ballots } = singlePreferences(election, names)
	const continuing = new Set(names.map((_, candidate) => candidate))
	const stages: number[][] = []
	const rounds: IrvRound[] = []
	const ties: Tie[] = []
	let winner: number | null = null

	while (ballots.counted > 0 && winner === null) {
		const votes = names.map(() => 0)
		let exhausted = 0
		for (const { weight, order } of preferences) {
			const first = order.find((candidate) => continuing.has(candidate))
			if (first === undefined) exhausted += weight
			else votes[first]! += weight
		}
		stages.push(votes)
		const left = [...continuing]
		winner = left.find((candidate) => 2 * votes[candidate]! > ballots.counted - exhausted) ?? null
		const lowest = winner === null ? lowestOf(left, votes) : []
		let excluded = lowest[0] ?? null
		if (lowest.length > 1) {
			const { picked, decidedBy } = settle(lowest, 'worst', stages, lot)
			excluded = picked
			ties.push({
				kind: 'exclude',
				round: stages.length,
				among: tieOrder.filter((name) => lowest.includes(names.indexOf(name))),
				picked: names[picked]!,
				decidedBy,
			})
		}
		rounds.push({
			votes: byName(
				left.map((candidate) => names[candidate]!),
				(_, place) => votes[left[place]!]!,
			),
			exhausted,
			excluded: excluded === null ? null : names[excluded]!,
		})
		if (excluded !== null) continuing.delete(excluded)
	}

	const { condorcetWinner, winners: schulzeWinners, order: schulzeOrder } = countSchulze(election)
	return {
		method: 'irv',
		options: { equalRanks: 'stop', skippedRanks: 'close-up' },
		tieOrder,
		winners: winner === null ? [] : [names[winner]!],
		...(winner === null && { reason: names.length ? ('nobody-voted' as const) : ('no-candidates' as const) }),
		rounds,
		ties,
		ballots,
		ballotsHash: hashRankedBallots(election.ballots),
		pairwiseCheck: { condorcetWinner, schulzeWinners, schulzeOrder },
	}
}

function lowestOf(candidates: readonly number[], votes: readonly number[]) {
	const fewest = Math.min(...candidates.map((candidate) => votes[candidate]!))
	return candidates.filter((candidate) => votes[candidate] === fewest)
}
