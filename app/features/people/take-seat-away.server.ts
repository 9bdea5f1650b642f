import type { Database } from '../../../db/database.ts'
import { closeGroupRow, deleteSeat, findGroup, findSeat, listSeats } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayRunGroup } from '../../domain/access/policies.ts'
import { judgeTakingAway } from '../../domain/people/seats.ts'

/** Takes a seat away, or gives up one's own. The last seat of a circle closes it. */
export function takeSeatAway(
	db: Database,
	who: Membership,
	{ groupId, memberId }: { groupId: string; memberId: string },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const group = await findGroup(tx, who, groupId)
		if (!group) return { refused: 'not-found' as const }
		if (memberId !== who.memberId && !mayRunGroup(who, group)) return { refused: 'not-allowed' as const }
		if (!(await findSeat(tx, groupId, memberId))) return { refused: 'no-seat' as const }
		const seats = await listSeats(tx, who, groupId)
		const judged = judgeTakingAway(group, memberId, seats)
		if (judged !== 'ok') return { refused: judged }

		const event = { partnershipId: who.partnershipId, subjectId: groupId, actorId: who.memberId, at: now }
		await deleteSeat(tx, groupId, memberId)
		await recordEvent(tx, { ...event, kind: 'seat-taken-away', details: { memberId } })
		const ends = group.kind === 'circle' && seats.length === 1
		if (ends) {
			await closeGroupRow(tx, groupId, now)
			await recordEvent(tx, { ...event, kind: 'group-closed' })
		}
		return { group, ends }
	})
}
