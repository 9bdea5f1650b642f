import { type Day, londonDay } from '../actions/days.ts'
import { type Meeting, stageOf } from './meeting.ts'

export type ApproveMinutesRefusal =
	| 'approved'
	| 'not-published'
	| 'called-off'
	| 'not-begun'
	| 'changed-meanwhile'
	| 'day-missing'
	| 'day-not-after'
	| 'day-later'

/** May the minutes of this meeting be approved, as a later one agreed on `day`? `seen` is a digest of what its approver read. */
export function approveMinutesRefusal(
	meeting: Pick<Meeting, 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>,
	{ day, seen, stands }: { day: Day; seen: string; stands: string },
	now: Date,
): ApproveMinutesRefusal | null {
	const stage = stageOf(meeting, now)
	if (stage === 'approved' || stage === 'called-off') return stage
	if (stage === 'draft') return 'not-published'
	if (stage !== 'begun') return 'not-begun'
	if (seen !== stands) return 'changed-meanwhile'
	if (!day) return 'day-missing'
	if (day <= londonDay(meeting.startsAt)) return 'day-not-after'
	return day > londonDay(now) ? 'day-later' : null
}
