import type { Office } from '../../access/membership.ts'
import type { CastingVote, Choice, Tally } from '../decision.ts'
import type { BoardMotionRule } from '../methods/board-motion.ts'
import type { QuorumRule } from '../methods/quorum.ts'

export type { CastingVote }

/** What a body has laid down for its own meetings. Classes of seat are named by the right people sit by. */
export interface BodyRules extends BoardMotionRule {
	quorum: QuorumRule
	/**
	 * Whether a member who joins remotely is there: counts towards the quorum, moves and votes. In a formal board of a council
	 * in England they do not, and may speak only.
	 */
	remoteCounts: boolean
	/** Whether somebody who came in after the debate had begun may move and vote. They count towards the quorum. */
	lateVotes: boolean
}

/** A seat as it stood when the decision was entered. */
export interface BodySeat {
	memberId: string
	voiceId: string
	/** By which right: "Councillor", "NHS member". */
	right: string
	votes: boolean
	office: Office
}

/**
 * How somebody took part in the item. A choice is how they voted, or what they asked to have minuted when votes were not
 * named. `present` says nothing of a vote. `left`: was there, and went before the vote. `interest`: shut out of the item.
 */
export type Part = 'present' | Choice | 'left' | 'absent' | 'interest'

export interface Attendance extends BodySeat {
	part: Part
	joined: 'room' | 'remote'
	/** Came in after the debate on the item had begun. */
	late: boolean
	/** Who came instead, as the minute names them. Empty: the member came, or nobody did. */
	substitute: string
	/** What the interest in this item is. */
	interest: string
	/** Who allowed them to take part all the same, and why. */
	dispensation: string
}

/** Assent: nobody spoke against, and nothing was counted. Hands: numbers and no names. */
export type CountedVote = ({ how: 'hands' } & Tally) | { how: 'assent' }
export type Vote = { how: 'names' } | CountedVote

/** How somebody took part in the vote on an amendment, having been at the meeting for the item. */
export type AmendmentPart = 'present' | Choice | 'away'

export interface Amendment {
	/** What was to change. */
	change: string
	moverId: string | null
	seconderId: string | null
	vote: Vote
	/** By member id. Nobody spoken of was there and said nothing of a vote, unless shut out of the item or absent from it. */
	parts: Readonly<Record<string, AmendmentPart>>
	casting: CastingVote | null
	/** The whole motion as this amendment left it; empty when it was lost. */
	wording: string
}

/** One decision of a body at a meeting: all that its minute holds. Members are ids; what people typed is theirs. */
export interface Minute {
	/** ISO day. */
	heldOn: string
	/** A place, or the link people joined by. */
	place: string
	/** What was to be decided, in a few words. */
	question: string
	/** The exact words that were moved. */
	motion: string
	presiderId: string | null
	/** Who took the minute. */
	officerId: string | null
	moverId: string | null
	seconderId: string | null
	seats: readonly Attendance[]
	/** In the order in which they were voted on, before the motion. */
	amendments: readonly Amendment[]
	vote: Vote
	casting: CastingVote | null
	reasons: string
	rules: BodyRules
}
