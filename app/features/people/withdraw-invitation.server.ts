import type { Database } from '../../../db/database.ts'
import { changeJoinCode, deleteInvitation, findJoinCode } from '../../../db/queries/join-codes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'

/** Takes an invitation back before it is used. One that never went out is simply removed. */
export function withdrawInvitation(db: Database, who: Membership, id: string) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		const invitation = await findJoinCode(tx, who, id)
		if (invitation?.kind !== 'invitation') return { refused: 'not-found' as const }
		if (invitation.state === 'used') return { refused: 'used' as const }
		if (invitation.state === 'waiting') await deleteInvitation(tx, id)
		else await changeJoinCode(tx, id, { state: 'revoked' })
		return { invitation }
	})
}
