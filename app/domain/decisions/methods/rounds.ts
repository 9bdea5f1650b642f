import type { Count } from './count.ts'

/** By the id of an option. */
export type ByOption<T> = { readonly [option: string]: T }

/** How many ticked each. */
export interface ApprovalCount extends Count {
	method: 'approval'
	rounds: readonly { readonly votes: ByOption<number> }[]
}

/** What each was given, and by how many. */
export interface PointsCount extends Count {
	method: 'points'
	rounds: readonly { readonly points: ByOption<number>; readonly votes: ByOption<number> }[]
}

/** `mean` is exact text, and null where nobody gave a score. */
export interface ScoreCount extends Count {
	method: 'score'
	rounds: readonly {
		readonly sum: ByOption<number>
		readonly given: ByOption<number>
		readonly mean: ByOption<string | null>
	}[]
}

export type IrvRound = {
	/** Of those still in. */
	readonly votes: ByOption<number>
	readonly exhausted: number
	readonly excluded: string | null
}

/** Votes in hundred-thousandths, as exact text. */
export type StvRound = {
	readonly action: 'first' | 'surplus' | 'exclude'
	readonly candidate: string | null
	readonly surplus?: string
	readonly votes: ByOption<string>
	readonly nonTransferable: string
	readonly elected: readonly string[]
	readonly byLastVacancies: readonly string[]
}

export type PairsRound = {
	/** How many put the first above the second. */
	readonly pairwise: ByOption<ByOption<number>>
	readonly strongestPaths: ByOption<ByOption<number>>
}

/** Looked at in the order of their votes; money is exact text in pounds. */
export type GreedyRound = {
	readonly project: string
	readonly cost: string
	readonly votes: number
	readonly score: number
	readonly funded: boolean
	readonly left: string
}

export interface GreedyCount extends Count {
	method: 'greedy' | 'greedy-no-skip'
	totalCost: string
	rounds: readonly GreedyRound[]
}

/**
 * What was bought one after another. `equal-shares`: paid by those who chose it; price and payers are left out where voices
 * are too small to publish. `greedy`: from what was left over, or, where the comparison settled it, everything in the order of its
 * votes, with whether it was `funded`.
 */
export type SharesRound =
	| {
			readonly by: 'equal-shares'
			readonly project: string
			readonly cost: string
			readonly votes: number
			readonly score: number
			readonly price?: string
			readonly rho?: string
			readonly paidInFull?: number
			readonly gaveTheRest?: number
	  }
	| {
			readonly by: 'greedy'
			readonly project: string
			readonly cost: string
			readonly votes: number
			readonly score: number
			readonly funded?: boolean
			readonly left?: string
	  }
