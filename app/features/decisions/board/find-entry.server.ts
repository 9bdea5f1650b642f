import type { Connection } from '../../../../db/database.ts'
import { findDocument } from '../../../../db/queries/documents.ts'
import { findItemAnywhere } from '../../../../db/queries/meetings.ts'
import { findVersion } from '../../../../db/queries/versions.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayReadDocument } from '../../../domain/access/policies.ts'
import { type Day, londonDay } from '../../../domain/actions/days.ts'
import { listBodies } from './bodies.server.ts'
import { findBody } from './find-body.server.ts'

/**
 * The version decided about, the bodies this member may enter it for, and the one that is asked for or the only one, as it sat on
 * a day: that of the meeting, where an item of one is given.
 */
export async function findEntry(
	db: Connection,
	who: Membership,
	asked: { versionId: string; groupId: string | null; itemId?: string | null; day: Day },
) {
	const version = await findVersion(db, who, asked.versionId)
	const document = version && (await findDocument(db, who, version.documentId))
	if (!document || !mayReadDocument(who, document)) return null
	const bodies = await listBodies(db, who, document)
	const only = bodies.length === 1 ? bodies[0] : undefined
	const under = asked.itemId ? await findItemAnywhere(db, who, asked.itemId) : null
	const day = under ? londonDay(under.meeting.startsAt) : asked.day
	const group = asked.groupId ? bodies.find(({ id }) => id === asked.groupId) : only
	return {
		version,
		document,
		bodies,
		group: group ?? null,
		body: group ? await findBody(db, who, group.id, day) : null,
	}
}
