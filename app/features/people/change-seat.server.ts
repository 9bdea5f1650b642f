import type { Database } from '../../../db/database.ts'
import { findSeat } from '../../../db/queries/groups.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { type SeatInput, seatMember } from './seat-member.server.ts'

/** Changes a seat that is held. Refuses 'no-seat' when it was taken away meanwhile, so that it does not come back. */
export function changeSeat(db: Database, who: Membership, input: SeatInput, now = new Date()) {
	return db.write(async (tx) => {
		if (!(await findSeat(tx, input.groupId, input.memberId))) return { refused: 'no-seat' as const }
		return await seatMember(tx, who, input, now)
	})
}
