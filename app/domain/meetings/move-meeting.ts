import { isShortNotice } from './clear-days.ts'
import { type Item, isTooFarAhead, type Meeting, stageOf } from './meeting.ts'

type MeetingAsked = Pick<Meeting, 'startsAt' | 'place' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>

export interface MoveAsked {
	startsAt: Date
	place: string
	/** Why, for everybody to read. */
	reason: string | null
	/** The chair's, for giving short notice. */
	chairReason: string | null
}

/** Why this meeting cannot be moved anywhere: it took place, or does not. */
export type StaysRefusal = 'called-off' | 'approved' | 'begun' | 'decided-at'

export type MoveMeetingRefusal =
	| StaysRefusal
	| 'nothing-moved'
	| 'in-the-past'
	| 'too-far-ahead'
	| 'move-reason-missing'
	| 'move-short-notice'

/** A draft whose hour has come without anybody having been told may still be moved. */
export function staysWhereItIs(
	meeting: MeetingAsked,
	items: readonly Pick<Item, 'decisionId'>[],
	now: Date,
): StaysRefusal | null {
	const stage = stageOf(meeting, now)
	if (stage === 'called-off' || stage === 'approved' || stage === 'begun') return stage
	return items.some(({ decisionId }) => decisionId) ? 'decided-at' : null
}

/**
 * May it be held at another hour, or elsewhere? People were told of a published one, so they are told why it moves, and they
 * have five clear working days again, or the chair's reason.
 */
export function judgeMovingMeeting(
	meeting: MeetingAsked,
	items: readonly Pick<Item, 'decisionId'>[],
	{ startsAt, place, reason, chairReason }: MoveAsked,
	now: Date,
): MoveMeetingRefusal | 'ok' {
	const stays = staysWhereItIs(meeting, items, now)
	if (stays) return stays
	if (Number(startsAt) === Number(meeting.startsAt) && place === meeting.place) return 'nothing-moved'
	if (startsAt <= now) return 'in-the-past'
	if (isTooFarAhead(startsAt, now)) return 'too-far-ahead'
	if (!meeting.publishedAt) return 'ok'
	if (!reason) return 'move-reason-missing'
	return isShortNotice(now, startsAt) && !chairReason ? 'move-short-notice' : 'ok'
}
