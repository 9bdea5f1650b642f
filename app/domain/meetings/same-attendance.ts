import type { Attendance } from '../decisions/board/minute.ts'
import { came } from '../decisions/board/taking-part.ts'
import type { SaidOfAttended } from './seats-now.ts'

type SeatAtItem = Pick<Attendance, 'memberId' | 'part' | 'joined' | 'late' | 'substitute'>

export type AttendanceDiffers =
	/** The meeting says that they were absent, the item that they were there. */
	| 'absent-throughout'
	/** The meeting says that they were there from beginning to end, the item that they were not. */
	| 'there-throughout'
	| 'other-way-of-joining'
	| 'other-substitute'

/** Where what is said of a seat at one item cannot be so with what is said of it at the whole meeting. */
export interface AttendanceDifference {
	differs: AttendanceDiffers
	memberId: string
}

/**
 * The meeting says who came, and each item who was there for it. Whoever came late or left may have been at an item in any way; whoever
 * did neither was at each as they were at the meeting, and whoever was absent was at none. Of whom the meeting says nothing, an item
 * may say anything.
 */
export function attendanceDifferences(
	attended: readonly SaidOfAttended[],
	seats: readonly SeatAtItem[],
): AttendanceDifference[] {
	return seats.flatMap((seat) => {
		const said = attended.find(({ memberId }) => memberId === seat.memberId)
		const differs = said && differing(said, seat)
		return differs ? [{ differs, memberId: seat.memberId }] : []
	})
}

function differing(said: SaidOfAttended, seat: SeatAtItem): AttendanceDiffers | null {
	if (said.here === 'absent') return came(seat) ? 'absent-throughout' : null
	if (said.late || said.left) return null
	if (!came(seat) || seat.part === 'left' || seat.late) return 'there-throughout'
	if (said.joined !== seat.joined) return 'other-way-of-joining'
	return plain(said.substitute) === plain(seat.substitute) ? null : 'other-substitute'
}

function plain(name: string): string {
	return name.trim().toLowerCase()
}

/** An item in which something was decided, by its number on the agenda, with who was there for it. */
export interface ItemAttended {
	number: number
	seats: readonly Pick<Attendance, 'memberId' | 'part'>[]
}

/**
 * Between which items somebody came or went, as the decisions say it: of whoever left, before which item, or in which; of whoever
 * came late, after which. Otherwise which they were away for. Null where no decision says anything of it.
 */
export type ComingAndGoing =
	| { left: 'before' | 'during'; item: number }
	| { cameAfter: number }
	| { awayFor: number[] }
	| null

export function comingAndGoing(
	{ memberId, late, left }: Pick<SaidOfAttended, 'memberId' | 'late' | 'left'>,
	items: readonly ItemAttended[],
): ComingAndGoing {
	const parts = items.flatMap(({ number, seats }) => {
		const seat = seats.find((one) => one.memberId === memberId)
		return seat ? [{ number, part: seat.part }] : []
	})
	const away = parts.filter(({ part }) => part === 'absent')
	const gone = parts.filter(({ part }) => part === 'absent' || part === 'left')
	if (left && !late && gone.length > 0 && isEnd(parts, gone)) {
		const { part, number } = gone[0]!
		return { left: part === 'left' ? 'during' : 'before', item: number }
	}
	if (away.length === 0) return null
	if (late && !left && parts[away.length - 1] === away.at(-1)) return { cameAfter: away.at(-1)!.number }
	return { awayFor: away.map(({ number }) => number) }
}

/** Whether these are the last of them all. */
function isEnd<One>(all: readonly One[], some: readonly One[]): boolean {
	return all.indexOf(some[0]!) === all.length - some.length
}
