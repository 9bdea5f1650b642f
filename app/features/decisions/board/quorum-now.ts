import { meetingQuorum } from '../../../domain/decisions/board/meeting-quorum.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import type { QuorumAnswer } from '../../../domain/decisions/methods/quorum.ts'
import type { Values } from './amendment-count.ts'
import { type BodyMember, plainSeat } from './body-member.ts'
import { EntryReader } from './entry-reader.ts'
import { readSeats } from './seat-form.ts'
import { seatsWith } from './with-parts.ts'

/** How a member took part before the form says so: whoever may have held no seat must be spoken of. */
export function firstPart({ handover }: { handover?: boolean }): string {
	return handover ? '' : 'present'
}

/** Whether those the form says are there make a quorum. */
export function quorumNow(values: Values, members: readonly BodyMember[], rules: BodyRules): QuorumAnswer {
	const unsaid = members.map((member) => [`seats.${member.memberId}.part`, firstPart(member)])
	const parts = readSeats(new EntryReader({ ...Object.fromEntries(unsaid), ...values }), members)
	return meetingQuorum({ seats: seatsWith(members.map(plainSeat), parts), rules })
}
