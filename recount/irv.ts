import { type Election, type Result, rankedBallotsForHash, type Tie } from './election.ts'
import { hashOfBallots } from './hash.ts'
import { schulze } from './schulze.ts'
import { oneNameAPlace } from './stv.ts'

/** Ranked choice, one winner: exclude the lowest until somebody has more than half of the ballots still in play. */
export function irv(election: Election, tieOrder: string[]): Result {
	const names = election.choices.map(({ id }) => id).filter((name) => !election.withdrawn.includes(name))
	const { ballots, papers } = oneNameAPlace(election, names)
	const rounds: { votes: Record<string, number>; exhausted: number; excluded: string | null }[] = []
	const ties: Tie[] = []
	const earlier: Map<string, number>[] = []
	let continuing = [...names]
	let winner: string | null = null

	while (ballots.counted > 0 && winner === null) {
		const votes = new Map(continuing.map((name) => [name, 0]))
		let exhausted = 0
		for (const paper of papers) {
			const name = paper.names.find((one) => continuing.includes(one))
			if (name === undefined) exhausted += paper.count
			else votes.set(name, votes.get(name)! + paper.count)
		}
		const inPlay = ballots.counted - exhausted
		winner = continuing.find((name) => votes.get(name)! * 2 > inPlay) ?? null

		let excluded: string | null = null
		if (winner === null) {
			const fewest = Math.min(...votes.values())
			const lowest = continuing.filter((name) => votes.get(name) === fewest)
			let left = lowest
			for (let round = earlier.length - 1; round >= 0 && left.length > 1; round--) {
				const then = Math.min(...left.map((name) => earlier[round]!.get(name)!))
				left = left.filter((name) => earlier[round]!.get(name) === then)
			}
			excluded = tieOrder.filter((name) => left.includes(name)).at(-1)!
			if (lowest.length > 1)
				ties.push({
					kind: 'exclude',
					round: rounds.length + 1,
					among: tieOrder.filter((name) => lowest.includes(name)),
					picked: excluded,
					decidedBy: left.length > 1 ? 'lot' : 'earlier-stage',
				})
		}
		rounds.push({ votes: Object.fromEntries(votes), exhausted, excluded })
		earlier.push(votes)
		continuing = continuing.filter((name) => name !== excluded)
	}

	// For information only: who would win in pairs.
	const inPairs = schulze(election, tieOrder)
	const result: Result = {
		method: 'irv',
		options: { equalRanks: 'stop', skippedRanks: 'close-up' },
		tieOrder,
		winners: winner === null ? [] : [winner],
		rounds,
		ties,
		ballots,
		ballotsHash: hashOfBallots(rankedBallotsForHash(election)),
		pairwiseCheck: {
			condorcetWinner: inPairs.condorcetWinner,
			schulzeWinners: inPairs.winners,
			schulzeOrder: inPairs.order,
		},
	}
	if (winner === null) result.reason = names.length > 0 ? 'nobody-voted' : 'no-candidates'
	return result
}
