import type { Day } from '../../../domain/actions/days.ts'
import type { BodySeat } from '../../../domain/decisions/board/minute.ts'
import type { SeatAsked } from './with-parts.ts'

/** Somebody who sat in a body on a day. */
export interface BodyMember extends BodySeat {
	name: string
	voice: string
	shape: number
	/** Their seat may not have been held at the hour of the meeting, so the form offers that. */
	handover: boolean
	/** From which day they sat there in truth, where that was before their seat was given here. */
	since: Day | null
}

/** What a minute keeps of a seat. */
export function plainSeat({ memberId, voiceId, right, votes, office, handover }: BodyMember): SeatAsked {
	return { memberId, voiceId, right, votes, office, handover }
}

export function namesOf(seats: readonly BodyMember[]): Map<string, string> {
	return new Map(seats.map(({ memberId, name }) => [memberId, name]))
}
