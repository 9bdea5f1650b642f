import { afterAll, beforeAll, expect, test } from 'vitest'
import { findItem, findMeeting } from '../../../db/queries/meetings.ts'
import { drawnUpAt, givenAgenda, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { newId } from '../../http/new-id.ts'
import { addAgendaItem } from './add-item.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'
import { minutesText } from './minutes-text.ts'
import { readAgenda } from './read-agenda.server.ts'
import { readMinutes } from './read-minutes.server.ts'
import { retitleItem } from './retitle-item.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, ruled, chair, clerk, kindsOf } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const { place } = given

test('the title of an item on a published agenda is corrected with a reason, and what it was stays to be read', async () => {
	const { meetingId, discuss } = await givenAgenda(here)
	const asked = {
		meetingId,
		itemId: discuss.id,
		title: 'Winter and spring',
		reason: 'Spring is in it.',
		base: 'Winter',
	}
	const other = await givenAgenda(here)
	const retitle = (change: Partial<typeof asked> = {}, who = clerk) =>
		retitleItem(db, who, { ...asked, ...change }, drawnUpAt)
	expect(await retitle({}, given.citizen)).toEqual({ refused: 'not-allowed' })
	expect(await retitle({ meetingId: other.meetingId })).toEqual({ refused: 'not-found' })
	expect(await retitle({ reason: '' })).toEqual({ refused: 'title-reason-missing' })
	must(await retitle())
	must(await retitle())
	// Another form, opened before, does not write over it unseen.
	expect(await retitle({ title: 'Beds' }, chair)).toEqual({ refused: 'title-changed-meanwhile' })
	must(await retitle({ title: 'Beds', base: 'Winter and spring', reason: 'Only beds.' }, chair))
	expect((await kindsOf(meetingId)).filter((kind) => kind === 'meeting-item-retitled')).toHaveLength(2)

	const meeting = (await findMeeting(db.read, place, meetingId))!
	const { items } = await readAgenda(db.read, { place, membership: null, meeting }, drawnUpAt)
	expect(items.find(({ id }) => id === discuss.id)).toMatchObject({
		title: 'Beds',
		retitled: [
			'Called “Winter and spring” until 15 June 2026. Why: Only beds.',
			'Called “Winter” until 15 June 2026. Why: Spring is in it.',
		],
	})
	const reader = { place, membership: null, partnership: { name: 'Harbourside', open: true } }
	expect(minutesText(await readMinutes(db.read, reader, meeting))).toContain('Called “Winter” until 15 June 2026.')
})

test('in a draft nobody was told of the title, so nothing of it is kept', async () => {
	const asked = { id: newId(), groupId: group.id, startsAt: new Date('2026-06-25T13:00:00Z'), place: 'Room 2' }
	const { meeting } = must(await drawUpMeeting(db, clerk, asked, drawnUpAt))
	const item = { id: newId(), title: 'Winter', purpose: 'discuss', versionId: null, presenter: '' } as const
	must(await addAgendaItem(db, clerk, meeting.id, { ...item, privateReason: null, lateReason: null }, drawnUpAt))
	const retitling = { meetingId: meeting.id, itemId: item.id, title: 'Beds', reason: null, base: 'Winter' }
	must(await retitleItem(db, clerk, retitling, drawnUpAt))
	must(await retitleItem(db, clerk, retitling, drawnUpAt))
	const unchanged = { ...retitling, base: 'Beds' }
	expect(await retitleItem(db, clerk, unchanged, drawnUpAt)).toEqual({ refused: 'title-same' })
	expect(await findItem(db.read, meeting.id, item.id)).toMatchObject({ title: 'Beds', titleChanges: null })
	expect(await kindsOf(meeting.id)).toEqual([])
})
