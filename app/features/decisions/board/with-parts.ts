import type { Attendance, BodyRules, BodySeat, Minute } from '../../../domain/decisions/board/minute.ts'

export type SaidOfSeat = Omit<Attendance, keyof BodySeat> & Pick<BodySeat, 'right'>

/** What the clerk says of the meeting. Who sat there, by which right, and the body's rules are looked up. */
export interface Entry extends Omit<Minute, 'seats' | 'rules'> {
	/** By member id. A seat that is not spoken of was absent; null is somebody who held no seat at the hour of the meeting. */
	parts: Record<string, SaidOfSeat | null>
	/** The body's rules at that meeting, where a correction says that they were written down wrongly. */
	rules?: BodyRules
}

/** A seat that may or may not have been held when the meeting was. */
export type SeatAsked = BodySeat & { handover?: boolean }

/** The minute an entry makes for these seats under these rules. A right is as typed only where none is written down. */
export function withParts(seats: readonly SeatAsked[], rules: BodyRules, { parts, rules: _, ...said }: Entry): Minute {
	return { ...said, rules, seats: seatsWith(seats, parts) }
}

/** How each took part, without those who held no seat at the hour of the meeting. */
export function seatsWith(seats: readonly SeatAsked[], parts: Entry['parts']): Attendance[] {
	return seats.flatMap(({ handover, ...seat }) => {
		const part = parts[seat.memberId]
		if (part === null && handover) return []
		return [{ ...seat, ...(part ?? absent), right: seat.right || (part?.right ?? '') }]
	})
}

/** The same for a correction, which may mend rights and rules too. */
export function withMendedParts(seats: readonly SeatAsked[], rules: BodyRules, entry: Entry): Minute {
	const mended = seats.map((seat) => ({ ...seat, right: entry.parts[seat.memberId]?.right || seat.right }))
	return withParts(mended, entry.rules ?? rules, entry)
}

const absent: Omit<SaidOfSeat, 'right'> = {
	part: 'absent',
	joined: 'room',
	late: false,
	substitute: '',
	interest: '',
	dispensation: '',
}
