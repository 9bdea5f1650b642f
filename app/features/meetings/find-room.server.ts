import type { Connection } from '../../../db/database.ts'
import { nameMembers } from '../../../db/queries/board-decisions.ts'
import { listAttendance, listInterests, listItems, type MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Place } from '../../domain/access/membership.ts'
import { namingIn } from '../decisions/board/present-minute.ts'
import { findBodyThen } from './body-then.server.ts'

/** Everything about a meeting besides its agenda: who sat there that day, who came, and what interests there are. */
export async function findRoom(db: Connection, here: Place, meeting: MeetingOfBody) {
	const [items, attended, interests] = await Promise.all([
		listItems(db, meeting.id),
		listAttendance(db, meeting.id),
		listInterests(db, meeting.id),
	])
	const body = await findBodyThen(db, here, meeting, attended)
	return { body, items, attended, interests }
}

export type Room = Awaited<ReturnType<typeof findRoom>>

/**
 * What everybody a meeting speaks of is called. In the minutes of a board that meets in public somebody who was erased keeps
 * their name (docs/decisions/013).
 */
export async function nameRoom(db: Connection, meeting: MeetingOfBody, room: Room, { open }: { open: boolean }) {
	const ids = idsInRoom(meeting, room)
	const keepsNames = meeting.body.kind === 'board' && meeting.publishedAt !== null && open
	return namingIn(await nameMembers(db, ids, { keepsNames }))
}

/** Of everybody a meeting speaks of by their place in it. */
export function idsInRoom(meeting: MeetingOfBody, { body, attended, interests }: Room): string[] {
	return [
		...body.seats.map(({ memberId }) => memberId),
		...attended.map(({ memberId }) => memberId),
		...interests.map(({ memberId }) => memberId),
		...[meeting.presiderId, meeting.clerkId, meeting.approvedBy].filter((id) => id !== null),
	]
}
