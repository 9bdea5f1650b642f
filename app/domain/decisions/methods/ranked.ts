import type { Json } from '../../canonical-json.ts'
import { type BallotCounts, byCodeUnit, hashBallots } from './count.ts'

/** Names at one rank, best rank first. An empty rank was skipped; more than one name stands for equal ranks. */
export interface RankedBallot {
	weight: number
	ranks: readonly (readonly string[])[]
}

export interface RankedElection {
	candidates: readonly string[]
	/** Still named on ballots, passed over in the count. */
	withdrawn?: readonly string[]
	seats: number
	ballots: readonly RankedBallot[]
	spoilt?: number
}

/** A ballot as IRV and STV use it: one name a rank, none twice. */
export interface Preferences {
	weight: number
	/** Places in `candidates`, best first. */
	order: readonly number[]
}

export function continuingCandidates({ candidates, withdrawn = [] }: RankedElection): string[] {
	return candidates.filter((name) => !withdrawn.includes(name))
}

/**
 * Ballots for methods with one name a rank: withdrawn names are passed over, a skipped rank is closed up, a name counts at its
 * first place, and at a rank with two names left the ballot stops. Ballots that begin with such a rank are spoilt; those
 * with nothing left are blank. `candidates` are the ones the places refer to.
 */
export function singlePreferences(
	election: RankedElection,
	candidates: readonly string[],
): { preferences: Preferences[]; ballots: BallotCounts } {
	const places = new Map(candidates.map((name, place) => [name, place]))
	const ballots = { counted: 0, blank: 0, spoilt: election.spoilt ?? 0 }
	const together = new Map<string, { weight: number; order: number[] }>()
	for (const { weight, ranks } of election.ballots) {
		const { order, stopped } = oneNameARank(ranks, places)
		if (order.length === 0) ballots[stopped ? 'spoilt' : 'blank'] += weight
		else {
			ballots.counted += weight
			const key = order.join()
			const same = together.get(key)
			if (same) same.weight += weight
			else together.set(key, { weight, order })
		}
	}
	return { preferences: [...together.values()], ballots }
}

function oneNameARank(ranks: RankedBallot['ranks'], places: ReadonlyMap<string, number>) {
	const order: number[] = []
	for (const rank of ranks) {
		const left = new Set<number>()
		for (const name of rank) {
			const place = places.get(name)
			if (place !== undefined && !order.includes(place)) left.add(place)
		}
		if (left.size > 1) return { order, stopped: true }
		order.push(...left)
	}
	return { order, stopped: false }
}

export function hashRankedBallots(ballots: readonly RankedBallot[]): string {
	return hashBallots(
		ballots.map(({ weight, ranks }) => [
			weight,
			ranks.filter((rank) => rank.length > 0).map((rank) => [...rank].sort(byCodeUnit)) as Json,
		]),
	)
}
