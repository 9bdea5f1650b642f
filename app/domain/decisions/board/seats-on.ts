import type { Office } from '../../access/membership.ts'
import { type Day, londonDay } from '../../actions/days.ts'

interface Held {
	votes: boolean
	office: Office
}

/** A seat as it is now. */
export interface SeatNow extends Held {
	memberId: string
	since: Date
}

/** What the record says happened to a seat, oldest first. */
export type SeatEvent =
	| ({ kind: 'seat-given' | 'seat-changed'; memberId: string; at: Date } & Held)
	| { kind: 'seat-taken-away'; memberId: string; at: Date }

export interface SeatThen extends Held {
	memberId: string
	/** The seat was given or taken away on that very day, so they may have held none at the hour of the meeting. */
	handover: boolean
}

/**
 * Who held a seat on a day, with the vote and office it last had that day: what stands now, led back through the record.
 * `since` says from which day somebody sat there in truth, where that was before their seat was given here.
 */
export function seatsOn(
	day: Day,
	{
		now,
		events,
		since,
	}: { now: readonly SeatNow[]; events: readonly SeatEvent[]; since: Readonly<Record<string, Day>> },
): SeatThen[] {
	const members = [...new Set([...now, ...events].map(({ memberId }) => memberId))]
	return members.flatMap((memberId) => {
		const told = events.filter((event) => event.memberId === memberId)
		const sits = now.find((seat) => seat.memberId === memberId)
		const standing = [
			atStart(day, told, sits, since[memberId]),
			...told.filter(({ at }) => londonDay(at) === day).map(stateAfter),
		]
		const last = standing.findLast((state) => state !== null)
		return last ? [{ memberId, votes: last.votes, office: last.office, handover: standing.includes(null) }] : []
	})
}

/** As the day began. */
function atStart(day: Day, told: readonly SeatEvent[], sits: SeatNow | undefined, since: Day | undefined): Held | null {
	const before = told.findLast(({ at }) => londonDay(at) < day)
	if (before) return stateAfter(before)
	const first = told[0]
	const given = first && first.kind !== 'seat-taken-away' ? first : sits
	if (since && since <= day && given) return given
	// A seat that the record never gave was there before the record spoke of it.
	if (first?.kind === 'seat-changed') return first
	return !first && sits && londonDay(sits.since) <= day ? sits : null
}

function stateAfter(event: SeatEvent): Held | null {
	return event.kind === 'seat-taken-away' ? null : event
}
