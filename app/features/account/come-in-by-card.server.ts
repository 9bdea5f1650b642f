import type { Database } from '../../../db/database.ts'
import { changeJoinCode } from '../../../db/queries/join-codes.ts'
import { findMember } from '../../../db/queries/members.ts'
import { place } from '../../domain/access/membership.ts'
import type { JoinRefusal } from '../../domain/people/join-code.ts'
import type { Secrets } from '../../http/secrets.ts'
import { findUsableJoinCode } from './find-join-code.server.ts'

/** A return card lets its member in, again and again. */
export function comeInByCard(
	{ db, secrets }: { db: Database; secrets: Secrets },
	code: string,
	now = new Date(),
): Promise<{ personId: string; partnershipId: string } | { refused: JoinRefusal }> {
	return db.write(async (tx) => {
		const found = await findUsableJoinCode(tx, secrets, code, now)
		if ('refused' in found) return { refused: found.refused }
		const { id, kind, memberId, partnershipId } = found.joinCode
		if (kind !== 'card' || !memberId) return { refused: 'unknown' as const }
		const member = await findMember(tx, place(partnershipId), memberId)
		if (!member || member.leftAt) return { refused: 'revoked' as const }
		await changeJoinCode(tx, id, { lastUsedAt: now })
		return { personId: member.personId, partnershipId }
	})
}
