import type { Database } from '../../../db/database.ts'
import { findMember, listMembers } from '../../../db/queries/members.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { leavesNobodyInCharge } from '../../domain/people/leaving.ts'
import { endMembership } from './end-membership.server.ts'

/** A facilitator ends somebody's membership. Their words stay; their seats, cards and rights go. */
export function removeMember(db: Database, who: Membership, memberId: string, now = new Date()) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		const member = await findMember(tx, who, memberId)
		if (!member) return { refused: 'member-unknown' as const }
		if (member.leftAt) return { member }
		if (leavesNobodyInCharge(await listMembers(tx, who), memberId)) return { refused: 'last-facilitator' as const }

		await endMembership(tx, who, { memberId, actorId: who.memberId, kind: 'member-left', at: now })
		return { member }
	})
}
