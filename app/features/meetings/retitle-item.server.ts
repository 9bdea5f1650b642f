import type { Database } from '../../../db/database.ts'
import { changeItem, findItem, findMeeting } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { judgeRetitling, type RetitleRefusal } from '../../domain/meetings/agenda.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'

export interface Retitling {
	meetingId: string
	itemId: string
	title: string
	reason: string | null
	/** What it was called when the form was shown. */
	base: string
}

export type Retitled =
	| { retitled: true }
	| { refused: 'not-found' | 'not-allowed' | 'title-changed-meanwhile' | RetitleRefusal }

/** Calls an item by another title. On a published agenda what it was called before stays to be read, with the reason. */
export function retitleItem(
	db: Database,
	who: Membership,
	{ meetingId, itemId, title, reason, base }: Retitling,
	now = new Date(),
) {
	return db.write(async (tx): Promise<Retitled> => {
		const meeting = await findMeeting(tx, who, meetingId)
		const item = meeting && (await findItem(tx, meetingId, itemId))
		if (!item || seeItem(who, meeting.body, item) !== 'all') return { refused: 'not-found' }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' }
		const before = item.titleChanges ?? []
		// A draft keeps nothing of what an item was called: there the title that stands is all that was asked for.
		const isSaid = !meeting.publishedAt || (before.at(-1)?.title === base && before.at(-1)?.reason === reason)
		if (item.title === title && base !== title && isSaid) return { retitled: true }
		const judged = judgeRetitling(meeting, item, { title, reason }, now)
		if (judged !== 'ok') return { refused: judged }
		if (base !== item.title) return { refused: 'title-changed-meanwhile' }
		if (!meeting.publishedAt) {
			await changeItem(tx, itemId, { title })
			return { retitled: true }
		}
		const change = { title: item.title, changedAt: now.toISOString(), reason: reason ?? '' }
		await changeItem(tx, itemId, { title, titleChanges: [...before, change] })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-item-retitled',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: { item: itemId },
		})
		return { retitled: true }
	})
}
