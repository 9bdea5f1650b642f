import type { Fraction, MotionOutcome, Tally } from '../decision.ts'

/**
 * A motion at a formal meeting (decisions.md A3 and C). `of` says what a stated share is a share of: votes for and against,
 * everybody present, or everybody entitled.
 */
export interface BoardMotionRule {
	threshold: 'majority' | { share: Fraction; of: 'voting' | 'present' | 'entitled' }
	/** Whether the person presiding has a second or casting vote when votes are level. */
	castingVote: boolean
}

export interface BoardVote {
	tally: Tally
	quorumMet: boolean
	/** Members with an interest are in neither number. */
	present: number
	entitled: number
	/** How the presider used the casting vote; their own first vote is in the tally. */
	casting?: 'for' | 'against'
}

export interface BoardMotionResult {
	outcome: MotionOutcome
	/** Votes were level, and what settled that. */
	level: null | 'casting-vote' | 'no-casting-vote'
}

export function boardMotionResult({ threshold, castingVote }: BoardMotionRule, vote: BoardVote): BoardMotionResult {
	const { tally, quorumMet, casting } = vote
	if (!quorumMet) return { outcome: 'no-quorum', level: null }
	if (tally.for + tally.against + tally.abstain === 0) return { outcome: 'nobody-voted', level: null }
	if (threshold !== 'majority') return { outcome: reaches(threshold, vote) ? 'agreed' : 'not-agreed', level: null }
	if (tally.for !== tally.against) return { outcome: tally.for > tally.against ? 'agreed' : 'not-agreed', level: null }
	// Nobody for or against is not a level vote for a presider to settle.
	if (tally.for === 0 || !castingVote || !casting) return { outcome: 'not-agreed', level: 'no-casting-vote' }
	return { outcome: casting === 'for' ? 'agreed' : 'not-agreed', level: 'casting-vote' }
}

function reaches(
	{ share, of }: Exclude<BoardMotionRule['threshold'], 'majority'>,
	{ tally, present, entitled }: BoardVote,
) {
	const whole = { voting: tally.for + tally.against, present, entitled }[of]
	return tally.for > 0 && share.denominator * tally.for >= share.numerator * whole
}
