import type { Database } from '../../../db/database.ts'
import { changeItem, deleteItem, findItem, findMeeting } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { judgeTakingOff } from '../../domain/meetings/agenda.ts'

/**
 * A draft lets its item go; on a published agenda it stays to be seen, with the reason. Refuses 'not-found', 'not-allowed',
 * 'called-off', 'approved', 'decided' and 'reason-missing'.
 */
export function takeItemOff(
	db: Database,
	who: Membership,
	{ meetingId, itemId, reason }: { meetingId: string; itemId: string; reason: string | null },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const meeting = await findMeeting(tx, who, meetingId)
		const item = meeting && (await findItem(tx, meetingId, itemId))
		if (!item) return { refused: 'not-found' as const }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' as const }
		if (item.takenOffAt) return { meeting }
		const judged = judgeTakingOff(meeting, item, reason, now)
		if (judged !== 'ok') return { refused: judged }
		if (!meeting.publishedAt) {
			await deleteItem(tx, itemId)
			return { meeting }
		}
		await changeItem(tx, itemId, { takenOffAt: now, takenOffReason: reason })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-item-taken-off',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: { item: itemId },
		})
		return { meeting }
	})
}
