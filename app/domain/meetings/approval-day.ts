import { type Day, londonDay } from '../actions/days.ts'
import { type Meeting, stageOf } from './meeting.ts'

export type Held = Pick<Meeting, 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>

/** The later meeting that approved minutes, as it was entered. */
export interface ApprovalDay {
	day: Day
	/** They say that the later meeting was not entered here. */
	elsewhere: boolean
	/** The day they were asked about once more before anything is locked. */
	checked: string
}

export type ApprovalDayRefusal = 'day-missing' | 'day-not-after' | 'day-later' | 'day-no-meeting' | 'not-checked'

/** Can minutes of `heldOn` have been approved on that day? `later`: the other meetings of the body. Null when they can. */
export function approvalDayRefusal(
	{ day, elsewhere, checked }: ApprovalDay,
	{ heldOn, later }: { heldOn: Day; later: readonly Held[] },
	now: Date,
): ApprovalDayRefusal | null {
	if (!day) return 'day-missing'
	if (day <= heldOn) return 'day-not-after'
	if (day > londonDay(now)) return 'day-later'
	if (!elsewhere && !later.some((one) => wasHeldOn(one, day, now))) return 'day-no-meeting'
	return checked === day ? null : 'not-checked'
}

/** A draft was never told to anybody, so nobody came together in it. */
function wasHeldOn(meeting: Held, day: Day, now: Date): boolean {
	const stage = stageOf(meeting, now)
	return (stage === 'begun' || stage === 'approved') && londonDay(meeting.startsAt) === day
}
