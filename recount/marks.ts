import { budgetBallotsSummary, type Election, type Result, type Tie } from './election.ts'
import { fractionText } from './fraction.ts'
import { hashOfBallots, inOrderOfCharacters } from './hash.ts'

/** Approval counts who was named, points adds up what was given, score takes the sum or the mean of what was given. */
export function marks(
	method: 'approval' | 'score' | 'points',
	election: Election,
	seats: number,
	missing: 'no-opinion' | 'zero',
	tieOrder: string[],
): Result {
	const names = election.choices.map(({ id }) => id).sort(inOrderOfCharacters)
	const sum = new Map(names.map((name) => [name, 0]))
	const given = new Map(names.map((name) => [name, 0]))
	for (const ballot of election.ballots) {
		for (const [name, points] of ballot.points) {
			if (!given.has(name)) continue
			if (method === 'approval' && points <= 0) continue
			sum.set(name, sum.get(name)! + ballot.count * points)
			// A score of 0 is an opinion; 0 points are none given.
			if (method === 'score' || points > 0) given.set(name, given.get(name)! + ballot.count)
		}
	}

	/** Above 0 when a did better than b. */
	function better(a: string, b: string): number {
		if (method === 'approval') return given.get(a)! - given.get(b)!
		if (method === 'points' || missing === 'zero') return sum.get(a)! - sum.get(b)!
		const difference = BigInt(sum.get(a)!) * BigInt(given.get(b)!) - BigInt(sum.get(b)!) * BigInt(given.get(a)!)
		return difference > 0n ? 1 : difference < 0n ? -1 : 0
	}
	const standing = names.filter((name) => sum.get(name)! > 0)
	standing.sort((a, b) => better(b, a) || tieOrder.indexOf(a) - tieOrder.indexOf(b))
	const winners = standing.slice(0, seats)
	const ties: Tie[] = []
	const lastIn = standing[seats - 1]
	const firstOut = standing[seats]
	if (lastIn !== undefined && firstOut !== undefined && better(lastIn, firstOut) === 0) {
		const among = standing.filter((name) => better(name, lastIn) === 0)
		ties.push({ kind: 'win', round: 1, among, picked: lastIn, decidedBy: 'lot' })
	}

	const withoutVoices = { ...election, ballots: election.ballots.map((one) => ({ ...one, voice: '' })) }
	const { ballots, hashed } = budgetBallotsSummary(withoutVoices, SAYS[method])
	const result: Result = {
		method,
		options: method === 'score' ? { seats, missing } : { seats },
		tieOrder,
		winners,
		rounds: [account(method, names, sum, given)],
		ties,
		ballots,
		ballotsHash: hashOfBallots(hashed),
	}
	if (winners.length === 0) result.reason = ballots.counted > 0 ? 'nobody-supported' : 'nobody-voted'
	return result
}

/** Naming something with no approval, or with 0 points, is as good as a blank ballot. */
const SAYS = {
	approval: (mark: number) => mark > 0,
	points: (mark: number) => mark !== 0,
	score: () => true,
}

function account(method: string, names: string[], sum: Map<string, number>, given: Map<string, number>) {
	if (method === 'approval') return { votes: Object.fromEntries(given) }
	if (method === 'points') return { points: Object.fromEntries(sum), votes: Object.fromEntries(given) }
	const mean = names.map((name) => [
		name,
		given.get(name) === 0 ? null : fractionText(BigInt(sum.get(name)!), BigInt(given.get(name)!)),
	])
	return { sum: Object.fromEntries(sum), given: Object.fromEntries(given), mean: Object.fromEntries(mean) }
}
