import type { Database } from '../../../db/database.ts'
import { closeGroupRow, findGroup } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayRunGroup } from '../../domain/access/policies.ts'

/** Ends a group. What it wrote and decided stays; its seats give no rights any more. */
export function closeGroup(db: Database, who: Membership, groupId: string, now = new Date()) {
	return db.write(async (tx) => {
		const group = await findGroup(tx, who, groupId)
		if (!group) return { refused: 'not-found' as const }
		if (!mayRunGroup(who, group)) return { refused: 'not-allowed' as const }
		if (group.closedAt) return { group }

		await closeGroupRow(tx, groupId, now)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'group-closed',
			subjectId: groupId,
			actorId: who.memberId,
			at: now,
		})
		return { group: { ...group, closedAt: now } }
	})
}
