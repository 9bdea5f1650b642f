import type { Connection, Database } from '../../../db/database.ts'
import { findGroup, saveSeat } from '../../../db/queries/groups.ts'
import { changeJoinCode } from '../../../db/queries/join-codes.ts'
import { findMember } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { findPerson } from '../../../db/queries/persons.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { type Place, place } from '../../domain/access/membership.ts'
import type { JoinCode, JoinRefusal } from '../../domain/people/join-code.ts'
import type { Secrets } from '../../http/secrets.ts'
import { takeIn } from '../people/take-in.server.ts'
import { findUsableJoinCode } from './find-join-code.server.ts'

export interface Acceptance {
	code: string
	/** Made with the form: the same form sent twice joins once. */
	memberId: string
	personId: string
	name: string
	/** Needed when the invitation leaves the voice open. */
	voiceId: string | null
}

export interface Joined {
	personId: string
	partnershipId: string
	/** Whether the code stays with them as their return card. */
	card: boolean
}

export type AcceptRefusal = JoinRefusal | 'voice-missing' | 'form-used'

const sentTwiceMs = 2 * 60_000

/**
 * Somebody takes up an invitation: a member from now on, with the seat that came with it. A mailed invitation is used
 * up. One on paper has no address behind it, so it stays with its holder as their return card. Refusals: those of
 * `judgeJoinCode`, 'voice-missing', and 'form-used' (the form's ids are somebody's already: ask for a new form).
 */
export function acceptInvitation(
	{ db, secrets }: { db: Database; secrets: Secrets },
	input: Acceptance,
	now = new Date(),
): Promise<Joined | { refused: AcceptRefusal }> {
	return db.write(async (tx) => {
		const found = await findUsableJoinCode(tx, secrets, input.code, now)
		if ('refused' in found) return (await sentTwice(tx, found.found, input, now)) ?? { refused: found.refused }
		const { joinCode } = found
		if (joinCode.kind !== 'invitation')
			return (await sentTwice(tx, joinCode, input, now)) ?? { refused: 'used' as const }
		const here = place(joinCode.partnershipId)
		const voiceId = joinCode.voiceId ?? input.voiceId
		if (!(await listVoices(tx, here)).some(({ id }) => id === voiceId)) return { refused: 'voice-missing' as const }

		if (await isTaken(tx, here, input)) return { refused: 'form-used' as const }
		const newcomer = { ...input, voiceId: voiceId!, email: joinCode.email, role: 'member' as const, actorId: null }
		const taken = await takeIn(tx, here, newcomer, now)
		if ('refused' in taken) {
			// Whoever reads this mailbox is a member already: the invitation brings them in, and is used up.
			await changeJoinCode(tx, joinCode.id, { state: 'used', lastUsedAt: now })
			return { personId: taken.personId, partnershipId: joinCode.partnershipId, card: false }
		}
		await takeSeat(tx, joinCode, taken.memberId, now)
		await spend(tx, joinCode, taken.memberId, now)
		return { personId: taken.personId, partnershipId: joinCode.partnershipId, card: !joinCode.email }
	})
}

/** Ids that a form sends may only make new rows: never join as somebody who is here already. */
async function isTaken(tx: Connection, here: Place, { personId, memberId }: Acceptance) {
	return (await findPerson(tx, personId)) !== null || (await findMember(tx, here, memberId)) !== null
}

async function sentTwice(
	tx: Connection,
	joinCode: JoinCode | null,
	{ personId }: Acceptance,
	now: Date,
): Promise<Joined | null> {
	if (!joinCode?.memberId || !joinCode.lastUsedAt || now.getTime() - joinCode.lastUsedAt.getTime() > sentTwiceMs)
		return null
	if (joinCode.state === 'revoked') return null
	const { partnershipId } = joinCode
	const member = await findMember(tx, place(partnershipId), joinCode.memberId)
	if (member?.personId !== personId || member.leftAt) return null
	return { personId, partnershipId, card: joinCode.kind === 'card' }
}

async function takeSeat(tx: Connection, { partnershipId, groupId }: JoinCode, memberId: string, now: Date) {
	const group = groupId ? await findGroup(tx, place(partnershipId), groupId) : null
	if (!group || group.closedAt) return
	const seat = { memberId, votes: true, office: 'none' as const }
	await saveSeat(tx, { ...seat, groupId: group.id, since: now })
	const event = { partnershipId, subjectId: group.id, actorId: memberId, at: now }
	await recordEvent(tx, { ...event, kind: 'seat-given', details: seat })
}

async function spend(tx: Connection, { id, email, partnershipId, createdBy }: JoinCode, memberId: string, now: Date) {
	if (email) {
		await changeJoinCode(tx, id, { state: 'used', memberId, lastUsedAt: now })
		return
	}
	await changeJoinCode(tx, id, { kind: 'card', memberId, expiresAt: null, lastUsedAt: now })
	await recordEvent(tx, { partnershipId, kind: 'card-made', subjectId: memberId, actorId: createdBy, at: now })
}
