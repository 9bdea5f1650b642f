import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMeeting, listPublishedMeetings } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { attendedBy, came, drawnUpAt, givenAgenda } from '../../../tests/given-agenda.ts'
import { givenBoard, nextMeeting } from '../../../tests/given-board.ts'
import { erasePerson } from '../account/erase-person.server.ts'
import { minutesText } from './minutes-text.ts'
import { readMinutes } from './read-minutes.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, ruled, chair, voting } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

test('who was at a published meeting of a board stays named in its minutes, though nothing was decided there', async () => {
	const { place } = given
	const { personId, memberId, name } = given.citizen
	expect(await listPublishedMeetings(db.read, [memberId])).toEqual([])
	const seat = { kind: 'seat-given', details: { memberId, votes: true, office: 'none' } } as const
	const event = { partnershipId: place.partnershipId, subjectId: group.id, actorId: chair.memberId, at: drawnUpAt }
	await db.write((tx) => recordEvent(tx, { ...event, ...seat }))
	const { meetingId } = await givenAgenda(here)
	expect(await listPublishedMeetings(db.read, [memberId])).toEqual([])
	await attendedBy(here, meetingId, [
		came(chair.memberId),
		came(voting.citizen.memberId),
		came(voting.provider.memberId),
	])
	expect(await listPublishedMeetings(db.read, [memberId])).toMatchObject([{ meetingId, memberId }])

	expect(await erasePerson(db, personId, nextMeeting)).toEqual({ erased: true })
	const minutes = async (open: boolean) => {
		const reader = { place, membership: null, partnership: { name: 'Harbourside', open } }
		return minutesText(await readMinutes(db.read, reader, (await findMeeting(db.read, place, meetingId))!))
	}
	expect(await minutes(true)).toContain(name)
	expect(await minutes(false)).not.toContain(name)
})
