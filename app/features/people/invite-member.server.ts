import type { Connection, Database } from '../../../db/database.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { findJoinCode, saveJoinCode } from '../../../db/queries/join-codes.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { findPersonByEmail } from '../../../db/queries/persons.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople, mayRunGroup } from '../../domain/access/policies.ts'
import { invitationEnds } from '../../domain/people/join-code.ts'
import { normaliseCode, type Secrets } from '../../http/secrets.ts'

export interface NewInvitation {
	id: string
	name: string
	/** With one, the invitation is mailed and used once. Without, it is a card that goes on letting its holder in. */
	email: string | null
	/** Null lets them say for themselves. */
	voiceId: string | null
	groupId: string | null
}

export type InviteRefusal = 'not-allowed' | 'voice-unknown' | 'group-unknown' | 'already-here'

/**
 * Invites somebody. The code is answered once and kept nowhere. The same id again answers without a code. Refusals:
 * 'not-allowed', 'voice-unknown', 'group-unknown', 'already-here' (a member has that e-mail address).
 */
export function inviteMember(
	{ db, secrets }: { db: Database; secrets: Secrets },
	who: Membership,
	input: NewInvitation,
	now = new Date(),
): Promise<{ code: string | null } | { refused: InviteRefusal }> {
	const code = secrets.newCardCode()
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' }
		if (await findJoinCode(tx, who, input.id)) return { code: null }
		const email = input.email?.trim().toLowerCase() || null
		const refused = await whyNotInvite(tx, who, { ...input, email })
		if (refused) return { refused }

		await saveJoinCode(tx, {
			...input,
			email,
			partnershipId: who.partnershipId,
			kind: 'invitation',
			codeHash: secrets.hash('join', normaliseCode(code)),
			memberId: null,
			state: 'live',
			createdBy: who.memberId,
			createdAt: now,
			expiresAt: invitationEnds(now),
			lastUsedAt: null,
		})
		return { code }
	})
}

export async function whyNotInvite(
	tx: Connection,
	who: Membership,
	{ email, voiceId, groupId }: Omit<NewInvitation, 'id' | 'name'>,
) {
	const voices = await listVoices(tx, who)
	if (voiceId && !voices.some(({ id }) => id === voiceId)) return 'voice-unknown' as const
	const group = groupId ? await findGroup(tx, who, groupId) : null
	if (groupId && (!group || group.closedAt || !mayRunGroup(who, group))) return 'group-unknown' as const
	const known = email ? await findPersonByEmail(tx, email) : null
	if (known && (await findMembership(tx, who, known.id))) return 'already-here' as const
	return null
}
