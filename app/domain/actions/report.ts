import type { Action, ActionStatus } from './action.ts'
import { type Day, londonDay } from './days.ts'

/** An append-only progress report. */
export interface Update {
	id: string
	actionId: string
	memberId: string
	status: ActionStatus
	words: string
	/** Set when it moved the due date. */
	dueOn: Day | null
	at: Date
}

export interface Report {
	id: string
	status: ActionStatus
	words: string
	/** A new due date, or null to leave it as it is. */
	dueOn: Day | null
}

export type ReportRefusal = 'due-in-the-past'
export type Reporting = { refused: ReportRefusal } | { action: Action; update: Update }

/**
 * What stands in lists. What went backwards stands so until it is on track again, done or stopped: a milder word for where
 * it is now does not take it back.
 */
function standingAfter(before: ActionStatus, said: ActionStatus): ActionStatus {
	const isMended = said === 'on-track' || said === 'done' || said === 'stopped'
	return before === 'went-backwards' && !isMended ? before : said
}

/** What a report changes. The first due date never moves; a stopped or finished action is reopened by reporting on it. */
export function report(action: Action, { dueOn, ...said }: Report, by: { memberId: string }, now: Date): Reporting {
	const movedTo = dueOn === action.dueOn ? null : dueOn
	if (movedTo && movedTo < londonDay(now)) return { refused: 'due-in-the-past' }
	return {
		action: { ...action, status: standingAfter(action.status, said.status), dueOn: movedTo ?? action.dueOn },
		update: { ...said, dueOn: movedTo, actionId: action.id, memberId: by.memberId, at: now },
	}
}
