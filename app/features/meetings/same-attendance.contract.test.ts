import { afterAll, beforeAll, expect, test } from 'vitest'
import { findItem, findMeeting, listAttendance } from '../../../db/queries/meetings.ts'
import { afterMeeting, attendedBy, came, givenAgenda, heldOn, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import type { Part } from '../../domain/decisions/board/minute.ts'
import type { SaidOfAttended } from '../../domain/meetings/seats-now.ts'
import { newId } from '../../http/new-id.ts'
import { recordBoardDecision } from '../decisions/board/record-board-decision.server.ts'
import { minutesText } from './minutes-text.ts'
import { readMinutes } from './read-minutes.server.ts'
import { attendanceDigest, setAttendance } from './set-attendance.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, ruled, entry, chair, clerk, voting } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const { citizen, commissioner, provider } = voting
const { place } = given

async function text(meetingId: string) {
	const meeting = (await findMeeting(db.read, place, meetingId))!
	const partnership = { name: 'Harbourside', open: true }
	return minutesText(await readMinutes(db.read, { place, membership: null, partnership }, meeting))
}

/** A meeting that the chair and the clerk came to, and whoever else is said; `enter` says how each took part in its item. */
async function givenAttended(others: SaidOfAttended[]) {
	const { meetingId, versionId, decide } = await givenAgenda(here)
	const both = [came(chair.memberId), came(clerk.memberId)]
	await attendedBy(here, meetingId, [...both, ...others])
	const asked = () => ({ id: newId(), versionId, groupId: group.id, itemId: decide.id })
	return {
		meetingId,
		itemId: decide.id,
		enter: (parts: Parameters<typeof entry>[0]) =>
			recordBoardDecision(db, clerk, { ...asked(), entry: entry(parts, { heldOn }) }, afterMeeting),
	}
}

test('no decision says of whoever was there what its meeting says otherwise', async () => {
	const { meetingId, itemId, enter } = await givenAttended([
		came(commissioner.memberId),
		came(citizen.memberId, { here: 'absent' }),
		came(provider.memberId, { left: true }),
	])
	expect(await enter({ commissioner: 'absent' })).toEqual({
		refused: 'attendance-differs',
		differences: expect.arrayContaining([
			{ differs: 'absent-throughout', memberId: citizen.memberId },
			{ differs: 'there-throughout', memberId: commissioner.memberId },
		]),
	})
	expect((await findItem(db.read, meetingId, itemId))?.decisionId).toBeNull()
	must(await enter({ citizen: 'absent', provider: 'absent' }))
	const said = await text(meetingId)
	expect(said).toMatch(/\(left before item 1\)/)
	expect(said).toMatch(/3 were there\. .*There was a quorum\.\nCounted is everybody who came\./)
	expect(said).toContain('There was no quorum.')
	expect(said).not.toContain('THIS DOES NOT FIT')
})

test('what is written down of the meeting afterwards and does not fit is said in its minutes', async () => {
	const others = [commissioner, citizen, provider].map(({ memberId }) => came(memberId))
	const { meetingId, enter } = await givenAttended(others)
	must(await enter({}))
	const meeting = (await findMeeting(db.read, place, meetingId))!
	const { presiderId, clerkId } = meeting
	const base = attendanceDigest(await listAttendance(db.read, meetingId), meeting)
	const attended = [came(citizen.memberId, { here: 'absent' })]
	must(await setAttendance(db, clerk, meetingId, { attended, presiderId, clerkId, base }, afterMeeting))
	expect(await text(meetingId)).toMatch(
		/WHO WAS THERE: THIS DOES NOT FIT\nItem 1: the decision says that .+ was there, and the meeting says that .+ was absent\./,
	)
})

test.each<[string, Part]>([
	['voted', 'for'],
	['was absent from the item', 'absent'],
])('while nobody has said of somebody whether they came, a decision may say that they %s', async (_how, part) => {
	const { meetingId, enter } = await givenAttended([came(commissioner.memberId), came(provider.memberId)])
	must(await enter({ citizen: part }))
	const said = await text(meetingId)
	expect(said).toContain('QUORUM OF THE MEETING\nIt is not said yet of everybody who votes whether they came')
	expect(said).not.toContain('THIS DOES NOT FIT')
})
