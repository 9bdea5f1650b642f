import { type Election, type Result, rankedBallotsForHash, type Tie } from './election.ts'
import { hashOfBallots } from './hash.ts'

/** One vote, in hundred-thousandths: five decimals are kept and the rest is dropped. */
const ONE_VOTE = 100_000n

interface Pile {
	/** Names still to be asked, best first. */
	next: string[]
	papers: bigint
	/** What each paper is worth. */
	value: bigint
}

/** Ballots reduced to one name a place, with the withdrawn left out; a place with two names ends the ballot. */
export function oneNameAPlace(election: Election, names: string[]) {
	const ballots = { counted: 0, blank: 0, spoilt: election.spoilt }
	const papers: { count: number; names: string[] }[] = []
	for (const ballot of election.ballots) {
		const order: string[] = []
		let endedByTwoNames = false
		for (const place of ballot.ranks) {
			const fresh = new Set(place.filter((name) => names.includes(name) && !order.includes(name)))
			if (fresh.size > 1) {
				endedByTwoNames = true
				break
			}
			order.push(...fresh)
		}
		if (order.length > 0) {
			ballots.counted += ballot.count
			papers.push({ count: ballot.count, names: order })
		} else if (endedByTwoNames) ballots.spoilt += ballot.count
		else ballots.blank += ballot.count
	}
	return { ballots, papers }
}

/** Single transferable vote as in Scotland (SSI 2007 No. 42, schedule 1, rules 45 to 52). */
export function scottishStv(election: Election, seats: number, tieOrder: string[]): Result {
	const names = election.choices.map(({ id }) => id).filter((name) => !election.withdrawn.includes(name))
	const { ballots, papers } = oneNameAPlace(election, names)
	const quotaVotes = Number(BigInt(ballots.counted) / BigInt(seats + 1)) + 1
	const quota = BigInt(quotaVotes) * ONE_VOTE

	const piles = new Map<string, Pile[]>(names.map((name) => [name, []]))
	const votes = new Map<string, bigint>(names.map((name) => [name, 0n]))
	let continuing = [...names]
	const elected: string[] = []
	const waitingSurpluses: string[] = []
	let nonTransferable = 0n
	const rounds: Record<string, unknown>[] = []
	const ties: Tie[] = []
	const earlier: Map<string, bigint>[] = []

	/** Puts a pile with the first continuing name on it; false if there is none. */
	function handOn(pile: Pile): boolean {
		const place = pile.next.findIndex((name) => continuing.includes(name))
		if (place < 0) return false
		const name = pile.next[place]!
		piles.get(name)!.push({ ...pile, next: pile.next.slice(place + 1) })
		votes.set(name, votes.get(name)! + pile.papers * pile.value)
		return true
	}

	/** Who of several with the same votes now was ahead (or behind) at the most recent stage where they differed. */
	function settle(level: string[], wanted: 'most' | 'fewest'): { name: string; decidedBy: string } {
		let left = level
		for (let stage = earlier.length - 2; stage >= 0; stage--) {
			const then = earlier[stage]!
			const best = left.map((name) => then.get(name)!).reduce((a, b) => ((wanted === 'most' ? b > a : b < a) ? b : a))
			left = left.filter((name) => then.get(name) === best)
			if (left.length === 1) return { name: left[0]!, decidedBy: 'earlier-stage' }
		}
		const byLot = tieOrder.filter((name) => left.includes(name))
		return { name: wanted === 'most' ? byLot[0]! : byLot.at(-1)!, decidedBy: 'lot' }
	}

	function choose(kind: 'surplus' | 'exclude', from: string[]): string {
		const amounts = from.map((name) => votes.get(name)!)
		const wanted = amounts.reduce((a, b) => ((kind === 'surplus' ? b > a : b < a) ? b : a))
		const level = from.filter((name) => votes.get(name) === wanted)
		if (level.length === 1) return level[0]!
		const { name, decidedBy } = settle(level, kind === 'surplus' ? 'most' : 'fewest')
		const among = tieOrder.filter((other) => level.includes(other))
		ties.push({ kind, round: rounds.length + 1, among, picked: name, decidedBy })
		return name
	}

	function electMostFirst(group: string[]): string[] {
		const done: string[] = []
		while (done.length < group.length) {
			const rest = group.filter((name) => !done.includes(name))
			const [most] = rest.map((name) => votes.get(name)!).sort((a, b) => (a > b ? -1 : 1))
			const level = rest.filter((name) => votes.get(name) === most)
			done.push(level.length === 1 ? level[0]! : settle(level, 'most').name)
		}
		for (const name of done) {
			elected.push(name)
			if (votes.get(name)! > quota) waitingSurpluses.push(name)
		}
		continuing = continuing.filter((name) => !done.includes(name))
		return done
	}

	function endStage(action: string, candidate: string | null, surplus?: bigint) {
		earlier.push(new Map(votes))
		const round: Record<string, unknown> = { action, candidate }
		if (surplus !== undefined) round.surplus = fiveDecimals(surplus)
		round.votes = Object.fromEntries(names.map((name) => [name, fiveDecimals(votes.get(name)!)]))
		round.nonTransferable = fiveDecimals(nonTransferable)
		rounds.push(round)
		const byQuota = electMostFirst(continuing.filter((name) => votes.get(name)! >= quota))
		const vacancies = seats - elected.length
		const byLast = vacancies > 0 && continuing.length <= vacancies ? electMostFirst(continuing) : []
		round.elected = [...byQuota, ...byLast]
		round.byLastVacancies = byLast
	}

	if (ballots.counted > 0) {
		for (const paper of papers) handOn({ next: paper.names, papers: BigInt(paper.count), value: ONE_VOTE })
		endStage('first', null)
		while (elected.length < seats && continuing.length > 0) {
			if (waitingSurpluses.length > 0) {
				const name = choose('surplus', waitingSurpluses)
				waitingSurpluses.splice(waitingSurpluses.indexOf(name), 1)
				const total = votes.get(name)!
				const surplus = total - quota
				votes.set(name, quota)
				let moved = 0n
				for (const pile of piles.get(name)!) {
					const value = (surplus * pile.value) / total
					if (handOn({ ...pile, value })) moved += value * pile.papers
				}
				piles.set(name, [])
				nonTransferable += surplus - moved
				endStage('surplus', name, surplus)
			} else {
				const name = choose('exclude', continuing)
				continuing = continuing.filter((other) => other !== name)
				votes.set(name, 0n)
				for (const pile of piles.get(name)!) if (!handOn(pile)) nonTransferable += pile.papers * pile.value
				piles.set(name, [])
				endStage('exclude', name)
			}
		}
	}

	const result: Result = {
		method: 'scottish-stv',
		options: { seats, equalRanks: 'stop', skippedRanks: 'close-up' },
		tieOrder,
		winners: elected,
		rounds,
		ties,
		ballots,
		ballotsHash: hashOfBallots(rankedBallotsForHash(election)),
		quota: quotaVotes,
		emptySeats: ballots.counted > 0 ? seats - elected.length : 0,
	}
	if (ballots.counted === 0) result.reason = 'nobody-voted'
	else if (elected.length < seats) result.reason = 'fewer-candidates-than-seats'
	return result
}

function fiveDecimals(votes: bigint): string {
	return `${votes / ONE_VOTE}.${String(votes % ONE_VOTE).padStart(5, '0')}`
}
