import { type CastRefusal, castRefusal } from '../../domain/decisions/cast.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { type Whose, yours } from './whose-words.ts'

export type CannotVote = CastRefusal | 'observer'

/** Why somebody finds no ballot here; null when they find one. What is so for everybody comes first. */
export function cannotVote(
	decision: Pick<Decision, 'state' | 'opensAt' | 'closesAt'>,
	{ isElector, isObserver }: { isElector: boolean; isObserver: boolean },
	now: Date,
): CannotVote | null {
	const ofAll = castRefusal(decision, true, now)
	if (ofAll || isElector) return ofAll
	return isObserver ? 'observer' : 'not-on-the-roll'
}

/** Why, and what next, said to somebody who has sent nothing. */
export function cannotVoteWords(why: CannotVote, of: Whose = yours): string {
	switch (why) {
		case 'stopped':
			return 'This vote was stopped, so no votes are taken any more. The reason is on its page.'
		case 'voting-over':
			return 'Voting has ended, so no votes are taken any more. What comes of it is on the page of this vote.'
		case 'not-open-yet':
			return 'Voting has not begun. Come back when it opens.'
		case 'observer':
			return `${of.subject} ${of.are} an observer here. Observers read along and do not vote. A facilitator can change that, for votes that open later.`
		case 'not-on-the-roll':
			return `${of.subject} ${of.are} not among the people asked here. Who may vote was fixed when this opened. A facilitator can tell ${of === yours ? 'you' : 'them'} why. ${of.subject} can say how ${of.they} see it once voting ends.`
	}
}
