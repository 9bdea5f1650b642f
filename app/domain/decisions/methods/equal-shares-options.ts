import type { Count } from './count.ts'
import type { SharesRound } from './rounds.ts'

/** What a funded project is worth to a supporter: its cost, one, or the points given (`borda`: points of ranks). */
export type Utility = 'cost' | 'cardinality' | 'points' | 'borda'

/**
 * What happens to money nobody can spend. `add1` raises everybody's endowment by `step` and counts again from the start,
 * until the outcome leaves no supported project that fits or the next outcome is too dear; `add1-until-overflow` has only the
 * second stop (Wieliczka 2023, Pabulib's checker). `add1u` is `add1` and then greedy; `greedy` is greedy at once.
 */
export type Completion = 'none' | 'add1' | 'add1-until-overflow' | 'add1u' | 'greedy'

export interface EqualSharesOptions {
	utility: Utility
	completion?: Completion
	/** Take the greedy outcome instead when more voters have more of the projects they named funded by it (Wieliczka). */
	comparison?: boolean
	/** Leave out projects with votes / voters below cost / (3 × budget) (Świecie). */
	bar?: boolean
	/** Each voice gets an equal part of the money to share among its members, whatever their number. */
	byVoice?: boolean
	/** Raise per voter and step, in the election's smallest unit of money. One unit of currency unless said. */
	step?: bigint
	/** For the greedy outcome compared with. */
	threshold?: number
	tieOrder?: readonly string[]
	/** Told after every run: for showing how far a long count is. */
	progress?: (runs: number) => void
}

export type Stop = 'not-asked' | 'exhaustive' | 'next-too-dear' | 'everything-funded'
export type LeftOut = 'no-supporter' | 'dearer-than-budget' | 'below-bar'

export interface EqualSharesCount extends Count {
	method: 'equal-shares'
	totalCost: string
	rounds: readonly SharesRound[]
	notConsidered: { project: string; why: LeftOut }[]
	/** What each voter could spend in the end (for each voice, when counted by voice), and why raising it stopped. */
	endowment: { perVoter: string | { readonly [voice: string]: string }; increments: number; stopped: Stop }
	comparison?: {
		preferEqualShares: number
		preferGreedy: number
		kept: 'equal-shares' | 'greedy'
		equalShares: { winners: string[]; totalCost: string }
		greedy: { winners: string[]; totalCost: string }
	}
}
