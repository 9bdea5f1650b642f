import type { Database } from '../../../db/database.ts'
import { findMember } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { findPerson } from '../../../db/queries/persons.ts'
import type { Membership, Role } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { takeIn } from './take-in.server.ts'

export interface NewMember {
	memberId: string
	personId: string
	name: string
	email: string | null
	voiceId: string
	role: Role
}

/**
 * A facilitator brings somebody in at once, with no invitation. The same `memberId` again does nothing. Refusals:
 * 'not-allowed', 'voice-unknown', 'already-here' (a person with that e-mail address is a member).
 */
export function admitMember(db: Database, who: Membership, input: NewMember, now = new Date()) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		if (await findMember(tx, who, input.memberId)) return { memberId: input.memberId }
		const voices = await listVoices(tx, who)
		if (!voices.some(({ id }) => id === input.voiceId)) return { refused: 'voice-unknown' as const }
		const known = await findPerson(tx, input.personId)
		return await takeIn(tx, who, { ...input, known, actorId: who.memberId }, now)
	})
}
