import type { Connection } from '../../../db/database.ts'
import { listSeated } from '../../../db/queries/electors.ts'
import type { Place, Role } from '../../domain/access/membership.ts'
import type { Document } from '../../domain/documents/document.ts'

/** Can this member read what an action follows from? Whoever cannot could not report on it either. */
export type Readers = (member: { id: string; role: Role }) => boolean

/** The same as `mayReadDocument`, for many members at once. */
export async function listReaders(
	db: Connection,
	here: Place,
	{ visibility, groupId }: Pick<Document, 'visibility' | 'groupId'>,
): Promise<Readers> {
	if (visibility === 'public' || visibility === 'partnership') return () => true
	const seated = new Set((groupId ? await listSeated(db, here, groupId) : []).map(({ memberId }) => memberId))
	return ({ id, role }) => seated.has(id) || (visibility === 'group' && role === 'facilitator')
}
