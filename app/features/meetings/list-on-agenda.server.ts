import type { Connection } from '../../../db/database.ts'
import { listItemsAbout } from '../../../db/queries/meetings.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadMeeting } from '../../domain/access/policies.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'

export type OnAgenda = Awaited<ReturnType<typeof listOnAgenda>>[number]

/** Where a document's versions stand on an agenda that the reader may read, the earliest meeting first. */
export async function listOnAgenda(db: Connection, place: Place, who: Membership | null, documentId: string) {
	const found = await listItemsAbout(db, place, documentId)
	return found.flatMap(({ meeting, item }) => {
		const isShown =
			!item.takenOffAt &&
			!meeting.calledOffAt &&
			mayReadMeeting(who, meeting) &&
			seeItem(who, meeting.body, item) === 'all'
		if (!isShown) return []
		return [
			{
				id: item.id,
				meetingId: meeting.id,
				body: meeting.body.name,
				startsAt: meeting.startsAt,
				number: item.paper?.number,
			},
		]
	})
}
