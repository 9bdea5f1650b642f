import type { Database } from '../../../db/database.ts'
import { changeJoinCode, listCardsOf, saveJoinCode } from '../../../db/queries/join-codes.ts'
import { findMember, type MemberRow } from '../../../db/queries/members.ts'
import { findPerson } from '../../../db/queries/persons.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { judgeCard } from '../../domain/people/join-code.ts'
import { newId } from '../../http/new-id.ts'
import { normaliseCode, type Secrets } from '../../http/secrets.ts'

/**
 * A return card for a member, in place of any they had. The code is answered here and kept nowhere: only its hash is
 * stored. Refusals: 'not-allowed', 'member-unknown', and 'has-email' (`judgeCard`: docs/decisions/002-cards.md).
 */
export function makeCard(
	{ db, secrets }: { db: Database; secrets: Secrets },
	who: Membership,
	memberId: string,
	now = new Date(),
): Promise<{ code: string; member: MemberRow } | { refused: 'not-allowed' | 'member-unknown' | 'has-email' }> {
	const id = newId()
	const code = secrets.newCardCode()
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' }
		const member = await findMember(tx, who, memberId)
		if (!member || member.leftAt) return { refused: 'member-unknown' }
		const email = (await findPerson(tx, member.personId))?.email ?? null
		const judged = judgeCard(who, { memberId, email })
		if (judged !== 'ok') return { refused: judged }

		for (const old of await listCardsOf(tx, memberId)) await changeJoinCode(tx, old.id, { state: 'revoked' })
		await saveJoinCode(tx, {
			id,
			partnershipId: who.partnershipId,
			kind: 'card',
			codeHash: secrets.hash('join', normaliseCode(code)),
			memberId,
			name: member.name,
			email: null,
			voiceId: null,
			groupId: null,
			state: 'live',
			createdBy: who.memberId,
			createdAt: now,
			expiresAt: null,
			lastUsedAt: null,
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'card-made',
			subjectId: memberId,
			actorId: who.memberId,
			at: now,
		})
		return { code, member }
	})
}
