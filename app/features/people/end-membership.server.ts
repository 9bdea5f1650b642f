import type { Connection } from '../../../db/database.ts'
import { closeGroupRow, deleteSeat, listGroupsOfMember, listSeats, saveSeat } from '../../../db/queries/groups.ts'
import { changeJoinCode, listCardsOf } from '../../../db/queries/join-codes.ts'
import { changeMember } from '../../../db/queries/members.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Place } from '../../domain/access/membership.ts'
import type { Group } from '../../domain/people/group.ts'
import { heirOf } from '../../domain/people/seats.ts'
import { endAllSupport } from './end-support.server.ts'

interface Ending {
	memberId: string
	actorId: string
	kind: 'member-left' | 'person-erased'
	at: Date
}

/** Takes away everything a membership gave, inside a write that is under way: seats, cards, support and the membership itself. */
export async function endMembership(tx: Connection, here: Place, { memberId, actorId, kind, at }: Ending) {
	const event = { partnershipId: here.partnershipId, actorId, at }
	for (const group of await listGroupsOfMember(tx, memberId))
		await vacateSeat(tx, here, group, { memberId, actorId, at })
	const cards = await listCardsOf(tx, memberId)
	for (const card of cards) await changeJoinCode(tx, card.id, { state: 'revoked' })
	if (cards.length > 0) await recordEvent(tx, { ...event, kind: 'card-revoked', subjectId: memberId })
	await endAllSupport(tx, here, memberId, at)
	await changeMember(tx, here, memberId, { leftAt: at, accessNeeds: null })
	await recordEvent(tx, { ...event, kind, subjectId: memberId })
}

async function vacateSeat(
	tx: Connection,
	here: Place,
	group: Group,
	{ memberId, actorId, at }: { memberId: string; actorId: string; at: Date },
) {
	const event = { partnershipId: here.partnershipId, subjectId: group.id, actorId, at }
	await deleteSeat(tx, group.id, memberId)
	if (group.closedAt) return
	await recordEvent(tx, { ...event, kind: 'seat-taken-away', details: { memberId } })

	const remaining = await listSeats(tx, here, group.id)
	const heir = heirOf(group.kind, remaining)
	if (heir) {
		await saveSeat(tx, {
			groupId: group.id,
			memberId: heir.memberId,
			votes: heir.votes,
			office: 'chair',
			since: heir.since,
		})
		await recordEvent(tx, {
			...event,
			kind: 'seat-changed',
			details: { memberId: heir.memberId, votes: heir.votes, office: 'chair' },
		})
	}
	if (group.kind === 'circle' && remaining.length === 0) {
		await closeGroupRow(tx, group.id, at)
		await recordEvent(tx, { ...event, kind: 'group-closed' })
	}
}
