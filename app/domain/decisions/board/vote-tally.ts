import type { Tally } from '../decision.ts'
import { noVotes, tally } from '../methods/motion.ts'
import type { Minute } from './minute.ts'
import { isChoice, mayVote } from './taking-part.ts'

/** The numbers of the vote on the motion. Null for assent: nothing was counted, and no number is made up. */
export function voteTally({ seats, vote, rules }: Pick<Minute, 'seats' | 'vote' | 'rules'>): Tally | null {
	if (vote.how === 'assent') return null
	if (vote.how === 'hands') return { for: vote.for, against: vote.against, abstain: vote.abstain }
	return namedTally({ seats, rules })
}

/** The votes that stand beside a name: all of a named vote, otherwise those that members asked to have minuted. */
export function namedTally({ seats, rules }: Pick<Minute, 'seats' | 'rules'>): Tally {
	const choices = seats.filter((seat) => mayVote(seat, rules)).map(({ part }) => part)
	return { ...noVotes, ...tally(choices.filter(isChoice)) }
}
