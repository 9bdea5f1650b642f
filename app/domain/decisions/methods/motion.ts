import type { Choice, Outcome, Rules, Tally } from '../decision.ts'

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
export function motionOutcome({ quorum, threshold }: Pick<Rules, 'quorum' | 'threshold'>, votes: Tally): Outcome {
	const tookPart = votes.for + votes.against + votes.abstain
	if (tookPart === 0) return 'nobody-voted'
	if (tookPart < quorum) return 'no-quorum'
	return isCarried(threshold, votes) ? 'agreed' : 'not-agreed'
}

function isCarried(threshold: Rules['threshold'], votes: Tally) {
	if (threshold === 'majority') return votes.for > votes.against
	const voting = votes.for + votes.against
	return voting > 0 && threshold.denominator * votes.for >= threshold.numerator * voting
}
