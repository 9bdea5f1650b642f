import type { Database } from '../../../db/database.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { type SeatInput, seatMember } from './seat-member.server.ts'

/** Gives a member a seat in a group. Given twice, the second stands. */
export function giveSeat(db: Database, who: Membership, input: SeatInput, now = new Date()) {
	return db.write((tx) => seatMember(tx, who, input, now))
}
