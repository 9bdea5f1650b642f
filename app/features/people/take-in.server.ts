import type { Connection } from '../../../db/database.ts'
import { findMembership, saveMember } from '../../../db/queries/members.ts'
import {
	findPersonByEmail,
	listMembershipsOf,
	type Person,
	returnMember,
	savePerson,
} from '../../../db/queries/persons.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Place, Role } from '../../domain/access/membership.ts'

interface Newcomer {
	memberId: string
	personId: string
	name: string
	email: string | null
	voiceId: string
	role: Role
	/** Somebody whose identity the caller has proof of. An id that a form sent is no proof. */
	known?: Person | null
	/** The facilitator who admits; null when somebody comes in by their own invitation. */
	actorId: string | null
}

/**
 * Makes a person a member, inside a write that is under way: a new person, one known here by their e-mail address, or
 * a former member who comes back to their own words.
 */
export async function takeIn(tx: Connection, here: Place, newcomer: Newcomer, now: Date) {
	const { partnershipId } = here
	const email = newcomer.email?.trim().toLowerCase() || null
	const known = newcomer.known ?? (email ? await findPersonByEmail(tx, email) : null)
	const personId = known?.id ?? newcomer.personId
	if (known && (await findMembership(tx, here, personId))) return { refused: 'already-here' as const, personId }
	if (!known) await savePerson(tx, { id: personId, name: newcomer.name, email, createdAt: now })

	const { voiceId, role } = newcomer
	const former = (await listMembershipsOf(tx, personId)).find((member) => member.partnershipId === partnershipId)
	const memberId = former?.id ?? newcomer.memberId
	if (former) await returnMember(tx, memberId, { voiceId, role, joinedAt: now })
	else await saveMember(tx, { id: memberId, partnershipId, personId, voiceId, role, joinedAt: now })

	await recordEvent(tx, {
		partnershipId,
		kind: 'member-joined',
		subjectId: memberId,
		actorId: newcomer.actorId ?? memberId,
		at: now,
		details: { voiceId, role },
	})
	return { memberId, personId }
}
