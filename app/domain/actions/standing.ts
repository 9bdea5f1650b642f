import type { Action, ActionStatus } from './action.ts'
import { type Day, daysBetween } from './days.ts'

type Progress = Pick<Action, 'status' | 'dueOn'>

/** No more is expected of it, unless it is reopened by another update. */
export function isOver({ status }: Pick<Action, 'status'>): boolean {
	return status === 'done' || status === 'stopped'
}

/** How many days past its due date; 0 when it is not, and when it is over. The due day itself is not late. */
export function daysLate(action: Progress, today: Day): number {
	return isOver(action) ? 0 : Math.max(0, daysBetween(action.dueOn, today))
}

/** What everyone sees: a date gone by makes it late, whatever was last reported. */
export function shownStatus(action: Progress, today: Day): ActionStatus {
	return daysLate(action, today) > 0 ? 'late' : action.status
}

/** Whether it belongs under this status in a list. What went backwards stays there when it is late as well. */
export function standsAs(action: Progress, status: ActionStatus, today: Day): boolean {
	return shownStatus(action, today) === status || (status === 'went-backwards' && action.status === status)
}

const urgency: ActionStatus[] = ['late', 'went-backwards', 'at-risk', 'on-track', 'not-started', 'done', 'stopped']

/** Late ones first, the longest late before the others; then what needs care; what is over comes last. */
export function byUrgency<Row extends Progress>(actions: readonly Row[], today: Day): Row[] {
	const rank = (action: Row) => urgency.indexOf(shownStatus(action, today))
	return actions.toSorted((a, b) => rank(a) - rank(b) || a.dueOn.localeCompare(b.dueOn))
}
