import type { Choosing, DecisionPart, Outcome, Withdrawal } from '../../domain/decisions/decision.ts'
import { isChoosing, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import type { PublishedCount } from '../../domain/decisions/methods/published-count.ts'
import { standingOptions } from '../../domain/decisions/withdrawn.ts'

/** What of a decision its result is told from. */
export type Told = DecisionPart<'kind' | 'method' | 'rules' | 'options' | 'tieOrder' | 'tieSeed' | 'result'> & {
	/** Level, and the casting vote was not used in time (`isCastingVoteOver`). Told apart here, because it depends on the clock. */
	castingVoteOver?: boolean
	withdrawn?: readonly Withdrawal[]
	voiceNames?: VoiceNames
}

/** By voice id: "Citizens". */
type VoiceNames = Readonly<Record<string, string>>

/** A vote that chose among options and shows its whole count, with the options that were counted. What the count holds besides follows from its `method`. */
export type Chosen = Pick<Choosing, 'kind' | 'rules' | 'options' | 'tieOrder'> & {
	outcome: Outcome
	count: PublishedCount
	withdrawn?: readonly Withdrawal[]
	voiceNames?: VoiceNames
}

/** How many named each option, by its id. */
export type Named = Readonly<Record<string, number>>

/** Those with most of what is counted first, and else as they stood. */
export function mostFirst(votes: Named) {
	return (a: { id: string }, b: { id: string }) => (votes[b.id] ?? 0) - (votes[a.id] ?? 0)
}

/** Null for a motion, for consent, while voting is open, and where only the outcome is shown. */
export function chosenOf(told: Told): Chosen | null {
	if (!isChoosing(told) || !told.result || isOutcomeOnly(told.result)) return null
	const { kind, rules, tieOrder, result, withdrawn, voiceNames } = told
	return {
		kind,
		rules,
		options: standingOptions(told),
		tieOrder,
		outcome: result.outcome,
		count: result.count,
		...(withdrawn && { withdrawn }),
		...(voiceNames && { voiceNames }),
	}
}

/** The same vote with a count that is known to be of one family: how each family's words are given theirs. */
export type ChosenBy<C extends PublishedCount> = Omit<Chosen, 'count'> & { count: C }

/** Of a show of views nothing is chosen; of a count without a quorum neither. */
export function chosenWord({ kind, outcome, count }: Pick<Chosen, 'kind' | 'outcome' | 'count'>) {
	if (outcome === 'no-quorum') return 'ahead'
	const isMoney = 'totalCost' in count
	if (kind === 'show-of-views') return isMoney ? 'would be funded' : 'preferred'
	return isMoney ? 'funded' : 'chosen'
}
