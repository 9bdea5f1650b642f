import { type Day, londonDay } from '../actions/days.ts'
import { type Meeting, stageOf } from './meeting.ts'

type Held = Pick<Meeting, 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>

export type ApproveMinutesRefusal =
	| 'approved'
	| 'not-published'
	| 'called-off'
	| 'not-begun'
	| 'changed-meanwhile'
	| 'day-missing'
	| 'day-not-after'
	| 'day-later'
	| 'day-no-meeting'
	| 'not-checked'

export interface ApprovalAsked {
	day: Day
	/** A digest of what its approver read. */
	seen: string
	/** They say that the later meeting was not entered here. */
	elsewhere: boolean
	/** The day they were asked about once more before anything is locked. */
	checked: string
}

/** May the minutes of this meeting be approved, as a later one agreed on `day`? `later`: the other meetings of its body. */
export function approveMinutesRefusal(
	meeting: Held,
	{ day, seen, elsewhere, checked }: ApprovalAsked,
	{ stands, later }: { stands: string; later: readonly Held[] },
	now: Date,
): ApproveMinutesRefusal | null {
	const stage = stageOf(meeting, now)
	if (stage === 'approved' || stage === 'called-off') return stage
	if (stage === 'draft') return 'not-published'
	if (stage !== 'begun') return 'not-begun'
	if (seen !== stands) return 'changed-meanwhile'
	if (!day) return 'day-missing'
	if (day <= londonDay(meeting.startsAt)) return 'day-not-after'
	if (day > londonDay(now)) return 'day-later'
	if (!elsewhere && !later.some((one) => wasHeldOn(one, day, now))) return 'day-no-meeting'
	return checked === day ? null : 'not-checked'
}

/** A draft was never told to anybody, so nobody came together in it. */
function wasHeldOn(meeting: Held, day: Day, now: Date): boolean {
	const stage = stageOf(meeting, now)
	return (stage === 'begun' || stage === 'approved') && londonDay(meeting.startsAt) === day
}
