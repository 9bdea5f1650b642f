import type { Connection } from '../../../db/database.ts'
import { listAttendance, listInterests, listItems, listMeetings } from '../../../db/queries/meetings.ts'
import type { Place } from '../../domain/access/membership.ts'
import { mayReadMeeting } from '../../domain/access/policies.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'

/** A meeting that names people, as everybody would read it in an open partnership. */
export interface NamingMeeting {
	id: string
	reference: string
	body: string
	startsAt: Date
	/** Who came, and who did not, is written down. */
	hasAttendance: boolean
	/** In items that everybody could read; withdrawn ones too, which name somebody all the same. */
	interests: number
	/** What was said on one of those items is written down. */
	isNoted: boolean
}

/** The meetings of which everybody would read who came, what interests people have or what was said, were the partnership open. */
export async function listNamingMeetings(db: Connection, here: Place): Promise<NamingMeeting[]> {
	const meetings = (await listMeetings(db, here)).filter((meeting) => mayReadMeeting(null, meeting))
	const found = await Promise.all(
		meetings.map(async ({ id, reference, body, startsAt }) => {
			const [items, attended, interests] = await Promise.all([
				listItems(db, id),
				listAttendance(db, id),
				listInterests(db, id),
			])
			const open = new Set(items.filter((item) => seeItem(null, body, item) === 'all').map((item) => item.id))
			return {
				id,
				reference,
				body: body.name,
				startsAt,
				hasAttendance: attended.length > 0,
				interests: interests.filter(({ itemId }) => open.has(itemId)).length,
				isNoted: items.some(({ id, noted }) => open.has(id) && noted !== null && noted !== ''),
			}
		}),
	)
	return found.filter(({ hasAttendance, interests, isNoted }) => hasAttendance || interests > 0 || isNoted)
}
