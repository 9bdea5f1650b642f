import type { Database } from '../../../db/database.ts'
import { findSeat, listGroupsOfMember, saveSeat } from '../../../db/queries/groups.ts'
import { changeMember, findMember, listMembers } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership, Role } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { leavesNobodyInCharge } from '../../domain/people/leaving.ts'

/** The voice a member speaks from and what they may do. Whoever becomes an observer keeps their seats without the votes. */
export function changeMembership(
	db: Database,
	who: Membership,
	memberId: string,
	{ voiceId, role }: { voiceId: string; role: Role },
	now = new Date(),
) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		const member = await findMember(tx, who, memberId)
		if (!member || member.leftAt) return { refused: 'member-unknown' as const }
		const voices = await listVoices(tx, who)
		if (!voices.some(({ id }) => id === voiceId)) return { refused: 'voice-unknown' as const }
		if (role !== 'facilitator' && leavesNobodyInCharge(await listMembers(tx, who), memberId))
			return { refused: 'last-facilitator' as const }
		if (member.voiceId === voiceId && member.role === role) return { member }

		const event = { partnershipId: who.partnershipId, actorId: who.memberId, at: now }
		await changeMember(tx, who, memberId, { voiceId, role })
		await recordEvent(tx, { ...event, kind: 'member-changed', subjectId: memberId, details: { voiceId, role } })
		if (role !== 'observer') return { member }
		for (const { id: groupId } of await listGroupsOfMember(tx, memberId)) {
			const seat = await findSeat(tx, groupId, memberId)
			if (!seat?.votes) continue
			await saveSeat(tx, { ...seat, votes: false })
			const details = { memberId, votes: false, office: seat.office }
			await recordEvent(tx, { ...event, kind: 'seat-changed', subjectId: groupId, details })
		}
		return { member }
	})
}
