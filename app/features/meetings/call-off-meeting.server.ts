import type { Database } from '../../../db/database.ts'
import { changeMeeting, findMeeting, listItems } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { judgeCallingOff } from '../../domain/meetings/agenda.ts'

/** It stays to be seen, with the reason. Refuses 'not-found', 'not-allowed', 'called-off', 'begun', 'approved' and 'decided-at'. */
export function callOffMeeting(
	db: Database,
	who: Membership,
	{ meetingId, reason }: { meetingId: string; reason: string },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const meeting = await findMeeting(tx, who, meetingId)
		if (!meeting) return { refused: 'not-found' as const }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' as const }
		const judged = judgeCallingOff(meeting, await listItems(tx, meetingId), now)
		if (judged !== 'ok') return { refused: judged }
		await changeMeeting(tx, meetingId, { calledOffAt: now, calledOffReason: reason })
		// Of a draft nobody had been told.
		if (meeting.publishedAt)
			await recordEvent(tx, {
				partnershipId: who.partnershipId,
				kind: 'meeting-called-off',
				subjectId: meetingId,
				actorId: who.memberId,
				at: now,
			})
		return { meeting }
	})
}
