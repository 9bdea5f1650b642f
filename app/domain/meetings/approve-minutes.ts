import { londonDay } from '../actions/days.ts'
import { type ApprovalDay, type ApprovalDayRefusal, approvalDayRefusal, type Held } from './approval-day.ts'
import { stageOf } from './meeting.ts'

export type ApproveMinutesRefusal =
	| 'approved'
	| 'not-published'
	| 'called-off'
	| 'not-begun'
	| 'changed-meanwhile'
	| ApprovalDayRefusal

export interface ApprovalAsked extends ApprovalDay {
	/** A digest of what its approver read. */
	seen: string
}

/** May the minutes of this meeting be approved, as a later one agreed on `day`? `later`: the other meetings of its body. */
export function approveMinutesRefusal(
	meeting: Held,
	asked: ApprovalAsked,
	{ stands, later }: { stands: string; later: readonly Held[] },
	now: Date,
): ApproveMinutesRefusal | null {
	const stage = stageOf(meeting, now)
	if (stage === 'approved' || stage === 'called-off') return stage
	if (stage === 'draft') return 'not-published'
	if (stage !== 'begun') return 'not-begun'
	if (asked.seen !== stands) return 'changed-meanwhile'
	return approvalDayRefusal(asked, { heldOn: londonDay(meeting.startsAt), later }, now)
}
