import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMeeting } from '../../../db/queries/meetings.ts'
import { afterMeeting, attendedBy, came, givenAgenda, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { attendanceFrom } from './attendance-form.ts'
import { readRoom } from './read-room.server.ts'
import { setAttendance } from './set-attendance.server.ts'
import type { MeetingMemberVisit } from './visit-meeting.server.ts'

const here = await givenBoard()
const { scratch, db, given, ruled, chair, clerk, facilitator, voting } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

test('whoever takes the minutes stays named, whoever saves the form next, until somebody says otherwise', async () => {
	const { meetingId } = await givenAgenda(here)
	const opened = async (membership: Membership) => {
		const meeting = (await findMeeting(db.read, given.place, meetingId))!
		const partnership = { name: 'Harbourside', open: true }
		const visit = { place: given.place, membership, partnership, meeting } as MeetingMemberVisit
		const { officers, members, first, digest } = await readRoom(db.read, visit, afterMeeting)
		const { said } = attendanceFrom(
			first,
			members,
			officers.map(({ value }) => value),
		)
		return { said, base: digest }
	}
	expect((await opened(facilitator)).said.clerkId).toBe(facilitator.memberId)
	await attendedBy(here, meetingId, [came(chair.memberId), came(voting.citizen.memberId)])
	const named = async (who: Membership, clerkId: string | null) => {
		const { said, base } = await opened(who)
		must(await setAttendance(db, who, meetingId, { ...said, clerkId, base }, afterMeeting))
	}
	// Somebody without a seat.
	await named(facilitator, facilitator.memberId)
	expect((await opened(chair)).said.clerkId).toBe(facilitator.memberId)
	await named(chair, null)
	expect((await opened(clerk)).said.clerkId).toBe(null)
})
