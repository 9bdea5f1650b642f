import type { Connection } from '../../../db/database.ts'
import type { ItemWithPaper } from '../../../db/queries/meetings.ts'
import { meetingQuorum } from '../../domain/decisions/board/meeting-quorum.ts'
import { numbered } from '../../domain/meetings/agenda.ts'
import { stageOf } from '../../domain/meetings/meeting.ts'
import { comingAndGoing } from '../../domain/meetings/same-attendance.ts'
import { seatsNow } from '../../domain/meetings/seats-now.ts'
import type { BodyMember } from '../decisions/board/body-member.ts'
import { quorumNowWords } from '../decisions/board/minute-words.ts'
import { valuesOfAttendance } from './attendance-form.ts'
import { findRoom, nameRoom, type Room } from './find-room.server.ts'
import { type DecidedItem, differencesIn, listItemsAttended } from './list-items-attended.server.ts'
import { readElsewhere } from './read-elsewhere.server.ts'
import { readOutcomes } from './read-outcomes.server.ts'
import { cameToMeeting } from './room-words.ts'
import { attendanceDigest } from './set-attendance.server.ts'
import type { MeetingMemberVisit } from './visit-meeting.server.ts'

/** Everything the clerk’s page at the meeting shows. */
export async function readRoom(
	db: Connection,
	{ place, membership, partnership, meeting }: MeetingMemberVisit,
	now = new Date(),
) {
	const found = await findRoom(db, place, meeting)
	const { body, items, attended, interests } = found
	const nameOf = await nameRoom(db, meeting, found, partnership)
	const outcomes = await readOutcomes(db, { place, membership }, meeting, { items, interests, nameOf })
	const decided = await listItemsAttended(db, items, outcomes)
	const elsewhere = await readElsewhere(db, { place, membership }, meeting, items)
	const { rules, seats } = body
	const { memberId, name } = membership
	return {
		stage: stageOf(meeting, now),
		rules,
		members: seats,
		officers: officersOf(seats, [
			{ memberId, name },
			...(meeting.clerkId ? [{ memberId: meeting.clerkId, name: nameOf(meeting.clerkId) }] : []),
		]),
		first: valuesOfAttendance(attended, {
			presiderId: meeting.presiderId ?? chairFirst(seats, attended),
			clerkId: meeting.clerkId ?? (attended.length === 0 ? memberId : null),
		}),
		digest: attendanceDigest(attended, meeting),
		/** As it stands, in words, for a clerk whose own was not saved. */
		stands: standing(found, decided, nameOf),
		/** What cannot be so of who was there, in words. */
		differences: differencesIn(decided, attended, nameOf),
		quorum: rules && quorumNowWords(meetingQuorum({ seats: seatsNow(seats, attended), rules })),
		items: numbered(items).flatMap(({ item, number }) => {
			const outcome = outcomes[item.id]
			return outcome
				? [
						{
							...shownItem(item),
							number,
							outcome,
							elsewhere: elsewhere[item.id],
							...shutOut(item, found, meeting.presiderId),
						},
					]
				: []
		}),
	}
}

export type ShownRoom = Awaited<ReturnType<typeof readRoom>>

function shownItem({ id, title, purpose, presenter, versionId, takenOffReason, privateReason }: ItemWithPaper) {
	return { id, title, purpose, presenter, versionId, takenOffReason, isPrivate: privateReason !== null }
}

/** The quorum of an item once those with an interest are out of it. */
function shutOut(item: ItemWithPaper, { body, attended, interests }: Room, presiderId: string | null) {
	const own = interests.filter(({ itemId, withdrawnAt }) => itemId === item.id && withdrawnAt === null)
	if (own.length === 0 || !body.rules) return { quorum: null, presiderIsOut: false }
	const seats = seatsNow(body.seats, attended, own)
	return {
		quorum: quorumNowWords(meetingQuorum({ seats, rules: body.rules })),
		presiderIsOut: seats.some(({ memberId, part }) => memberId === presiderId && part === 'interest'),
	}
}

/** Who takes the minutes may have no seat there; whoever was named stays to be chosen, whoever opens the form. */
function officersOf(seats: readonly Officer[], others: readonly Officer[]) {
	const known = new Map([...seats, ...others].map(({ memberId, name }) => [memberId, name]))
	return [...known].map(([value, text]) => ({ value, text }))
}

type Officer = Pick<BodyMember, 'memberId' | 'name'>

/** Who presides is asked when the meeting begins, and the chair is offered. */
function chairFirst(seats: readonly BodyMember[], attended: Room['attended']) {
	return attended.length === 0 ? (seats.find(({ office }) => office === 'chair')?.memberId ?? null) : null
}

function standing({ body, attended }: Room, decided: readonly DecidedItem[], nameOf: (id: string) => string): string[] {
	const seats = seatsNow(body.seats, attended)
	return attended.map((one) => {
		const { memberId, here, substitute } = one
		const seat = seats.find((seat) => seat.memberId === memberId)
		const came = seat ? cameToMeeting(seat, body.rules, comingAndGoing(one, decided)) : ''
		const how = here === 'absent' ? 'absent' : ['present', came].filter(Boolean).join(', ')
		return `${nameOf(memberId)}${substitute && ` (${substitute} instead)`}: ${how}`
	})
}
