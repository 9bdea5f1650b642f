import type { CastingVote, Choice, Fraction, MotionRules, Outcome, Tally, VoiceTurnout } from '../decision.ts'
import { boardMotionResult } from './board-motion.ts'
import { quorumAnswer, quorumNeeded } from './quorum.ts'

export const motionEngine = 'motion/2'

export const noVotes: Tally = { for: 0, against: 0, abstain: 0 }

export function tally(choices: Iterable<Choice>): Tally {
	const counts = { ...noVotes }
	for (const choice of choices) counts[choice]++
	return counts
}

/** Everything a motion is decided by besides its rules. */
export interface MotionVote {
	tally: Tally
	/** Everybody on the roll. */
	electors: number
	voiceTurnout?: readonly VoiceTurnout[]
	casting?: CastingVote | undefined
}

type Decides = Pick<MotionRules, 'quorum' | 'threshold' | 'of' | 'voiceQuorum' | 'castingVote'>

/**
 * The board's own rules (`quorumAnswer`, `boardMotionResult`), where those present are those who voted and a class of seat is
 * a voice: for and against carry a motion, abstentions count for the quorum only, a level vote is not carried, and no
 * quorum is no decision, which is not the same as lost (decisions.md A3). Here the casting vote is given after the close:
 * until then the motion is `level`.
 */
export function motionOutcome(rules: Decides, { tally, electors, voiceTurnout = [], casting }: MotionVote): Outcome {
	const tookPart = turnoutOf(tally)
	if (tookPart === 0) return 'nobody-voted'
	const { outcome, level } = boardMotionResult(
		{ threshold: thresholdOf(rules), castingVote: rules.castingVote !== undefined },
		{
			tally,
			quorumMet: isQuorumMet(rules, tookPart, electors, voiceTurnout),
			present: tookPart,
			entitled: electors,
			...(casting && { casting: casting.choice }),
		},
	)
	const isForTheChair = level === 'no-casting-vote' && rules.castingVote !== undefined && tally.for > 0
	return isForTheChair ? 'level' : outcome
}

function thresholdOf({ threshold, of = 'voting' }: Decides) {
	return threshold === 'majority' ? threshold : { share: threshold, of }
}

function isQuorumMet(
	{ quorum, voiceQuorum = [] }: Decides,
	tookPart: number,
	electors: number,
	voiceTurnout: readonly VoiceTurnout[],
): boolean {
	const asked = voiceTurnout.flatMap(({ voiceId, tookPart }) => seats(voiceId, tookPart))
	const classes = voiceQuorum.map(({ voiceId, quorum }) => ({ seat: voiceId, least: quorum }))
	return quorumAnswer({ least: quorum, classes }, electors, [...asked, ...seats('', tookPart - asked.length)]).met
}

function seats(seat: string, count: number) {
	return Array.from({ length: count }, () => ({ seat }))
}

/** Abstaining is taking part. */
export function turnoutOf({ for: inFavour, against, abstain }: Tally): number {
	return inFavour + against + abstain
}

/** A quorum that was set as a share, as the number it comes to for this roll. */
export function fixQuorum<R extends { quorum: number; quorumShare?: Fraction }>(rules: R, electors: number): R {
	return rules.quorumShare ? { ...rules, quorum: quorumNeeded(rules.quorumShare, electors) } : rules
}
