import type { Database } from '../../../db/database.ts'
import { changeJoinCode, listCardsOf } from '../../../db/queries/join-codes.ts'
import { findMember } from '../../../db/queries/members.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { endSessions } from '../../../db/queries/sessions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'

/**
 * Makes a member's cards useless. The member may, and stays signed in. When a facilitator does, whoever came in by the
 * lost card is signed out too, which is everybody signed in as this member.
 */
export function revokeCard(db: Database, who: Membership, memberId: string, now = new Date()) {
	return db.write(async (tx) => {
		if (memberId !== who.memberId && !mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		const member = await findMember(tx, who, memberId)
		if (!member) return { refused: 'member-unknown' as const }
		const cards = await listCardsOf(tx, memberId)
		if (cards.length === 0) return { refused: 'no-card' as const }

		for (const card of cards) await changeJoinCode(tx, card.id, { state: 'revoked' })
		if (memberId !== who.memberId) await endSessions(tx, member.personId, now)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'card-revoked',
			subjectId: memberId,
			actorId: who.memberId,
			at: now,
		})
		return { member }
	})
}
