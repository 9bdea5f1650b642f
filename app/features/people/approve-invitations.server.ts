import type { Database } from '../../../db/database.ts'
import { changeJoinCode, deleteInvitation, listInvitations } from '../../../db/queries/join-codes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { invitationEnds, type JoinCode } from '../../domain/people/join-code.ts'
import { normaliseCode, type Secrets } from '../../http/secrets.ts'
import { whyNotInvite } from './invite-member.server.ts'

export interface Approval {
	invited: { invitation: JoinCode; code: string }[]
	passedOver: JoinCode[]
}

/**
 * The facilitator's yes to invitations that wait, and the codes that were made for them: shown or mailed once, kept
 * nowhere. Ids that no longer wait are passed over, so a double submit invites nobody twice. Somebody who became a
 * member meanwhile is taken off the list.
 */
export function approveInvitations(
	{ db, secrets }: { db: Database; secrets: Secrets },
	who: Membership,
	ids: string[],
	now = new Date(),
): Promise<Approval | { refused: 'not-allowed' }> {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' }
		const invited: Approval['invited'] = []
		const passedOver: JoinCode[] = []
		for (const invitation of await listInvitations(tx, who, ['waiting'])) {
			if (!ids.includes(invitation.id)) continue
			if (await whyNotInvite(tx, who, invitation)) {
				await deleteInvitation(tx, invitation.id)
				passedOver.push(invitation)
				continue
			}
			const code = secrets.newCardCode()
			const codeHash = secrets.hash('join', normaliseCode(code))
			await changeJoinCode(tx, invitation.id, { state: 'live', codeHash, expiresAt: invitationEnds(now) })
			invited.push({ invitation, code })
		}
		return { invited, passedOver }
	})
}
