import { ballotForm } from '../../domain/decisions/answer.ts'
import type { Answer, DecisionPart, Withdrawal } from '../../domain/decisions/decision.ts'
import type { Move } from '../../domain/decisions/ranking.ts'
import type { FormState } from '../../http/forms.ts'
import type { ShownDecision } from './present-decision.server.ts'
import type { Whose } from './whose-words.ts'

export const longestReason = 1000

export type BallotAsked = DecisionPart<'method' | 'rules' | 'options'> & {
	/** Not to be chosen any more. Left out for whoever reads papers: what they say is entered as it stands. */
	withdrawn?: readonly Withdrawal[]
}

/** What every kind of ballot is given: the question, what was typed, and what must be put right. */
export interface BallotFieldsProps {
	decision: ShownDecision
	values: FormState['values']
	errors: FormState['errors']
	/** Whose ballot it is; the reader's unless said. */
	of?: Whose
}

/** The name of the field that holds an option’s score, points or place. */
export const markField = (optionId: string) => `mark-${optionId}`

export const moves = ['first', 'up', 'down'] as const satisfies Move[]

/** What the small buttons of a ballot ask for, as `do`: to move one option, or only to work out how it stands. */
export const workOut = 'work-out'
export const doing = (how: Move, optionId: string) => `${how} ${optionId}`

/** A ballot as the form's fields hold it, so that a named one comes back filled in. */
export function fieldsOf(
	asked: BallotAsked,
	{ answer, reason }: { answer: Answer; reason: string },
): FormState['values'] {
	return { reason, ...answerFields(asked, answer) }
}

function answerFields(asked: BallotAsked, answer: Answer): FormState['values'] {
	if ('choice' in answer) return { choice: answer.choice }
	if ('consent' in answer) return { consent: answer.consent, change: answer.proposedChange ?? '' }
	if ('ranks' in answer) {
		const places = answer.ranks.flatMap((rank, at) => rank.map((id) => [markField(id), String(at + 1)]))
		return places.length > 0 ? Object.fromEntries(places) : { blank: 'yes' }
	}
	const marks = Object.entries(answer.marks)
	if (marks.length === 0) return { blank: 'yes' }
	if (ballotForm(asked) === 'ticks') return { tick: marks.map(([id]) => id) }
	return Object.fromEntries(marks.map(([id, mark]) => [markField(id), String(mark)]))
}
