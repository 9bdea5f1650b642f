import type { Connection } from '../../../../db/database.ts'
import {
	type BodyRulesRow,
	findBodyRules,
	listBody,
	listSeatEvents,
	type NamedMember,
	nameMembers,
} from '../../../../db/queries/board-decisions.ts'
import type { Place } from '../../../domain/access/membership.ts'
import { type Day, londonDay } from '../../../domain/actions/days.ts'
import type { BodyRules, BodySeat, Minute } from '../../../domain/decisions/board/minute.ts'
import { seatsOn } from '../../../domain/decisions/board/seats-on.ts'
import type { BodyMember } from './body-member.ts'

export interface Body {
	rules: BodyRules | null
	/** The day on which its rules were written down here. */
	ruledOn: Day | null
	seats: BodyMember[]
}

/** Who sat in a body on a day, by which right, and its rules if they have been written down. */
export async function findBody(db: Connection, here: Place, groupId: string, day: Day): Promise<Body> {
	const [own, now, events] = await Promise.all([
		findBodyRules(db, groupId),
		listBody(db, here, groupId),
		listSeatEvents(db, here, groupId),
	])
	const sat = seatsOn(day, { now, events, since: own?.since ?? {} })
	const names = await nameMembers(
		db,
		sat.map(({ memberId }) => memberId),
	)
	const seats = sat.flatMap((seat): BodyMember[] => {
		const named = names.get(seat.memberId)
		return named ? [{ ...seat, ...named, right: own?.rights[seat.memberId] ?? '', since: sinceOf(own, seat) }] : []
	})
	return { rules: own?.rules ?? null, ruledOn: own && londonDay(own.setAt), seats: inOrder(seats) }
}

/** The same for those who sit there now. */
export async function findBodyNow(db: Connection, here: Place, groupId: string, now = new Date()): Promise<Body> {
	const [body, sitting] = await Promise.all([findBody(db, here, groupId, londonDay(now)), listBody(db, here, groupId)])
	return { ...body, seats: body.seats.filter(({ memberId }) => sitting.some((seat) => seat.memberId === memberId)) }
}

/**
 * Whose part a correction may say: those of the minute, and whoever else the record says sat there that day. When the day of
 * the meeting was wrong, those who sat there on the right one.
 */
export async function findSeatsToCorrect(db: Connection, here: Place, groupId: string, minute: Minute, day: Day) {
	const then = (await findBody(db, here, groupId, day)).seats
	const known = minute.seats
	if (day !== minute.heldOn)
		return then.map((seat) => {
			const entered = known.find(({ memberId }) => memberId === seat.memberId)
			return { ...seat, handover: true, right: entered?.right || seat.right }
		})
	const names = await nameMembers(
		db,
		known.map(({ memberId }) => memberId),
	)
	return [
		...known.map((seat) => toCorrect(seat, names.get(seat.memberId))),
		...then
			.filter(({ memberId }) => !known.some((seat) => seat.memberId === memberId))
			.map((seat) => ({ ...seat, handover: true })),
	]
}

function toCorrect({ memberId, voiceId, right, votes, office }: BodySeat, named: NamedMember | undefined): BodyMember {
	const { name = 'a participant', voice = '', shape = 0 } = named ?? {}
	return { memberId, voiceId, right, votes, office, name, voice, shape, handover: true, since: null }
}

function sinceOf(own: BodyRulesRow | null, { memberId }: { memberId: string }): Day | null {
	return own?.since?.[memberId] ?? null
}

const officeOrder = { chair: 0, clerk: 1, none: 2 }

function inOrder(seats: BodyMember[]): BodyMember[] {
	return seats.sort(
		(a, b) => officeOrder[a.office] - officeOrder[b.office] || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
	)
}
