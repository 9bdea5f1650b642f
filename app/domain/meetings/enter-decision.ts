import { type Day, londonDay } from '../actions/days.ts'
import type { Attendance, BodySeat } from '../decisions/board/minute.ts'
import { type Item, type Meeting, stageOf } from './meeting.ts'
import { type SaidOfAttended, type SaidOfInterest, seatsNow } from './seats-now.ts'

type MeetingAsked = Pick<Meeting, 'groupId' | 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>
type ItemAsked = Pick<Item, 'purpose' | 'versionId' | 'takenOffAt' | 'decisionId'>

export type UnderItemRefusal =
	| 'item-elsewhere'
	| 'item-not-to-decide'
	| 'item-taken-off'
	| 'item-decided'
	| 'item-other-day'
	| 'meeting-not-published'
	| 'meeting-called-off'
	| 'meeting-approved'
	| 'meeting-to-come'
	| 'interest-declared'
	| 'attendance-differs'

/** May a decision of this body about this version on this day stand under this item? Null when it may. */
export function underItemRefusal(
	{ meeting, item }: { meeting: MeetingAsked; item: ItemAsked },
	decision: { groupId: string; versionId: string; heldOn: Day },
	now: Date,
): UnderItemRefusal | null {
	if (meeting.groupId !== decision.groupId || item.versionId !== decision.versionId) return 'item-elsewhere'
	const stage = stageOf(meeting, now)
	if (stage === 'draft') return 'meeting-not-published'
	if (stage === 'called-off') return 'meeting-called-off'
	if (stage === 'approved') return 'meeting-approved'
	if (stage === 'published') return 'meeting-to-come'
	if (item.purpose !== 'decide') return 'item-not-to-decide'
	if (item.takenOffAt) return 'item-taken-off'
	if (item.decisionId) return 'item-decided'
	return londonDay(meeting.startsAt) === decision.heldOn ? null : 'item-other-day'
}

/** The standing interests in an item of whoever sat there by this minute, where the minute says nothing of one. */
export function interestsLeftOut<Declared extends SaidOfInterest>(
	interests: readonly Declared[],
	seats: readonly Pick<Attendance, 'memberId' | 'interest'>[],
): Declared[] {
	return interests.filter(
		({ memberId, withdrawnAt }) =>
			withdrawnAt === null && seats.some((seat) => seat.memberId === memberId && seat.interest.trim() === ''),
	)
}

/** What the meeting knows already of a decision under one of its items. */
export interface Begun {
	heldOn: Day
	place: string
	question: string
	/** Null where nobody was named, or they have an interest in this item. */
	presiderId: string | null
	officerId: string | null
	/** Those of whom it was said whether they came, or what their interest is. */
	seats: Attendance[]
}

export function beginFrom(
	meeting: Pick<Meeting, 'startsAt' | 'place' | 'presiderId' | 'clerkId'>,
	{ title }: Pick<Item, 'title'>,
	{
		seats,
		attended,
		interests,
	}: { seats: readonly BodySeat[]; attended: readonly SaidOfAttended[]; interests: readonly SaidOfInterest[] },
): Begun {
	const standing = interests.filter(({ withdrawnAt }) => withdrawnAt === null)
	const now = seatsNow(seats, attended, standing)
	const presider = now.find(({ memberId }) => memberId === meeting.presiderId)
	return {
		heldOn: londonDay(meeting.startsAt),
		place: meeting.place,
		question: title,
		presiderId: presider?.part === 'present' ? presider.memberId : null,
		officerId: meeting.clerkId,
		seats: now.filter(({ memberId, interest }) => interest !== '' || attended.some((one) => one.memberId === memberId)),
	}
}
