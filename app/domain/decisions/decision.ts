/** Three kinds that no screen may let be confused. */
export type DecisionKind = 'show-of-views' | 'panel-vote' | 'board-decision'
export type DecisionState = 'open' | 'closed' | 'stopped'
export type Choice = 'for' | 'against' | 'abstain'

/** A share as two whole numbers, so that two thirds is exact. */
export interface Fraction {
	numerator: number
	denominator: number
}

/** Fixed before anyone votes. */
export interface Rules {
	/** `named` ballots are published with the result; `secret` ones can be joined to nobody after closing. */
	secrecy: 'secret' | 'named'
	/** How many electors must take part (abstaining is taking part). 0 for none. */
	quorum: number
	/**
	 * `majority`: more for than against. A fraction: at least that share of for + against.
	 * Abstentions count for the quorum and never for the threshold (decisions.md A3).
	 */
	threshold: 'majority' | Fraction
	/** Whether anybody may see how it stands before it closes. */
	showsStanding: boolean
}

export interface Tally {
	for: number
	against: number
	abstain: number
}

/** Why the result is what it is: each outcome has one sentence on screen. */
export type Outcome = 'agreed' | 'not-agreed' | 'no-quorum' | 'nobody-voted'

/** What closing writes down for ever. */
export interface Result {
	engine: string
	outcome: Outcome
	tally: Tally
	electors: number
	/**
	 * Ballots and electors by voice id. Of a secret vote only what may be shown is kept (`small-numbers`): null is hidden,
	 * here and in the database, because one person may be their voice's only elector.
	 */
	byVoice: { voiceId: string; electors: number; tally: Tally | null }[]
	/** SHA-256 of the ballots' canonical JSON, sorted by id. */
	ballotsHash: string
}

export interface Decision {
	id: string
	partnershipId: string
	groupId: string
	versionId: string
	reference: string
	kind: DecisionKind
	method: 'motion'
	question: string
	rules: Rules
	seal: string
	state: DecisionState
	opensAt: Date
	closesAt: Date
	closedAt: Date | null
	stoppedReason: string | null
	result: Result | null
	outcome: string | null
	openedBy: string
}

export interface Ballot {
	id: string
	/** Empty on a secret ballot once the vote is closed. */
	voiceId: string
	/** Only on named ballots. */
	memberId: string | null
	choice: Choice
	reason: string
}
