import type { Database } from '../../../db/database.ts'
import { changeItem, findItem, findMeeting } from '../../../db/queries/meetings.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { type ChangeItemRefusal, judgeChangingItem } from '../../domain/meetings/agenda.ts'
import type { Item } from '../../domain/meetings/meeting.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'

type Details = Pick<Item, 'purpose' | 'presenter'>

export interface DetailsAsked extends Details {
	meetingId: string
	itemId: string
	/** What stood when the form was shown. */
	base: string
}

export type DetailsChanged =
	| { changed: true }
	| { refused: 'not-found' | 'not-allowed' | 'details-changed-meanwhile' | ChangeItemRefusal }

/** So that two clerks do not write over each other. */
export function detailsBase({ purpose, presenter }: Details): string {
	return `${purpose} ${presenter}`
}

/** What the body is asked to do with an item of a draft, and who presents it. Nothing of what stood there before is kept. */
export function changeItemDetails(
	db: Database,
	who: Membership,
	{ meetingId, itemId, base, purpose, presenter }: DetailsAsked,
	now = new Date(),
) {
	return db.write(async (tx): Promise<DetailsChanged> => {
		const meeting = await findMeeting(tx, who, meetingId)
		const item = meeting && (await findItem(tx, meetingId, itemId))
		if (!item || seeItem(who, meeting.body, item) !== 'all') return { refused: 'not-found' }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' }
		const judged = judgeChangingItem(meeting, item, { purpose }, now)
		if (judged !== 'ok') return { refused: judged }
		if (detailsBase(item) === detailsBase({ purpose, presenter })) return { changed: true }
		if (detailsBase(item) !== base) return { refused: 'details-changed-meanwhile' }
		await changeItem(tx, itemId, { purpose, presenter })
		return { changed: true }
	})
}
