import type { Database } from '../../../db/database.ts'
import { changeItem, findItem, findMeeting } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { stageOf } from '../../domain/meetings/meeting.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'

export type NoteItemRefusal =
	| 'not-found'
	| 'not-yours-to-note'
	| 'not-published'
	| 'called-off'
	| 'approved'
	| 'taken-off'
	| 'changed-meanwhile'

/** So that two clerks do not write over each other. */
export function notedDigest(noted: string | null): string {
	return fingerprint(noted ?? '').slice(0, 16)
}

/** What was said or concluded on an item, for the minutes. `base` is the digest of what its writer saw. */
export function noteItem(
	db: Database,
	who: Membership,
	{ meetingId, itemId, noted, base }: { meetingId: string; itemId: string; noted: string; base: string },
	now = new Date(),
) {
	return db.write(async (tx): Promise<{ noted: true } | { refused: NoteItemRefusal }> => {
		const meeting = await findMeeting(tx, who, meetingId)
		const item = meeting && (await findItem(tx, meetingId, itemId))
		if (!item || seeItem(who, meeting.body, item) !== 'all') return { refused: 'not-found' }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-yours-to-note' }
		const stage = stageOf(meeting, now)
		if (stage === 'draft') return { refused: 'not-published' }
		if (stage === 'called-off' || stage === 'approved') return { refused: stage }
		if (item.takenOffAt) return { refused: 'taken-off' }
		const words = noted.trim() || null
		if (words === item.noted) return { noted: true }
		if (base !== notedDigest(item.noted)) return { refused: 'changed-meanwhile' }

		await changeItem(tx, itemId, { noted: words })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-item-noted',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: { itemId, again: item.noted !== null },
		})
		return { noted: true }
	})
}
