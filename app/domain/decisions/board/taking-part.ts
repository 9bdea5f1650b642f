import type { Choice } from '../decision.ts'
import type { Attendance, Minute, Part } from './minute.ts'

/** In the room, whether or not they could take part in this item. */
export function isThere({ part }: Pick<Attendance, 'part'>): boolean {
	return part !== 'absent'
}

/** Speaks and moves in this item. An interest shuts a member out of it; one who was given a dispensation chose a part. */
export function takesPart({ part }: Pick<Attendance, 'part'>): boolean {
	return part !== 'absent' && part !== 'interest'
}

export function mayVote(seat: Pick<Attendance, 'part' | 'votes'>): boolean {
	return seat.votes && takesPart(seat)
}

export function isChoice(part: Part): part is Choice {
	return part === 'for' || part === 'against' || part === 'abstain'
}

export function seatOf({ seats }: Pick<Minute, 'seats'>, memberId: string | null): Attendance | null {
	return seats.find((seat) => seat.memberId === memberId) ?? null
}
