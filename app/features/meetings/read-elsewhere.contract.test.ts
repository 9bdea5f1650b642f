import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveDocument } from '../../../db/queries/documents.ts'
import { findMeeting, listItems } from '../../../db/queries/meetings.ts'
import { afterMeeting, drawnUpAt, givenAgenda, heldOn, must, startsAt } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { newId } from '../../http/new-id.ts'
import { recordBoardDecision } from '../decisions/board/record-board-decision.server.ts'
import { addAgendaItem } from './add-item.server.ts'
import { beginEntry } from './begin-entry.server.ts'
import { withdrawInterest } from './change-interest.server.ts'
import { declareInterest } from './declare-interest.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'
import { publishAgenda } from './publish-agenda.server.ts'
import { readElsewhere } from './read-elsewhere.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, ruled, entry, clerk, voting } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

/** The same paper at a meeting two weeks later. */
async function givenAgain(versionId: string) {
	const later = new Date(Number(startsAt) + 14 * 86_400_000)
	const asked = { id: newId(), groupId: group.id, startsAt: later, place: 'Room 3' }
	const { meeting } = must(await drawUpMeeting(db, clerk, asked, drawnUpAt))
	const item = { id: newId(), title: 'Breaks again', purpose: 'decide', versionId, presenter: '' } as const
	const reasons = { privateReason: null, lateReason: null }
	must(await addAgendaItem(db, clerk, meeting.id, { ...item, ...reasons }, drawnUpAt))
	must(await publishAgenda(db, clerk, { meetingId: meeting.id, reason: null }, drawnUpAt))
	return { meetingId: meeting.id, itemId: item.id }
}

async function toldOf({ meetingId, itemId }: { meetingId: string; itemId: string }, membership: Membership | null) {
	const meeting = (await findMeeting(db.read, given.place, meetingId))!
	const items = await listItems(db.read, meetingId)
	return (await readElsewhere(db.read, { place: given.place, membership }, meeting, items))[itemId]
}

test('what was declared and decided about the same paper at another meeting stands with the item', async () => {
	const { meetingId, versionId, document, decide } = await givenAgenda(here)
	const again = await givenAgain(versionId)
	const first = { meetingId, itemId: decide.id }
	const { memberId } = voting.citizen
	const own = { id: newId(), itemId: decide.id, memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, clerk, meetingId, own, afterMeeting))
	expect(await toldOf(again, null)).toMatchObject({
		interests: [{ interest: 'Rents a room there', isPrivate: false, meetingId, itemId: decide.id, startsAt }],
		decisions: [],
	})
	expect(await toldOf(first, null)).toEqual({ interests: [], decisions: [] })

	const beginning = { itemId: again.itemId, groupId: group.id, versionId, officerId: clerk.memberId }
	expect((await beginEntry(db.read, clerk, beginning, afterMeeting))?.saidElsewhere).toEqual([
		expect.stringMatching(/: Rents a room there\. Declared for the meeting of the .+, 25 June 2026\.$/),
	])
	must(await declareInterest(db, clerk, again.meetingId, { ...own, id: newId(), itemId: again.itemId }, afterMeeting))
	expect((await beginEntry(db.read, clerk, beginning, afterMeeting))?.saidElsewhere).toEqual([])

	const asked = { id: newId(), versionId, groupId: group.id, itemId: decide.id }
	const seats = entry({ citizen: 'interest' }, { heldOn })
	const { decision } = must(await recordBoardDecision(db, clerk, { ...asked, entry: seats }, afterMeeting))
	const decided = [{ id: decision.id, heldOn, place: 'Town Hall, room 2', outcomeSaid: 'Agreed.' }]
	expect(await toldOf(again, null)).toMatchObject({ decisions: decided })
	// Its own decision stands under the item itself.
	expect(await toldOf(first, null)).toMatchObject({ interests: [{ meetingId: again.meetingId }], decisions: [] })

	await db.write((tx) => saveDocument(tx, { ...document, phase: 'proposed', visibility: 'partnership' }))
	expect(await toldOf(again, null)).toBeUndefined()
	expect(await toldOf(again, clerk)).toMatchObject({ interests: [{ id: own.id }], decisions: decided })
})

test('an interest that was withdrawn, or declared in part B, is told at no other meeting to whoever may not read it', async () => {
	const partB = await givenAgenda(here, { privateReason: 'it names a tenant' })
	const again = await givenAgain(partB.versionId)
	const { meetingId, decide } = partB
	const own = { id: newId(), itemId: decide.id, memberId: voting.citizen.memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, clerk, meetingId, own, afterMeeting))
	expect(await toldOf(again, null)).toEqual({ interests: [], decisions: [] })
	expect(await toldOf(again, clerk)).toMatchObject({ interests: [{ id: own.id, isPrivate: true }] })
	// The minute that begins with the form is as open as the paper.
	const { versionId } = partB
	const beginning = { itemId: again.itemId, groupId: group.id, versionId, officerId: clerk.memberId }
	expect((await beginEntry(db.read, clerk, beginning, afterMeeting))?.saidElsewhere).toEqual([
		expect.stringMatching(
			/: an interest that was declared in part B, for the meeting of the .+, 25 June 2026\. Its words are not for everyone\.$/,
		),
	])
	must(await withdrawInterest(db, clerk, { meetingId, interestId: own.id, reason: 'It was none.' }, afterMeeting))
	expect(await toldOf(again, clerk)).toEqual({ interests: [], decisions: [] })
})
