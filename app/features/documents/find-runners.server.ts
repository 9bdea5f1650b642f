import type { Connection } from '../../../db/database.ts'
import { listSeats } from '../../../db/queries/groups.ts'
import { listMembers } from '../../../db/queries/members.ts'
import type { Place } from '../../domain/access/membership.ts'
import type { Document } from '../../domain/documents/document.ts'

/** The names of those who run a document: its group's chair and clerk, and, unless it is a circle's, the facilitators. */
export async function findRunners(
	db: Connection,
	here: Place,
	{ groupId, visibility }: Pick<Document, 'groupId' | 'visibility'>,
): Promise<string[]> {
	const seats = groupId ? await listSeats(db, here, groupId) : []
	const officers = seats.filter(({ office }) => office === 'chair' || office === 'clerk').map(({ name }) => name)
	if (visibility === 'circle') return officers
	const facilitators = (await listMembers(db, here)).filter(({ role }) => role === 'facilitator')
	return [...new Set([...officers, ...facilitators.map(({ name }) => name)])]
}
