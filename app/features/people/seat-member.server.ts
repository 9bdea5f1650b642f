import type { Connection } from '../../../db/database.ts'
import { findGroup, findSeat, listSeats, saveSeat } from '../../../db/queries/groups.ts'
import { findMember } from '../../../db/queries/members.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership, Office } from '../../domain/access/membership.ts'
import { mayRunGroup } from '../../domain/access/policies.ts'
import { judgeSeat } from '../../domain/people/seats.ts'

export interface SeatInput {
	groupId: string
	memberId: string
	votes: boolean
	office: Office
}

/** Puts a member in a seat, inside a write that is under way. What is so already is not recorded again. */
export async function seatMember(tx: Connection, who: Membership, input: SeatInput, now: Date) {
	const { groupId, memberId, votes, office } = input
	const group = await findGroup(tx, who, groupId)
	if (!group) return { refused: 'not-found' as const }
	if (!mayRunGroup(who, group)) return { refused: 'not-allowed' as const }
	const member = await findMember(tx, who, memberId)
	if (!member || member.leftAt) return { refused: 'member-unknown' as const }
	const judged = judgeSeat(group, member, input, await listSeats(tx, who, groupId))
	if (judged !== 'ok') return { refused: judged }

	const held = await findSeat(tx, groupId, memberId)
	if (held?.votes === votes && held.office === office) return { seat: input, member }
	await saveSeat(tx, { groupId, memberId, votes, office, since: held?.since ?? now })
	await recordEvent(tx, {
		partnershipId: who.partnershipId,
		kind: held ? 'seat-changed' : 'seat-given',
		subjectId: groupId,
		actorId: who.memberId,
		at: now,
		details: { memberId, votes, office },
	})
	return { seat: input, member }
}
