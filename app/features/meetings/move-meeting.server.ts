import type { Database } from '../../../db/database.ts'
import {
	changeMeeting,
	deleteAttendance,
	findMeeting,
	listAttendance,
	listItems,
} from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { holdsOffice, mayMinute } from '../../domain/access/policies.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { clearDaysUntil, isShortNotice } from '../../domain/meetings/clear-days.ts'
import type { Attended, Meeting } from '../../domain/meetings/meeting.ts'
import { judgeMovingMeeting, type MoveAsked, type MoveMeetingRefusal } from '../../domain/meetings/move-meeting.ts'
import { lastMeetingToKeep } from './find-last-meeting.server.ts'

export type Moved =
	| { meeting: Meeting }
	| { refused: 'not-found' | 'not-allowed' | 'moved-meanwhile' | MoveMeetingRefusal }

/** Whether somebody wrote down who comes, who presides or who takes the minutes: a meeting moved to another hour keeps none of it. */
export function isAttendanceSaid(
	attended: readonly Attended[],
	{ presiderId, clerkId, keptBody }: Pick<Meeting, 'presiderId' | 'clerkId' | 'keptBody'>,
): boolean {
	return attended.length > 0 || presiderId !== null || clerkId !== null || keptBody !== null
}

/** Over what a move changes, so that two clerks do not write over each other. */
export function moveDigest(meeting: Meeting, attended: readonly Attended[]): string {
	const { startsAt, place, publishedAt, moves } = meeting
	const said = isAttendanceSaid(attended, meeting)
	const stands = {
		startsAt: startsAt.toISOString(),
		place,
		isPublished: publishedAt !== null,
		moves: moves?.length ?? 0,
		said,
	}
	return fingerprint(stands).slice(0, 16)
}

/**
 * To another day, hour or place. Of a published meeting, when and where it was to be stays to be read, with the reason. Who was
 * said to be there at the old hour was there at no meeting, so it goes with that hour. `base` is the digest of what its mover saw.
 */
export function moveMeeting(
	db: Database,
	who: Membership,
	meetingId: string,
	{ base, ...asked }: MoveAsked & { base: string },
	now = new Date(),
): Promise<Moved> {
	return db.write(async (tx): Promise<Moved> => {
		const meeting = await findMeeting(tx, who, meetingId)
		if (!meeting) return { refused: 'not-found' }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' }
		const attended = await listAttendance(tx, meetingId)
		const isSeen = base === moveDigest(meeting, attended)
		if (!isSeen && isSentTwice(meeting, asked)) return { meeting }
		const judged = judgeMovingMeeting(meeting, await listItems(tx, meetingId), asked, now)
		if (judged !== 'ok') return { refused: judged }
		if (!isSeen) return { refused: 'moved-meanwhile' }
		const { startsAt, place } = asked
		if (!meeting.publishedAt) {
			await changeMeeting(tx, meetingId, { startsAt, place })
			return { meeting }
		}
		const short = isShortNotice(now, startsAt)
		const isOtherHour = Number(startsAt) !== Number(meeting.startsAt)
		const unsaid = isOtherHour && isAttendanceSaid(attended, meeting)
		if (unsaid) await deleteAttendance(tx, meetingId)
		const move = {
			startsAt: meeting.startsAt.toISOString(),
			place: meeting.place,
			movedAt: now.toISOString(),
			reason: asked.reason ?? '',
			shortNoticeReason: short ? asked.chairReason : null,
		}
		await changeMeeting(tx, meetingId, {
			startsAt,
			place,
			moves: [...(meeting.moves ?? []), move],
			lastMeetingId: await lastMeetingToKeep(tx, who, { ...meeting, startsAt }),
			...(unsaid && { presiderId: null, clerkId: null, keptBody: null }),
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-moved',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: {
				from: londonDay(meeting.startsAt),
				to: londonDay(startsAt),
				clearDays: clearDaysUntil(now, startsAt),
				short,
				...(short && { asChair: holdsOffice(who, meeting.groupId, 'chair') }),
				unsaid,
			},
		})
		return { meeting }
	})
}

function isSentTwice({ startsAt, place, publishedAt, moves }: Meeting, asked: MoveAsked): boolean {
	const stands = Number(startsAt) === Number(asked.startsAt) && place === asked.place
	return stands && (publishedAt === null || moves?.at(-1)?.reason === asked.reason)
}
