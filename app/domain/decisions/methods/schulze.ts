import { byCodeUnit, byName, type Count, type Tie } from './count.ts'
import { continuingCandidates, hashRankedBallots, type RankedElection } from './ranked.ts'
import type { PairsRound } from './rounds.ts'
import { completeTieOrder } from './tie-order.ts'

export const schulzeEngine = 'schulze/2'

export interface SchulzeCount extends Count {
	method: 'schulze'
	rounds: readonly PairsRound[]
	/** Who beats every other candidate in pairs, if anybody does. */
	condorcetWinner: string | null
	/** The whole order, only where every place in it is decided. */
	order: string[] | null
}

/** How many voters put the first named above the second. Unranked is last, level with the other unranked. */
export function pairwise(election: RankedElection, names: readonly string[]): number[][] {
	const places = new Map(names.map((name, place) => [name, place]))
	const over = names.map(() => names.map(() => 0))
	for (const { weight, ranks } of election.ballots) {
		const rankOf = names.map(() => Number.MAX_SAFE_INTEGER)
		for (const [rank, level] of ranks.entries())
			for (const name of level) {
				const place = places.get(name)
				if (place !== undefined && rank < rankOf[place]!) rankOf[place] = rank
			}
		for (const [a, rankA] of rankOf.entries())
			for (const [b, rankB] of rankOf.entries()) if (rankA < rankB) over[a]![b]! += weight
	}
	return over
}

/**
 * Schulze's method, path strength by winning votes (Schulze 2011). `winners` holds everybody nobody has a stronger path to:
 * one name, or several that the method cannot tell apart. No lot is drawn between those: `ties` says that they are level.
 */
export function countSchulze(election: RankedElection, given: readonly string[] = []): SchulzeCount {
	const names = continuingCandidates(election).sort(byCodeUnit)
	const over = pairwise(election, names)
	const strength = strongestPaths(over)
	const beats = (a: number, b: number) => strength[a]![b]! > strength[b]![a]!
	const all = names.map((_, place) => place)
	const ballots = { counted: 0, blank: 0, spoilt: election.spoilt ?? 0 }
	for (const { weight, ranks } of election.ballots)
		ballots[ranks.some((rank) => rank.some((name) => names.includes(name))) ? 'counted' : 'blank'] += weight

	const winners = ballots.counted === 0 ? [] : all.filter((a) => all.every((b) => !beats(b, a)))
	const beaten = (a: number) => all.filter((b) => beats(a, b)).length
	const order = [...all].sort((a, b) => beaten(b) - beaten(a))
	const strict = ballots.counted > 0 && order.every((a, place) => order.slice(place + 1).every((b) => beats(a, b)))
	const condorcet = all.find((a) => all.every((b) => a === b || over[a]![b]! > over[b]![a]!))
	const tieOrder = completeTieOrder(given, continuingCandidates(election))
	const first = new Set(winners.map((place) => names[place]!))
	const level: Tie = {
		kind: 'win',
		round: 1,
		among: tieOrder.filter((name) => first.has(name)),
		picked: null,
		decidedBy: 'nobody',
	}
	return {
		method: 'schulze',
		options: { unranked: 'last-level', strength: 'winning-votes' },
		tieOrder,
		winners: winners.map((place) => names[place]!),
		...(winners.length === 0 && { reason: names.length ? ('nobody-voted' as const) : ('no-candidates' as const) }),
		rounds: [
			{
				pairwise: byName(names, (_, a) => byName(names, (__, b) => over[a]![b]!)),
				strongestPaths: byName(names, (_, a) => byName(names, (__, b) => strength[a]![b]!)),
			},
		],
		ties: winners.length > 1 ? [level] : [],
		ballots,
		ballotsHash: hashRankedBallots(election.ballots),
		condorcetWinner: condorcet === undefined || ballots.counted === 0 ? null : names[condorcet]!,
		order: strict ? order.map((place) => names[place]!) : null,
	}
}

function strongestPaths(over: readonly (readonly number[])[]): number[][] {
	const strength = over.map((row, a) => row.map((votes, b) => (votes > over[b]![a]! ? votes : 0)))
	for (let by = 0; by < over.length; by++)
		for (let a = 0; a < over.length; a++)
			for (let b = 0; b < over.length; b++) {
				if (a === b || a === by || b === by) continue
				const through = Math.min(strength[a]![by]!, strength[by]![b]!)
				if (through > strength[a]![b]!) strength[a]![b] = through
			}
	return strength
}
