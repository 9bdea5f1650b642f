import { type Election, type Result, rankedBallotsForHash, type Tie } from './election.ts'
import { hashOfBallots, inOrderOfCharacters } from './hash.ts'

/**
 * Schulze: compare every two candidates; a path from A to B is as strong as its weakest win; whoever nobody has a stronger path
 * to is a winner.
 */
export function schulze(election: Election, tieOrder: string[]): Result {
	const names = election.choices.map(({ id }) => id).filter((name) => !election.withdrawn.includes(name))
	names.sort(inOrderOfCharacters)
	const ballots = { counted: 0, blank: 0, spoilt: election.spoilt }
	const preferring = table(names)
	for (const ballot of election.ballots) {
		const place = new Map<string, number>()
		ballot.ranks.forEach((level, at) => {
			for (const name of level) if (names.includes(name) && !place.has(name)) place.set(name, at)
		})
		if (place.size > 0) ballots.counted += ballot.count
		else ballots.blank += ballot.count
		for (const [a, placeOfA] of place) {
			const aboveEach = preferring.get(a)!
			for (const b of names) {
				// Not ranked is last.
				const placeOfB = place.get(b) ?? Number.MAX_SAFE_INTEGER
				if (placeOfA < placeOfB) aboveEach.set(b, aboveEach.get(b)! + ballot.count)
			}
		}
	}

	const strongest = table(names)
	for (const a of names) {
		for (const b of names) {
			const wins = preferring.get(a)!.get(b)!
			if (wins > preferring.get(b)!.get(a)!) strongest.get(a)!.set(b, wins)
		}
	}
	for (const middle of names) {
		for (const from of names) {
			for (const to of names) {
				if (from === to) continue
				const path = Math.min(strongest.get(from)!.get(middle)!, strongest.get(middle)!.get(to)!)
				if (path > strongest.get(from)!.get(to)!) strongest.get(from)!.set(to, path)
			}
		}
	}

	const beats = (a: string, b: string) => strongest.get(a)!.get(b)! > strongest.get(b)!.get(a)!
	const winners = ballots.counted > 0 ? names.filter((a) => !names.some((b) => beats(b, a))) : []
	const beatenBy = (a: string) => names.filter((b) => beats(a, b)).length
	const order = [...names].sort((a, b) => beatenBy(b) - beatenBy(a))
	const isDecided = ballots.counted > 0 && order.every((a, at) => order.slice(at + 1).every((b) => beats(a, b)))
	const beatsAllInPairs = names.find((a) =>
		names.every((b) => a === b || preferring.get(a)!.get(b)! > preferring.get(b)!.get(a)!),
	)

	// Several that nobody is ahead of stay level: no lot is drawn between them.
	const levelAtTheTop: Tie = {
		kind: 'win',
		round: 1,
		among: tieOrder.filter((name) => winners.includes(name)),
		picked: null,
		decidedBy: 'nobody',
	}
	const result: Result = {
		method: 'schulze',
		options: { unranked: 'last-level', strength: 'winning-votes' },
		tieOrder,
		winners,
		rounds: [{ pairwise: asObject(preferring), strongestPaths: asObject(strongest) }],
		ties: winners.length > 1 ? [levelAtTheTop] : [],
		ballots,
		ballotsHash: hashOfBallots(rankedBallotsForHash(election)),
		condorcetWinner: ballots.counted > 0 ? (beatsAllInPairs ?? null) : null,
		order: isDecided ? order : null,
	}
	if (winners.length === 0) result.reason = names.length > 0 ? 'nobody-voted' : 'no-candidates'
	return result
}

function table(names: string[]) {
	return new Map(names.map((a) => [a, new Map(names.map((b) => [b, 0]))]))
}

function asObject(of: Map<string, Map<string, number>>) {
	return Object.fromEntries([...of].map(([a, row]) => [a, Object.fromEntries(row)]))
}
