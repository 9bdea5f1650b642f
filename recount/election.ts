/** What the readers make of a file, and the methods count. */
export interface Election {
	/** In the order of the file. */
	choices: { id: string; cost: bigint }[]
	withdrawn: string[]
	/** For budgets, in the smallest unit of money. */
	budget: bigint
	/** Digits after the point of that unit. */
	decimals: number
	seats: number
	threshold: number
	ballots: Ballot[]
	spoilt: number
	/** A lot given in the file, favoured first; else the order of the choices. */
	tieOrder: string[]
	/** Words of a command line that the file asks to be counted with. */
	asks: string[]
	/** What the file was not strict about. */
	notes: string[]
	/** What it says besides, that is not counted. */
	says: Facts
}

/** What a file says of the vote as a whole. A published result says it too, so the two can be compared; absent: not said. */
export interface Facts {
	/** Whole parts that a result says in the same words, by their name in it. */
	parts: Record<string, unknown>
	/** "Panel vote DEC-2026-001: Which of these?", where a form has one line for it. */
	heading?: string
	/** "DEC-2026-001 Panel vote", as the rows of a CSV file say it: each different one. */
	rows?: string[]
	/** In the order of the question, with as much as the form has room for. */
	choices?: { id?: string; name?: string; cost?: string; withdrawn?: boolean }[]
	budget?: string
	/** The ids of what was funded, or chosen. */
	selected?: string[]
}

export interface Ballot {
	/** How many people handed in this same ballot. */
	count: number
	/** For methods with points: what each named choice is given. */
	points: Map<string, number>
	/** For ranked methods: the names at each place, best first. */
	ranks: string[][]
	voice: string
	/** A motion's or a consent round's answer; else empty. */
	choice: string
}

export class CannotRead extends Error {}

/** Sums of counts up to this many ballots are exact. */
export const mostBallots = 1_000_000_000

/** Points are added up as ordinary numbers, which are exact to 2^53. */
export function refuseTooManyPoints(ballots: Ballot[]) {
	let most = 0
	for (const { count, points } of ballots) for (const given of points.values()) most += count * Math.abs(given)
	if (most > Number.MAX_SAFE_INTEGER) throw new CannotRead('more points than can be counted exactly')
	if (ballots.reduce((sum, { count }) => sum + count, 0) > mostBallots)
		throw new CannotRead('too many ballots to count')
}

export interface Tie {
	kind: string
	round: number
	among: string[]
	/** Nobody, where the rule leaves them level. */
	picked: string | null
	decidedBy: string
}

/** What counting gives: for a method that chooses, a whole `Result`. */
export interface Counted {
	method: string
	[more: string]: unknown
}

/** The same shape the engine writes; see app/domain/decisions/methods/count.ts. */
export interface Result extends Counted {
	method: string
	options: Record<string, unknown>
	tieOrder: string[]
	winners: string[]
	reason?: string
	totalCost?: string
	rounds: unknown[]
	ties: Tie[]
	ballots: { counted: number; blank: number; spoilt: number }
	ballotsHash: string
	[more: string]: unknown
}

/** `says`: whether what a ballot gives is more than nothing at all. */
export function budgetBallotsSummary(election: Election, says = (given: number) => given !== 0) {
	const ballots = { counted: 0, blank: 0, spoilt: election.spoilt }
	const hashed: { count: number; ballot: unknown }[] = []
	const known = new Set(election.choices.map((choice) => choice.id))
	for (const ballot of election.ballots) {
		const named = [...ballot.points].filter(([id]) => known.has(id))
		named.sort(([a], [b]) => (a < b ? -1 : 1))
		if (named.some(([, given]) => says(given))) ballots.counted += ballot.count
		else ballots.blank += ballot.count
		hashed.push({ count: ballot.count, ballot: ballot.voice === '' ? named : { voice: ballot.voice, choices: named } })
	}
	return { ballots, hashed }
}

export function rankedBallotsForHash(election: Election) {
	return election.ballots.map((ballot) => ({
		count: ballot.count,
		ballot: ballot.ranks
			.filter((names) => names.length > 0)
			.map((names) => [...names].sort((a, b) => (a < b ? -1 : 1))),
	}))
}
