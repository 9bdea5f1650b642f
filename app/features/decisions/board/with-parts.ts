import type { Attendance, BodySeat, Minute } from '../../../domain/decisions/board/minute.ts'

/** What the clerk says of the meeting. Who sits there, by which right, and the body's rules are looked up. */
export interface Entry extends Omit<Minute, 'seats' | 'rules'> {
	/** By member id. A seat that is not spoken of was absent. */
	parts: Record<string, Pick<Attendance, 'part' | 'substitute' | 'interest' | 'dispensation'>>
}

/** The minute an entry makes for these seats under these rules. */
export function withParts(seats: readonly BodySeat[], rules: Minute['rules'], { parts, ...said }: Entry): Minute {
	const absent = { part: 'absent' as const, substitute: '', interest: '', dispensation: '' }
	return { ...said, rules, seats: seats.map((seat) => ({ ...seat, ...(parts[seat.memberId] ?? absent) })) }
}
