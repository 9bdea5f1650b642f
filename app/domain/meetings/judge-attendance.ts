import { judgeSubstitutes } from '../decisions/board/judge-minute.ts'
import type { BodyRules, BodySeat } from '../decisions/board/minute.ts'
import { takesPart } from '../decisions/board/taking-part.ts'
import { type SaidOfAttended, seatsNow } from './seats-now.ts'

export type AttendanceProblem =
	| 'absent-said-more'
	| 'substitute-absent'
	| 'substitute-twice'
	| 'substitute-sits-there'
	| 'presider-not-there'

/** `at` is the field of the form: `seats.<member>.part`. */
export interface AttendanceMend {
	problem: AttendanceProblem
	at: string
	memberId?: string
}

/** Everything that cannot be so in who came, all at once. `names` are those of the members, by id. */
export function judgeAttendance(
	{ attended, presiderId }: { attended: readonly SaidOfAttended[]; presiderId: string | null },
	{ seats, rules, names }: { seats: readonly BodySeat[]; rules: BodyRules; names: ReadonlyMap<string, string> },
): AttendanceMend[] {
	const now = seatsNow(seats, attended)
	const judged = attended.flatMap(({ memberId, here, joined, late, left, substitute }): AttendanceMend[] => {
		if (here === 'present') return []
		const mend = (problem: AttendanceProblem) => [{ problem, at: `seats.${memberId}.part`, memberId }]
		if (substitute) return mend('substitute-absent')
		return joined === 'remote' || late || left ? mend('absent-said-more') : []
	})
	const presider = now.find(({ memberId }) => memberId === presiderId)
	if (presiderId && (!presider || presider.part === 'left' || !takesPart({ ...presider, late: false }, rules)))
		judged.push({ problem: 'presider-not-there', at: 'presiderId' })
	return [...judged, ...(judgeSubstitutes({ seats: now }, names) as AttendanceMend[])]
}
