import type { CountMethod } from './methods/count.ts'
import type { PublishedCount } from './methods/published-count.ts'

/** Three kinds that no screen may let be confused. */
export type DecisionKind = 'show-of-views' | 'panel-vote' | 'board-decision'
/** `counting`: its time is over and it takes no more ballots; its result is being worked out. */
export type DecisionState = 'open' | 'counting' | 'closed' | 'stopped'
export const choices = ['for', 'against', 'abstain'] as const
export const consentChoices = ['agree', 'concern', 'object'] as const
export type Choice = (typeof choices)[number]
export type ConsentChoice = (typeof consentChoices)[number]

/** How ballots become a result. The first two answer yes or no; the others choose among options. */
export type ChoosingMethod = CountMethod
export type Method = 'motion' | 'consent' | ChoosingMethod

/** A share as two whole numbers, so that two thirds is exact. */
export interface Fraction {
	numerator: number
	denominator: number
}

/** What of every method is fixed before anyone votes. */
export interface CommonRules {
	/** `named` ballots are published with the result; `secret` ones can be joined to nobody after closing. */
	secrecy: 'secret' | 'named'
	/** How many electors must take part (abstaining, and a blank ballot, is taking part). 0 for none. */
	quorum: number
	/** The share of the roll that `quorum` was worked out from, rounded up (`fixQuorum`). Absent where a number was set. */
	quorumShare?: Fraction
	/** Whether anybody may see how it stands before it closes. */
	showsStanding: boolean
}

/**
 * How many of a voice must take part. In a `voiceLock` the voice is also asked by itself, and needs more for than against
 * (decisions.md A4b); in a `voiceQuorum` it need not agree.
 */
export interface VoiceQuorum {
	voiceId: string
	quorum: number
}

/** What settles a level vote: the second vote of whoever presides, or who chairs the group that was asked. */
export interface CastingVote {
	choice: 'for' | 'against'
	reason: string
}

export interface MotionRules extends CommonRules {
	/**
	 * `majority`: more for than against. A fraction: at least that share of for + against, or of everybody entitled.
	 * Abstentions count for the quorum and never for the threshold (decisions.md A3).
	 */
	threshold: 'majority' | Fraction
	/** What a stated share is a share of: those for or against unless said; `present` are all who voted, also to abstain. */
	of?: 'voting' | 'present' | 'entitled'
	/** Whatever the total says, without so many of each of these voices there is no decision. */
	voiceQuorum?: readonly VoiceQuorum[]
	/** Who may settle a level vote after the close. Without it a level vote is not agreed. Only with a `majority`. */
	castingVote?: { memberId: string }
	voiceLock?: readonly VoiceQuorum[]
}

export interface ConsentRules extends CommonRules {
	/** Whether an elector who says nothing counts as agreeing. */
	silenceIsConsent: boolean
	/** Agreeing and concerns are for, objections against. */
	voiceLock?: readonly VoiceQuorum[]
}

/** Ticked, given points, or put in order, where the first of three places is worth three points (Borda). */
export type BudgetBallotForm = 'ticks' | 'points' | 'ranks'

/** How options are chosen among; what does not belong to a method is absent. */
export interface ChoosingRules extends CommonRules {
	/** How many win. Budgets have no such number. */
	seats?: number
	/** How people choose where money is shared: ticks unless said. */
	ballot?: BudgetBallotForm
	/** Most options one ballot may name: approval and budgets. Of a budget put in order, how many places there are. */
	most?: number
	/** Highest score: 0 to this. */
	highest?: number
	/** What a missing score means. */
	missing?: 'no-opinion' | 'zero'
	/** Points each person may give out, and the most for one option: points, and budgets with points. */
	points?: number
	cap?: number
	/** Pence to share. */
	budget?: number
	/** Each ballot spends the pot itself: what it chooses costs that together at most (domain.md J4). */
	withinBudget?: boolean
	/** Supporters, or points, a project needs to be considered: greedy. */
	support?: number
	completion?: 'none' | 'add1' | 'add1-until-overflow' | 'add1u' | 'greedy'
	/** What a funded project is worth to whoever ticked it. With points or places it is worth those. */
	utility?: 'cost' | 'cardinality'
	comparison?: boolean
	bar?: boolean
	/** Each voice gets an equal part of the money to share among its members. A rule of its own, not a lock. */
	byVoice?: boolean
}

export type Rules = MotionRules | ConsentRules | ChoosingRules

/** One of what may be chosen. Ids are short and stand on ballots and in published files. */
export interface Option {
	id: string
	name: string
	/** More about it, for whoever wants it. */
	about?: string
	/** Pence. */
	cost?: number
}

/** How the list came about of what can be chosen, where more was put forward than is on it. Sealed with the rest. */
export interface Shortlist {
	/** The rule for being on it, published before anyone votes. */
	rule: string
	leftOut: readonly LeftOff[]
}

/** Put forward and not on the list, with the reason for everybody to read. Nothing is dropped silently. */
export interface LeftOff {
	name: string
	reason: string
	/** Pence. */
	cost?: number
}

/** Something people could choose that was withdrawn while voting was open. It stays in the sealed list, and is not counted. */
export interface Withdrawal {
	/** Its id. */
	option: string
	/** ISO moment. */
	at: string
	/** Everyone reads it. */
	reason: string
}

export interface Tally {
	for: number
	against: number
	abstain: number
}

/**
 * Why the result is what it is: each outcome has one sentence on screen. A motion or consent is agreed or not; choosing
 * among options ends in `chosen` or `none-chosen`. `level`: a comparison (Schulze) puts several first and draws no lot
 * between them; or for and against are level and a casting vote, which may settle it, was not given. Nothing is settled.
 */
export const outcomes = ['agreed', 'not-agreed', 'chosen', 'none-chosen', 'level', 'no-quorum', 'nobody-voted'] as const
export type Outcome = (typeof outcomes)[number]

/** What a yes or no can end in at a meeting, where a casting vote is given at once or not at all. */
export type MotionOutcome = Exclude<Outcome, 'chosen' | 'none-chosen' | 'level'>

/** Whether something was settled that people can now act on. */
export function settles(outcome: Outcome): outcome is 'agreed' | 'chosen' {
	return outcome === 'agreed' || outcome === 'chosen'
}

/** How many of a voice gave each answer: for/against/abstain, agree/concern/object, or how many named each option. */
export type Counts = Readonly<Record<string, number>>

export interface VoiceResult {
	voiceId: string
	electors: number
	/** How many took part; hidden with the tally. Absent in results made before it was kept. */
	voted?: number | null
	/**
	 * Of a secret vote only what may be shown is kept (`small-numbers`): null is hidden, here and in the database, because
	 * one person may be their voice's only elector.
	 */
	tally: Counts | null
}

/** What closing writes down for ever. */
export interface CommonResult {
	engine: string
	outcome: Outcome
	electors: number
	/** Papers nobody could read. */
	spoilt?: number
	/** Ids of options that were withdrawn while people voted: left out of the count. Absent where none was. */
	withdrawn?: readonly string[]
	/** Ballots by voice id. */
	byVoice: VoiceResult[]
	/**
	 * SHA-256 of the ballots, equal ones together: the same as anybody gets from the published file. Of a vote too small to show
	 * its numbers it is made with what only the server knows (`sealedHash`), because a hash of four ballots can be guessed.
	 */
	ballotsHash: string
	/** What each locked voice said by itself. */
	lock?: { voiceId: string; outcome: Outcome }[]
}

export interface MotionResult extends CommonResult {
	tally: Tally
	/** Of each voice in the `voiceQuorum`: how many took part, as far as the rule needs to know. */
	voiceTurnout?: readonly VoiceTurnout[]
	/** Given after the close, when votes were level. */
	casting?: CastingVote
}

/** Never more than the rule asks for, so that no more is told of a small voice than the outcome tells already. */
export interface VoiceTurnout {
	voiceId: string
	tookPart: number
}

export interface ConsentResult extends CommonResult {
	counts: { agree: number; concern: number; object: number; silent: number }
}

export interface ChoosingResult extends CommonResult {
	count: PublishedCount
}

/**
 * A secret vote that fewer than five took part in (docs/decisions/012-very-small-votes.md): how it came out, and nothing that
 * says how many answered what. No voice has a tally, and none says what it answered by itself.
 */
export interface OutcomeOnly extends CommonResult {
	/** How many took part: the turnout was public all along. */
	voted: number
	/** Options that were chosen, or come first together, in the order of the question; empty for a motion and for consent. */
	winners: readonly string[]
	/**
	 * Where the rule asks for so many of some voices: ids of those of whom too few took part, and not how many did. Every ballot
	 * of such a vote says beforehand that this is told. Absent where no voice is asked for, and in results made before it was kept.
	 */
	shortVoices?: readonly string[]
	/** Given after the close to a motion that came out level. */
	casting?: CastingVote
}

export type Result = MotionResult | ConsentResult | ChoosingResult | OutcomeOnly

/** What of a result is said in lists. */
export type Ending = Pick<OutcomeOnly, 'outcome' | 'winners'>

/** Whether only the outcome is kept and shown. */
export function isOutcomeOnly(result: Result): result is OutcomeOnly {
	return 'voted' in result
}

interface DecisionOf<M extends Method, R extends Rules, X extends CommonResult> {
	id: string
	partnershipId: string
	groupId: string
	versionId: string
	reference: string
	kind: DecisionKind
	method: M
	question: string
	rules: R
	/** Empty for a motion and for consent. */
	options: readonly Option[]
	/** Null where nothing is said of how they were found. */
	shortlist: Shortlist | null
	/** Which of them were withdrawn while voting was open, in the order in which that happened. Not part of the seal. */
	withdrawn: readonly Withdrawal[]
	/** Ids of the options, favoured first: what settles a tie that nothing else does. Drawn from `tieSeed`. */
	tieOrder: readonly string[]
	/** Published with the seal, so that anyone can draw the lot again. Empty where nothing is chosen among. */
	tieSeed: string
	seal: string
	state: DecisionState
	opensAt: Date
	closesAt: Date
	closedAt: Date | null
	stoppedReason: string | null
	result: X | null
	outcome: string | null
	openedBy: string
}

export type Motion = DecisionOf<'motion', MotionRules, MotionResult | OutcomeOnly>
export type Consent = DecisionOf<'consent', ConsentRules, ConsentResult | OutcomeOnly>
export type Choosing = DecisionOf<ChoosingMethod, ChoosingRules, ChoosingResult | OutcomeOnly>
export type Decision = Motion | Consent | Choosing

/** Part of a decision, with its method and rules still belonging to each other. */
export type DecisionPart<K extends keyof Motion> = Pick<Motion, K> | Pick<Consent, K> | Pick<Choosing, K>

export function isMotion<D extends { method: Method }>(decision: D): decision is Extract<D, { method: 'motion' }> {
	return decision.method === 'motion'
}

export function isConsent<D extends { method: Method }>(decision: D): decision is Extract<D, { method: 'consent' }> {
	return decision.method === 'consent'
}

export function isChoosing<D extends { method: Method }>(
	decision: D,
): decision is Extract<D, { method: ChoosingMethod }> {
	return decision.method !== 'motion' && decision.method !== 'consent'
}

/** What one ballot says. Marks and ranks may be empty: a blank ballot takes part and chooses nothing. */
export type Answer =
	| { choice: Choice }
	| { consent: ConsentChoice; proposedChange?: string }
	/** 1 for a tick, else the score or points, by option id. An option left out was given nothing. */
	| { marks: Readonly<Record<string, number>> }
	/** Option ids at each rank, best first; several at one rank are level. */
	| { ranks: readonly (readonly string[])[] }

/** One person's right to one ballot, and the voice they had when the roll was fixed. */
export interface Elector {
	memberId: string
	voiceId: string
}

export interface Ballot {
	id: string
	/** Empty on a secret ballot once the vote is closed, unless the rule counts by voice and that is safe. */
	voiceId: string
	/** Only on named ballots. */
	memberId: string | null
	answer: Answer
	/** Why: an objection must say. */
	reason: string
}
