import type { Choice } from '../decision.ts'
import type { Amendment, Attendance, BodyRules, Minute, Part } from './minute.ts'

type Came = Pick<Attendance, 'part' | 'joined'>

/** At the meeting for the item, for all of it or for a part. */
export function came({ part }: Pick<Attendance, 'part'>): boolean {
	return part !== 'absent'
}

/** There when the vote was taken, whether or not they could take part in it, and so in the quorum if it counts them. */
export function isThere({ part, joined }: Came, { remoteCounts }: Pick<BodyRules, 'remoteCounts'>): boolean {
	return part !== 'absent' && part !== 'left' && (joined !== 'remote' || remoteCounts)
}

/**
 * Moves and seconds in this item. An interest shuts a member out of it (one who was given a dispensation chose a part); so do
 * joining remotely and coming late, where the body's rules say so. Whoever left before the vote may have moved.
 */
export function takesPart({ part, joined, late }: Came & Pick<Attendance, 'late'>, rules: BodyRules): boolean {
	if (part === 'absent' || part === 'interest') return false
	return (joined !== 'remote' || rules.remoteCounts) && (!late || rules.lateVotes)
}

export function mayVote(seat: Came & Pick<Attendance, 'late' | 'votes'>, rules: BodyRules): boolean {
	return seat.votes && seat.part !== 'left' && takesPart(seat, rules)
}

export function isChoice(part: Part): part is Choice {
	return part === 'for' || part === 'against' || part === 'abstain'
}

export function seatOf({ seats }: Pick<Minute, 'seats'>, memberId: string | null): Attendance | null {
	return seats.find((seat) => seat.memberId === memberId) ?? null
}

/** The meeting as it was when an amendment was voted on: people come and go between two votes. */
export function atAmendment(minute: Minute, { parts, vote, moverId, seconderId }: Amendment): Minute {
	const seats = minute.seats.map((seat) => {
		if (seat.part === 'absent' || seat.part === 'interest') return seat
		const part = parts[seat.memberId] ?? 'present'
		return { ...seat, part: part === 'away' ? ('left' as const) : part }
	})
	return { ...minute, seats, vote, moverId, seconderId }
}
