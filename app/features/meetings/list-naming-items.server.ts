import type { Connection } from '../../../db/database.ts'
import { listInterests, listItemsAbout } from '../../../db/queries/meetings.ts'
import type { Place } from '../../domain/access/membership.ts'
import { mayReadMeeting } from '../../domain/access/policies.ts'

/** A meeting with items about one document, and what stands under them for whoever may read that document. */
export interface NamingItems {
	id: string
	reference: string
	body: string
	startsAt: Date
	/** Withdrawn ones too, which name somebody all the same. */
	interests: number
	/** What was said is written down. */
	isNoted: boolean
}

/**
 * The meetings of which more people would read what interests people have in an item, or what was said on it, were more to read
 * its paper. An item that is not public for a reason of its own stays so.
 */
export async function listNamingItems(db: Connection, here: Place, documentId: string): Promise<NamingItems[]> {
	const about = (await listItemsAbout(db, here, documentId)).filter(
		({ meeting, item }) => mayReadMeeting(null, meeting) && item.privateReason === null,
	)
	const meetings = new Map(about.map(({ meeting }) => [meeting.id, meeting]))
	const found = await Promise.all(
		[...meetings.values()].map(async ({ id, reference, body, startsAt }): Promise<NamingItems> => {
			const items = about.filter(({ meeting }) => meeting.id === id).map(({ item }) => item)
			const interests = (await listInterests(db, id)).filter(({ itemId }) => items.some((item) => item.id === itemId))
			return {
				id,
				reference,
				body: body.name,
				startsAt,
				interests: interests.length,
				isNoted: items.some(({ noted }) => noted !== null && noted !== ''),
			}
		}),
	)
	return found.filter(({ interests, isNoted }) => interests > 0 || isNoted)
}
