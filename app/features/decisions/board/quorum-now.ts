import { meetingQuorum } from '../../../domain/decisions/board/meeting-quorum.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import type { QuorumAnswer } from '../../../domain/decisions/methods/quorum.ts'
import type { Values } from './amendment-count.ts'
import { type BodyMember, plainSeat } from './body-member.ts'
import { EntryReader } from './entry-reader.ts'
import { readSeats } from './seat-form.ts'
import { seatsWith } from './with-parts.ts'

/** Whether those the form says are there make a quorum. Nobody is there until it says so. */
export function quorumNow(values: Values, members: readonly BodyMember[], rules: BodyRules): QuorumAnswer {
	const parts = readSeats(new EntryReader(values), members)
	return meetingQuorum({ seats: seatsWith(members.map(plainSeat), parts), rules })
}
