import type { Database } from '../../../db/database.ts'
import { findGroup, saveGroup, saveSeat } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMakeGroup } from '../../domain/access/policies.ts'
import type { GroupKind } from '../../domain/people/group.ts'

export interface NewGroup {
	id: string
	kind: GroupKind
	name: string
	purpose: string
}

/** Who makes a circle takes its chair, since nobody outside can run it. The same id again does nothing. */
export function makeGroup(db: Database, who: Membership, input: NewGroup, now = new Date()) {
	const { partnershipId, memberId } = who
	return db.write(async (tx) => {
		if (!mayMakeGroup(who, who, input.kind)) return { refused: 'not-allowed' as const }
		const made = await findGroup(tx, who, input.id)
		if (made) return { group: made }

		const group = { ...input, partnershipId, createdAt: now, closedAt: null }
		const event = { partnershipId, subjectId: group.id, actorId: memberId, at: now }
		await saveGroup(tx, group)
		await recordEvent(tx, { ...event, kind: 'group-made', details: { kind: group.kind } })
		if (group.kind === 'circle') {
			const seat = { memberId, votes: true, office: 'chair' as const }
			await saveSeat(tx, { ...seat, groupId: group.id, since: now })
			await recordEvent(tx, { ...event, kind: 'seat-given', details: seat })
		}
		return { group }
	})
}
