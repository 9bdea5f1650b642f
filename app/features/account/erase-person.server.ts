import type { Database } from '../../../db/database.ts'
import { keepName, listPublishedMinutes } from '../../../db/queries/board-decisions.ts'
import { eraseJoinCodes } from '../../../db/queries/join-codes.ts'
import { listPublishedMeetings } from '../../../db/queries/meetings.ts'
import { listMembers } from '../../../db/queries/members.ts'
import { findInstallation, saveInstallation } from '../../../db/queries/partnerships.ts'
import { changePerson, findPerson, listMembershipsOf } from '../../../db/queries/persons.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { endSessions } from '../../../db/queries/sessions.ts'
import { deleteSignInsOf } from '../../../db/queries/sign-ins.ts'
import { place } from '../../domain/access/membership.ts'
import { erasedName, leavesNobodyInCharge } from '../../domain/people/leaving.ts'
import { endMembership } from '../people/end-membership.server.ts'

/**
 * Forgets who somebody was: name, address, contact, access needs, ways in. Their words stay as "a participant", and the
 * record, which holds ids only, still verifies. The published minutes of boards, of decisions and of meetings, keep the names of those who sat there
 * (docs/decisions/013). Refuses 'last-facilitator' (with the partnership) and 'not-found'.
 */
export function erasePerson(db: Database, personId: string, now = new Date()) {
	return db.write(async (tx) => {
		const person = await findPerson(tx, personId)
		if (!person) return { refused: 'not-found' as const }
		if (person.erasedAt) return { erased: true as const }
		const memberships = await listMembershipsOf(tx, personId)
		for (const { partnershipId, id, leftAt } of memberships) {
			if (!leftAt && leavesNobodyInCharge(await listMembers(tx, place(partnershipId)), id))
				return { refused: 'last-facilitator' as const, partnershipId }
		}

		for (const { partnershipId, id: memberId, leftAt } of memberships) {
			const here = place(partnershipId)
			if (leftAt)
				await recordEvent(tx, { partnershipId, kind: 'person-erased', subjectId: memberId, actorId: memberId, at: now })
			else await endMembership(tx, here, { memberId, actorId: memberId, kind: 'person-erased', at: now })
		}
		const memberIds = memberships.map(({ id }) => id)
		const minuted = [...(await listPublishedMinutes(tx, memberIds)), ...(await listPublishedMeetings(tx, memberIds))]
		const named = new Set(minuted.map(({ memberId }) => memberId))
		for (const memberId of named) await keepName(tx, { memberId, name: person.name, keptAt: now })
		await eraseJoinCodes(tx, memberIds, person.email, erasedName)
		if (person.email) await deleteSignInsOf(tx, person.email)
		await endSessions(tx, personId, now)
		await changePerson(tx, personId, { name: erasedName, email: null, contact: null, erasedAt: now })
		await saveInstallation(tx, due, personId)
		return { erased: true as const }
	})
}

const due = 'forget-erased'

/**
 * Rewrites the database's own files when somebody was erased since they last were, so that no backup made later has a name
 * of theirs. Throws while a backup under way holds the old ones: the clock comes back to it.
 */
export async function forgetErased(db: Database) {
	const personId = await findInstallation(db.read, due)
	if (!personId) return
	await db.forget('words')
	await db.write(async (tx) => {
		// Somebody else may have been erased meanwhile.
		if ((await findInstallation(tx, due)) === personId) await saveInstallation(tx, due, '')
	})
}
