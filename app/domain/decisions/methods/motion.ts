import type { Choice, MotionRules, Outcome, Tally } from '../decision.ts'

export const motionEngine = 'motion/1'

export const noVotes: Tally = { for: 0, against: 0, abstain: 0 }

export function tally(choices: Iterable<Choice>): Tally {
	const counts = { ...noVotes }
	for (const choice of choices) counts[choice]++
	return counts
}

/**
 * A motion is carried by those voting for and against; abstentions count for the quorum only. A tie is not carried.
 * Without a quorum there is no decision, which is not the same as "lost" (decisions.md A3).
 */
export function motionOutcome(
	{ quorum, threshold, of }: Pick<MotionRules, 'quorum' | 'threshold' | 'of'>,
	votes: Tally,
	electors: number,
): Outcome {
	const tookPart = votes.for + votes.against + votes.abstain
	if (tookPart === 0) return 'nobody-voted'
	if (tookPart < quorum) return 'no-quorum'
	const whole = of === 'entitled' ? electors : votes.for + votes.against
	return isCarried(threshold, votes, whole) ? 'agreed' : 'not-agreed'
}

function isCarried(threshold: MotionRules['threshold'], votes: Tally, whole: number) {
	if (threshold === 'majority') return votes.for > votes.against
	return votes.for > 0 && threshold.denominator * votes.for >= threshold.numerator * whole
}
