import type { Database } from '../../../db/database.ts'
import { changeMeeting, findMeeting, listItems } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { holdsOffice, mayMinute } from '../../domain/access/policies.ts'
import { judgePublishing } from '../../domain/meetings/agenda.ts'
import { clearDaysUntil, isShortNotice } from '../../domain/meetings/clear-days.ts'
import { lastMeetingToKeep } from './find-last-meeting.server.ts'

/**
 * Shows an agenda to whoever may read the partnership. Nothing of it is deleted from here on. Refuses 'not-found',
 * 'not-allowed' and what `domain/meetings/agenda` does: 'short-notice' without the chair's reason, and others.
 */
export function publishAgenda(
	db: Database,
	who: Membership,
	{ meetingId, reason }: { meetingId: string; reason: string | null },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const meeting = await findMeeting(tx, who, meetingId)
		if (!meeting) return { refused: 'not-found' as const }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' as const }
		const items = await listItems(tx, meetingId)
		const judged = judgePublishing(meeting, items, reason, now)
		if (judged !== 'ok') return { refused: judged }
		const short = isShortNotice(now, meeting.startsAt)
		await changeMeeting(tx, meetingId, {
			publishedAt: now,
			publishedBy: who.memberId,
			shortNoticeReason: short ? reason : null,
			lastMeetingId: await lastMeetingToKeep(tx, who, meeting),
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-published',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: {
				items: items.length,
				clearDays: clearDaysUntil(now, meeting.startsAt),
				short,
				...(short && { asChair: holdsOffice(who, meeting.groupId, 'chair') }),
				begun: meeting.startsAt <= now,
			},
		})
		return { meeting }
	})
}
