import type { Database } from '../../../db/database.ts'
import { listMembers } from '../../../db/queries/members.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { leavesNobodyInCharge } from '../../domain/people/leaving.ts'
import { endMembership } from '../people/end-membership.server.ts'

/** A member goes of their own accord. Refuses 'last-facilitator' while others would be left without one. */
export function leavePartnership(db: Database, who: Membership, now = new Date()) {
	return db.write(async (tx) => {
		const members = await listMembers(tx, who)
		if (!members.some(({ id }) => id === who.memberId)) return { left: true as const }
		if (leavesNobodyInCharge(members, who.memberId)) return { refused: 'last-facilitator' as const }
		await endMembership(tx, who, { memberId: who.memberId, actorId: who.memberId, kind: 'member-left', at: now })
		return { left: true as const }
	})
}
