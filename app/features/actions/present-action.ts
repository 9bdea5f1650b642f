import type { Action, ActionStatus } from '~/domain/actions/action.ts'
import { londonDay } from '~/domain/actions/days.ts'
import { daysLate, isOver, shownStatus } from '~/domain/actions/standing.ts'
import { type Felt, feltBy, isDoneOnPaper, noVerdicts, type VerdictTally } from '~/domain/actions/verdict.ts'
import { longDate } from '~/ui/dates.ts'
import { doneOnPaper, standingWords } from './status-words.ts'

/** An action as pages say it. */
export interface PresentedAction {
	id: string
	reference: string
	title: string
	accountableBody: string
	status: ActionStatus
	/** "late by 12 days"; "done, but not felt by most" */
	statusWords: string
	tone: 'good' | 'late' | 'open' | 'plain'
	/** "Due 3 March 2027. It was first due 1 October 2026." */
	due: string
	hasCitizenPartner: boolean
	isDoneOnPaper: boolean
	/** "The council says this is done. 4 of 11 people say it made a difference." Null while nobody may be asked. */
	difference: string | null
}

export function presentAction(action: Action, tally: VerdictTally = noVerdicts, now = new Date()): PresentedAction {
	const today = londonDay(now)
	const felt = feltBy(tally)
	const { id, reference, title, accountableBody } = action
	const status = shownStatus(action, today)
	const onPaper = isDoneOnPaper(action, felt)
	return {
		id,
		reference,
		title,
		accountableBody,
		status,
		// Said once: “done” beside “not felt by most” would be two answers to one question.
		statusWords: onPaper ? doneOnPaper : standingWords(action.status, daysLate(action, today)),
		tone: onPaper ? 'open' : tones[status],
		due: dueWords(action),
		hasCitizenPartner: action.citizenPartnerId !== null,
		isDoneOnPaper: onPaper,
		difference: differenceWords(action, felt),
	}
}

const tones: Record<ActionStatus, PresentedAction['tone']> = {
	'not-started': 'plain',
	'on-track': 'good',
	'at-risk': 'open',
	late: 'late',
	done: 'good',
	stopped: 'plain',
	'went-backwards': 'late',
}

/** The first due date stays in sight for ever. */
export function dueWords(action: Pick<Action, 'dueOn' | 'firstDueOn' | 'status'>): string {
	const due = `${isOver(action) ? 'It was due' : 'Due'} ${longDate(action.dueOn)}.`
	return action.dueOn === action.firstDueOn ? due : `${due} It was first due ${longDate(action.firstDueOn)}.`
}

/** What the body says and what people say, side by side; nothing while there is nothing to say yet. */
export function differenceWords({ status, accountableBody }: Action, felt: Felt): string | null {
	const people = felt.shown ? `${felt.felt} of ${felt.people} people say it made a difference.` : null
	if (status !== 'done') return people
	return [`${accountableBody} says this is done.`, people].filter(Boolean).join(' ')
}
