import { afterAll, beforeAll, expect, test } from 'vitest'
import { findItem } from '../../../db/queries/meetings.ts'
import { drawnUpAt, givenAgenda, must, startsAt } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { newId } from '../../http/new-id.ts'
import { addAgendaItem } from './add-item.server.ts'
import { changeItemDetails, type DetailsAsked } from './change-item-details.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, ruled, chair, clerk, kindsOf } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

test('until the agenda is published, what an item is for and who presents it can be changed, and not over somebody else', async () => {
	const meetingAsked = { id: newId(), groupId: group.id, startsAt, place: 'Room 2' }
	const { meeting } = must(await drawUpMeeting(db, clerk, meetingAsked, drawnUpAt))
	const item = { id: newId(), title: 'Winter', purpose: 'discuss', versionId: null, presenter: 'Ann' } as const
	must(await addAgendaItem(db, clerk, meeting.id, { ...item, privateReason: null, lateReason: null }, drawnUpAt))
	const asked: DetailsAsked = {
		meetingId: meeting.id,
		itemId: item.id,
		purpose: 'note',
		presenter: 'Marek',
		base: 'discuss Ann',
	}
	const change = (more: Partial<DetailsAsked> = {}, who = clerk) =>
		changeItemDetails(db, who, { ...asked, ...more }, drawnUpAt)
	expect(await change({}, given.citizen)).toEqual({ refused: 'not-allowed' })
	expect(await change({ itemId: newId() })).toEqual({ refused: 'not-found' })
	expect(await change({ purpose: 'decide' })).toEqual({ refused: 'needs-paper' })
	must(await change())
	// Sent twice, it is changed once.
	must(await change())
	expect(await change({ presenter: 'Priya' }, chair)).toEqual({ refused: 'details-changed-meanwhile' })
	must(await change({ presenter: 'Priya', base: 'note Marek' }, chair))
	expect(await findItem(db.read, meeting.id, item.id)).toMatchObject({ purpose: 'note', presenter: 'Priya' })
	expect(await kindsOf(meeting.id)).toEqual([])

	const told = await givenAgenda(here)
	expect(await change({ meetingId: told.meetingId, itemId: told.discuss.id })).toEqual({ refused: 'details-public' })
})
