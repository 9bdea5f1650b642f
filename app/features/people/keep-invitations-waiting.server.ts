import type { Database } from '../../../db/database.ts'
import { saveJoinCode } from '../../../db/queries/join-codes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import type { InvitationRow } from '../../domain/people/invitation-rows.ts'
import { newId } from '../../http/new-id.ts'
import type { Secrets } from '../../http/secrets.ts'

/** Keeps the good rows of a file until a facilitator says yes to each. Nobody can come in by one before that. */
export function keepInvitationsWaiting(
	{ db, secrets }: { db: Database; secrets: Secrets },
	who: Membership,
	rows: InvitationRow[],
	now = new Date(),
) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		for (const { name, email, voiceId, groupId } of rows)
			await saveJoinCode(tx, {
				id: newId(),
				partnershipId: who.partnershipId,
				kind: 'invitation',
				// No code fits this: a real one is made with the facilitator's yes.
				codeHash: secrets.hash('waiting', secrets.newToken()),
				memberId: null,
				name,
				email,
				voiceId,
				groupId,
				state: 'waiting',
				createdBy: who.memberId,
				createdAt: now,
				expiresAt: null,
				lastUsedAt: null,
			})
		return { waiting: rows.length }
	})
}
