import { createHash } from 'node:crypto'
import type { Json } from '../../canonical-json.ts'

/** Methods that a ballots file can be counted by. A motion and a consent round are counted from choices, not from files. */
export const countMethods = [
	'greedy',
	'greedy-no-skip',
	'equal-shares',
	'scottish-stv',
	'irv',
	'schulze',
	'approval',
	'score',
	'points',
] as const
export type CountMethod = (typeof countMethods)[number]

/**
 * Two or more stood level. `among` is in tie order; `decidedBy` is what settled it: `lot` means the published tie order,
 * nothing else did. `nobody` left it level, and then nobody is picked. `round` is the number of the round in the account,
 * from 1.
 */
export interface Tie {
	kind: 'fund' | 'order' | 'surplus' | 'exclude' | 'win'
	round: number
	among: string[]
	picked: string | null
	decidedBy: 'cost' | 'support' | 'earlier-stage' | 'lot' | 'nobody'
}

/** Ballots are in exactly one class: `counted` say something this method can use, `blank` say nothing, `spoilt` cannot be read. */
export interface BallotCounts {
	counted: number
	blank: number
	spoilt: number
}

/**
 * A result with everything needed to check it. Amounts that may not be whole are exact text ("995079", "3/10", "887.70798").
 * The recounting program makes the same object by other means (recount/); the two are compared as canonical JSON.
 */
export interface Count {
	method: CountMethod
	/** All options the rule was run with, defaults included. */
	options: { readonly [option: string]: Json }
	/** The order that settles what nothing else settles, favoured first. Fixed and published before voting opens. */
	tieOrder: string[]
	winners: string[]
	/** Why there is no winner, or not as many as were asked for. */
	reason?: 'nobody-voted' | 'no-candidates' | 'fewer-candidates-than-seats' | 'nothing-funded' | 'nobody-supported'
	totalCost?: string
	rounds: readonly Json[]
	ties: Tie[]
	ballots: BallotCounts
	/** SHA-256 of the ballots, equal ones together: see `hashBallots`. */
	ballotsHash: string
}

/**
 * One line of JSON for each different ballot, `[how many, the ballot]`, lines sorted by code unit, SHA-256 in hex. Order and
 * grouping of ballots change nothing. A budget ballot is `[[project, points], …]` by project; a ranked one `[[name, …], …]`,
 * best rank first, names at one rank sorted.
 */
export function hashBallots(ballots: Iterable<readonly [weight: number, ballot: Json]>): string {
	const together = new Map<string, number>()
	for (const [weight, ballot] of ballots) {
		const text = JSON.stringify(ballot)
		together.set(text, (together.get(text) ?? 0) + weight)
	}
	const lines = [...together].map(([text, weight]) => `[${weight},${text}]`).sort(byCodeUnit)
	return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex')
}

export function byCodeUnit(a: string, b: string) {
	return a < b ? -1 : a > b ? 1 : 0
}

/** Votes by name. Not an object literal: a candidate may be called `__proto__`. */
export function byName<T extends Json>(names: readonly string[], value: (name: string, index: number) => T) {
	return Object.fromEntries(names.map((name, index) => [name, value(name, index)])) as { readonly [name: string]: T }
}
