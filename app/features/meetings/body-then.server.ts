import type { Connection } from '../../../db/database.ts'
import { nameMembers } from '../../../db/queries/board-decisions.ts'
import type { Place } from '../../domain/access/membership.ts'
import { londonDay } from '../../domain/actions/days.ts'
import type { BodySeat } from '../../domain/decisions/board/minute.ts'
import type { Attended, KeptBody, Meeting } from '../../domain/meetings/meeting.ts'
import type { BodyMember } from '../decisions/board/body-member.ts'
import { type Body, findBody } from '../decisions/board/find-body.server.ts'

type MeetingAsked = Pick<Meeting, 'groupId' | 'startsAt' | 'approvedAt' | 'keptBody'>
type Came = readonly Pick<Attended, 'memberId'>[]

/**
 * The body as it met: its rules, and the seats of whoever somebody said came or did not, are those kept with the meeting, so
 * that what a body changes later changes no minutes. Until the minutes are approved those of whom nothing is said yet are
 * looked up.
 */
export async function findBodyThen(db: Connection, here: Place, meeting: MeetingAsked, attended: Came): Promise<Body> {
	const body = await findBody(db, here, meeting.groupId, londonDay(meeting.startsAt))
	const { keptBody, approvedAt } = meeting
	if (!keptBody) return body
	const kept = await named(db, approvedAt ? keptBody.seats : keptBody.seats.filter(isIn(attended)))
	const others = approvedAt ? [] : body.seats.filter((seat) => !isIn(kept)(seat))
	return { ...body, rules: keptBody.rules, seats: [...kept, ...others] }
}

/** The body as it stands written down now for that day, and whoever came with a seat that is not written down any more. */
export async function findBodyToKeep(
	db: Connection,
	here: Place,
	meeting: MeetingAsked,
	attended: Came,
): Promise<Body> {
	const body = await findBody(db, here, meeting.groupId, londonDay(meeting.startsAt))
	const gone = meeting.keptBody?.seats.filter((seat) => isIn(attended)(seat) && !isIn(body.seats)(seat)) ?? []
	return { ...body, seats: [...body.seats, ...(await named(db, gone))] }
}

/** What a meeting keeps of its body: no names, which are looked up. */
export function bodyToKeep({ rules, seats }: Body): KeptBody {
	return {
		rules,
		seats: seats.map(({ memberId, voiceId, right, votes, office }) => ({ memberId, voiceId, right, votes, office })),
	}
}

function isIn(some: Came) {
	return ({ memberId }: { memberId: string }) => some.some((one) => one.memberId === memberId)
}

async function named(db: Connection, seats: readonly BodySeat[]): Promise<BodyMember[]> {
	const names = await nameMembers(
		db,
		seats.map(({ memberId }) => memberId),
	)
	return seats.map((seat) => {
		const { name = 'a participant', voice = '', shape = 0 } = names.get(seat.memberId) ?? {}
		return { ...seat, name, voice, shape, handover: false, since: null }
	})
}
