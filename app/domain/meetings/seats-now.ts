import type { Attendance, BodySeat, Part } from '../decisions/board/minute.ts'
import type { Attended, Interest } from './meeting.ts'

export type SaidOfAttended = Pick<Attended, 'memberId' | 'here' | 'joined' | 'late' | 'left' | 'substitute'>
export type SaidOfInterest = Pick<Interest, 'memberId' | 'interest' | 'dispensation' | 'withdrawnAt'>

/**
 * How each seat stands now: in the meeting, or with the interests declared in it at one item. Nobody is there until the clerk
 * has said so. An interest shuts out whoever is there; for whoever is not it is only written down.
 */
export function seatsNow(
	seats: readonly BodySeat[],
	attended: readonly SaidOfAttended[],
	interests: readonly SaidOfInterest[] = [],
): Attendance[] {
	return seats.map(({ memberId, voiceId, right, votes, office }) => {
		const came = attended.find((one) => one.memberId === memberId)
		const declared = interests.find((one) => one.memberId === memberId && one.withdrawnAt === null)
		const { interest = '', dispensation = '' } = declared ?? {}
		const said = { memberId, voiceId, right, votes, office, interest, dispensation }
		const part = partOf(came, declared)
		if (part === 'absent') return { ...said, part, joined: 'room', late: false, substitute: '' }
		return { ...said, part, joined: came!.joined, late: came!.late, substitute: came!.substitute }
	})
}

/** Whoever left and has an interest as well was away for the item: they can have moved nothing in it before they went. */
function partOf(came: SaidOfAttended | undefined, declared: SaidOfInterest | undefined): Part {
	if (came?.here !== 'present') return 'absent'
	const isShutOut = declared !== undefined && declared.dispensation === ''
	if (came.left) return isShutOut ? 'absent' : 'left'
	return isShutOut ? 'interest' : 'present'
}
