import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { findMeeting, listAttendance, listComingMeetings, listItems } from '../../../db/queries/meetings.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { givenMember } from '../../../tests/factories.ts'
import { came, movedBy } from '../../../tests/given-agenda.ts'
import { givenBoard, nextDay } from '../../../tests/given-board.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { newId } from '../../http/new-id.ts'
import { addAgendaItem, type NewItem } from './add-item.server.ts'
import { callOffMeeting } from './call-off-meeting.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'
import { readEarlierMeetings } from './find-last-meeting.server.ts'
import { listReadyItems } from './list-ready-items.server.ts'
import { minutesText } from './minutes-text.ts'
import { moveItem } from './move-item.server.ts'
import { moveDigest, moveMeeting } from './move-meeting.server.ts'
import { publishAgenda } from './publish-agenda.server.ts'
import { readAgenda } from './read-agenda.server.ts'
import { readMinutes } from './read-minutes.server.ts'
import { attendanceDigest, setAttendance } from './set-attendance.server.ts'
import { takeItemOff } from './take-item-off.server.ts'

const { scratch, db, given, group, ruled, recorded, kindsOf, chair, clerk, facilitator } = await givenBoard()
beforeAll(ruled)
afterAll(() => scratch.remove())

/** A Thursday; published by Wednesday 17 June it has five clear working days. */
const startsAt = new Date('2026-06-25T13:00:00Z')
const early = new Date('2026-06-15T09:00:00Z')
const late = new Date('2026-06-22T09:00:00Z')

const item = (change: Partial<NewItem> = {}): NewItem => ({
	id: newId(),
	title: 'The winter plan',
	purpose: 'discuss',
	versionId: null,
	presenter: 'Colin',
	privateReason: null,
	lateReason: null,
	...change,
})

async function drawnUp(who: Membership = clerk, at = startsAt) {
	const asked = { id: newId(), groupId: group.id, startsAt: at, place: 'Room 2' }
	const drawn = await drawUpMeeting(db, who, asked, nextDay)
	if ('refused' in drawn) throw new Error(drawn.refused)
	return drawn.meeting
}

async function added(meetingId: string, change: Partial<NewItem> = {}, now = early) {
	const done = await addAgendaItem(db, clerk, meetingId, item(change), now)
	if ('refused' in done) throw new Error(done.refused)
	return done.item
}

async function proposed(options: Parameters<typeof givenVersion>[2] = {}) {
	const { document, version } = await givenVersion(db, given, options)
	await db.write((tx) => saveDocument(tx, { ...document, phase: 'proposed' }))
	return { document, version }
}

const titles = async (meetingId: string) => (await listItems(db.read, meetingId)).map(({ title }) => title)

test('a meeting is drawn up once, by those who run the body, on a day to come', async () => {
	const asked = { id: newId(), groupId: group.id, startsAt, place: 'Room 2' }
	expect(await drawUpMeeting(db, given.citizen, asked, nextDay)).toEqual({ refused: 'not-allowed' })
	expect(await drawUpMeeting(db, clerk, { ...asked, groupId: given.group.id }, nextDay)).toEqual({
		refused: 'not-allowed',
	})
	expect(await drawUpMeeting(db, clerk, { ...asked, startsAt: nextDay }, nextDay)).toEqual({ refused: 'in-the-past' })
	const mistyped = { ...asked, startsAt: new Date('2062-06-25T13:00:00Z') }
	expect(await drawUpMeeting(db, clerk, mistyped, nextDay)).toEqual({ refused: 'too-far-ahead' })
	const { meeting } = (await drawUpMeeting(db, clerk, asked, nextDay)) as { meeting: { reference: string } }
	expect(meeting.reference).toMatch(/^MTG-2026-\d{3}$/)
	expect(await drawUpMeeting(db, clerk, asked, nextDay)).toMatchObject({ meeting: { reference: meeting.reference } })
	expect(await drawUpMeeting(db, clerk, { ...asked, place: 'Elsewhere' }, nextDay)).toEqual({
		refused: 'drawn-up-already',
	})
})

test('what was put to people and not yet decided about is ready, with what its paper does not say', async () => {
	const offered = async (who = clerk) =>
		(await listReadyItems(db.read, who, { ...group })).map(({ paper, missing }) => [paper.documentId, missing])
	const draft = await givenVersion(db, given)
	const ready = await proposed()
	const panelOnly = await proposed({ visibility: 'group', groupId: given.group.id })
	const decided = await proposed()
	await recorded({ versionId: decided.version.id })
	const found = new Map((await offered()) as [string, string[]][])
	expect(found.get(ready.document.id)).toEqual(['recommendations', 'equality', 'summary'])
	for (const other of [draft, panelOnly, decided]) expect(found.has(other.document.id)).toBe(false)

	const { id } = await drawnUp()
	const decide = { purpose: 'decide' as const }
	for (const other of [draft, panelOnly, decided])
		expect(await addAgendaItem(db, clerk, id, item({ ...decide, versionId: other.version.id }), early)).toEqual({
			refused: 'paper-not-ready',
		})
	expect(await addAgendaItem(db, clerk, id, item({ ...decide, versionId: newId() }), early)).toEqual({
		refused: 'paper-not-ready',
	})
	expect(await addAgendaItem(db, clerk, id, item(decide), early)).toEqual({ refused: 'needs-paper' })
	await added(id, { ...decide, versionId: ready.version.id })
	expect(await addAgendaItem(db, clerk, id, item({ versionId: ready.version.id }), early)).toEqual({
		refused: 'on-agenda-already',
	})
})

test('a draft is put in order freely; a form sent twice adds one item', async () => {
	const { id } = await drawnUp()
	const first = item({ title: 'First' })
	await added(id, first)
	expect(await addAgendaItem(db, clerk, id, first, early)).toHaveProperty('item')
	expect(await addAgendaItem(db, clerk, id, { ...first, title: 'Other' }, early)).toEqual({ refused: 'added-already' })
	await added(id, { title: 'Second' })
	const third = await added(id, { title: 'Third' })
	const moving = { meetingId: id, itemId: third.id, way: 'up' as const }
	expect(await moveItem(db, given.citizen, moving, early)).toEqual({ refused: 'not-allowed' })
	await moveItem(db, clerk, moving, early)
	expect(await titles(id)).toEqual(['First', 'Third', 'Second'])
	await moveItem(db, clerk, moving, early)
	await moveItem(db, clerk, moving, early)
	expect(await titles(id)).toEqual(['Third', 'First', 'Second'])
	await takeItemOff(db, clerk, { meetingId: id, itemId: third.id, reason: null }, early)
	expect(await titles(id)).toEqual(['First', 'Second'])
	const other = await drawnUp()
	expect(await moveItem(db, clerk, { ...moving, meetingId: other.id }, early)).toEqual({ refused: 'not-found' })
	expect(await kindsOf(id)).toEqual([])
})

test('five clear working days, or the chair’s reason; afterwards nothing is deleted', async () => {
	const { id } = await drawnUp()
	expect(await publishAgenda(db, clerk, { meetingId: id, reason: null }, early)).toEqual({ refused: 'no-items' })
	const kept = await added(id)
	expect(await publishAgenda(db, given.citizen, { meetingId: id, reason: null }, early)).toEqual({
		refused: 'not-allowed',
	})
	expect(await publishAgenda(db, clerk, { meetingId: id, reason: null }, late)).toEqual({ refused: 'short-notice' })
	expect(await publishAgenda(db, clerk, { meetingId: id, reason: 'Not needed' }, early)).toHaveProperty('meeting')
	expect(await findMeeting(db.read, given.place, id)).toMatchObject({ publishedAt: early, shortNoticeReason: null })
	expect(await publishAgenda(db, clerk, { meetingId: id, reason: null }, early)).toEqual({
		refused: 'published-already',
	})

	expect(await addAgendaItem(db, clerk, id, item(), late)).toEqual({ refused: 'late-reason-missing' })
	const urgent = await added(id, { lateReason: 'The roof fell in.' }, late)
	expect(urgent.lateReason).toBe('The roof fell in.')
	expect(await takeItemOff(db, clerk, { meetingId: id, itemId: kept.id, reason: null }, late)).toEqual({
		refused: 'reason-missing',
	})
	await takeItemOff(db, clerk, { meetingId: id, itemId: kept.id, reason: 'The figures are not in yet.' }, late)
	expect(await listItems(db.read, id)).toMatchObject([
		{ id: kept.id, takenOffReason: 'The figures are not in yet.' },
		{ id: urgent.id, takenOffAt: null },
	])
	expect(await kindsOf(id)).toEqual(['meeting-published', 'meeting-item-added', 'meeting-item-taken-off'])
})

test('a reason of the chair says who entered it, and whether that was the chair', async () => {
	const reasons = async (who: Membership) => {
		const { id } = await drawnUp(who)
		await added(id)
		await publishAgenda(db, who, { meetingId: id, reason: 'The ward closes.' }, late)
		const roof = item({ title: 'The roof', lateReason: 'It fell in.' })
		expect(await addAgendaItem(db, who, id, roof, late)).toHaveProperty('item')
		const meeting = (await findMeeting(db.read, given.place, id))!
		const agenda = await readAgenda(db.read, { place: given.place, membership: null, meeting }, late)
		return [agenda.shortNoticeSaid, ...agenda.items.map(({ lateReasonSaid }) => lateReasonSaid)]
	}
	expect(await reasons(clerk)).toEqual([
		'The reason, entered by Cleo for the chair: The ward closes.',
		null,
		'The reason, entered by Cleo for the chair: It fell in.',
	])
	expect(await reasons(chair)).toEqual([
		'The reason, entered by Helen as chair: The ward closes.',
		null,
		'The reason, entered by Helen as chair: It fell in.',
	])
})

test('a published meeting is called off with its reason, and is not the next one any more', async () => {
	const { id } = await drawnUp(facilitator)
	await added(id)
	await publishAgenda(db, chair, { meetingId: id, reason: null }, early)
	const coming = async () => (await listComingMeetings(db.read, given.place, { from: early })).map((one) => one.id)
	expect(await coming()).toContain(id)
	expect(await callOffMeeting(db, chair, { meetingId: id, reason: 'Snow' }, startsAt)).toEqual({ refused: 'begun' })
	await callOffMeeting(db, chair, { meetingId: id, reason: 'Snow' }, late)
	expect(await callOffMeeting(db, chair, { meetingId: id, reason: 'Ice' }, late)).toEqual({ refused: 'called-off' })
	expect(await coming()).not.toContain(id)
	expect(await addAgendaItem(db, clerk, id, item(), late)).toEqual({ refused: 'called-off' })
	expect(await kindsOf(id)).toEqual(['meeting-published', 'meeting-called-off'])
})

test('a published meeting is moved: from where and why stays on its page, in its minutes and in the record', async () => {
	const { id } = await drawnUp(clerk)
	await added(id)
	const aWeekOn = new Date(Number(startsAt) + 7 * 86_400_000)
	const asked = { startsAt: aWeekOn, place: 'Town Hall', reason: 'The hall is flooded', chairReason: null }
	expect(await movedBy(db, given.citizen, id, asked, early)).toEqual({ refused: 'not-allowed' })
	const placed = { ...asked, startsAt, place: 'Room 3' }
	expect(await movedBy(db, clerk, id, placed, early)).toHaveProperty('meeting')
	await publishAgenda(db, clerk, { meetingId: id, reason: null }, early)
	const dayBefore = new Date(Number(startsAt) - 86_400_000)
	expect(await movedBy(db, clerk, id, { ...asked, startsAt }, dayBefore)).toEqual({ refused: 'move-short-notice' })
	const sent = { ...asked, base: await moveBase(id) }
	expect(await moveMeeting(db, clerk, id, sent, early)).toHaveProperty('meeting')
	expect(await moveMeeting(db, clerk, id, sent, early)).toHaveProperty('meeting')
	const back = { ...asked, startsAt, place: 'Town Hall', reason: 'Dry again', chairReason: 'The NHS asks' }
	expect(await movedBy(db, clerk, id, back, dayBefore)).toHaveProperty('meeting')
	const meeting = (await findMeeting(db.read, given.place, id))!
	expect(meeting).toMatchObject({ startsAt, place: 'Town Hall' })
	const { moves } = await readAgenda(db.read, { place: given.place, membership: null, meeting }, dayBefore)
	const said = moves.map(({ said, shortNoticeSaid }) => [said, shortNoticeSaid])
	expect(said).toEqual([
		[
			expect.stringMatching(/^Moved from .* Why: Dry again\.$/),
			'The reason, entered by Cleo for the chair: The NHS asks',
		],
		[expect.stringMatching(/^Moved from .*, Room 3\. Why: The hall is flooded\.$/), null],
	])
	const reading = { place: given.place, membership: null, partnership: { name: 'Harbourside', open: true } }
	expect(minutesText(await readMinutes(db.read, reading, meeting))).toContain('Why: The hall is flooded.')
	expect(await kindsOf(id)).toEqual(['meeting-published', 'meeting-moved', 'meeting-moved'])
	expect(await movedBy(db, clerk, id, { ...asked, place: 'Room 4' }, startsAt)).toEqual({ refused: 'begun' })
})

async function moveBase(id: string) {
	return moveDigest((await findMeeting(db.read, given.place, id))!, await listAttendance(db.read, id))
}

test('nobody moves a meeting over what another clerk did to it meanwhile', async () => {
	const { id } = await drawnUp(clerk)
	await added(id)
	const seen = await moveBase(id)
	const asked = { startsAt, place: 'Town Hall', reason: 'The hall is flooded', chairReason: null }
	expect(await moveMeeting(db, clerk, id, { ...asked, base: seen }, early)).toHaveProperty('meeting')
	expect(await moveMeeting(db, clerk, id, { ...asked, base: seen }, early)).toHaveProperty('meeting')
	const other = { ...asked, place: 'Library' }
	expect(await moveMeeting(db, facilitator, id, { ...other, base: seen }, early)).toEqual({
		refused: 'moved-meanwhile',
	})
	const draft = await moveBase(id)
	await publishAgenda(db, clerk, { meetingId: id, reason: null }, early)
	expect(await moveMeeting(db, clerk, id, { ...other, base: draft }, early)).toEqual({ refused: 'moved-meanwhile' })
	const published = await moveBase(id)
	expect(await moveMeeting(db, clerk, id, { ...other, base: published }, early)).toHaveProperty('meeting')
	const third = { ...asked, place: 'Room 9', base: published }
	expect(await moveMeeting(db, facilitator, id, third, early)).toEqual({ refused: 'moved-meanwhile' })
	expect(await findMeeting(db.read, given.place, id)).toMatchObject({
		place: 'Library',
		moves: [{ place: 'Town Hall' }],
	})
	const standing = await moveBase(id)
	const attended = [came(chair.memberId)]
	const said = { attended, presiderId: null, clerkId: null }
	const meeting = (await findMeeting(db.read, given.place, id))!
	await setAttendance(db, clerk, id, { ...said, base: attendanceDigest([], meeting) }, early)
	expect(await moveMeeting(db, clerk, id, { ...third, base: standing }, early)).toEqual({ refused: 'moved-meanwhile' })
})

test('minutes of last time are those of the meeting that was meant when the agenda was published', async () => {
	const held = async (days: number) => {
		const { id } = await drawnUp(clerk, new Date(Number(startsAt) + days * 86_400_000))
		await added(id)
		await publishAgenda(db, clerk, { meetingId: id, reason: 'Told late' }, early)
		return id
	}
	const earlier = async (id: string, now = new Date()) => {
		const meeting = (await findMeeting(db.read, given.place, id))!
		return (await readEarlierMeetings(db.read, { place: given.place, membership: null, meeting }, now)).map(
			(one) => one.id,
		)
	}
	const last = async (id: string) => (await earlier(id))[0]
	const [first, second] = [await held(200), await held(240)]
	expect(await last(second)).toBe(first)
	const between = await held(220)
	expect(await last(second)).toBe(first)
	const held220 = new Date(Number(startsAt) + 221 * 86_400_000)
	expect(await earlier(second, held220)).toEqual([first, between])
	const later = { startsAt: new Date(Number(startsAt) + 260 * 86_400_000), place: 'Library', reason: 'Snow' }
	await movedBy(db, clerk, second, { ...later, chairReason: null }, early)
	expect(await last(second)).toBe(between)
	await callOffMeeting(db, clerk, { meetingId: between, reason: 'Snow' }, early)
	expect(await last(second)).toBe(first)
})

test('part B, and a paper that somebody may not read, are not named to them', async () => {
	const { id } = await drawnUp()
	const paper = await proposed()
	await added(id, { title: 'Open to all' })
	await added(id, { title: 'A tender', privateReason: 'it names prices of three firms' })
	const about = { title: 'Breaks', purpose: 'decide' as const, versionId: paper.version.id }
	await added(id, about)
	await publishAgenda(db, clerk, { meetingId: id, reason: null }, early)
	await hide(db, paper.document.id)
	const nobody = await seen(id, null)
	expect(nobody).toEqual({
		items: ['1 Open to all'],
		withheld: [
			{ number: 2, because: 'paper', openTo: 'some-members' },
			{ number: 3, because: 'private', reason: 'it names prices of three firms' },
		],
	})
	expect(JSON.stringify(nobody)).not.toMatch(/tender|Breaks|Colin/)
	const seated = await findMembership(db.read, given.place, given.citizen.personId)
	expect(await seen(id, seated)).toMatchObject({ items: ['1 Open to all', '2 Breaks', '3 A tender'] })
	const outside = await givenMember(db, given.place, { name: 'Wei', voice: given.voices.citizen })
	expect((await seen(id, outside)).items).toEqual(['1 Open to all'])
})

async function hide(database: Database, documentId: string) {
	const document = (await findDocument(database.read, given.place, documentId))!
	await database.write((tx) => saveDocument(tx, { ...document, groupId: group.id, visibility: 'group' }))
}

async function seen(meetingId: string, who: Membership | null) {
	const meeting = (await findMeeting(db.read, given.place, meetingId))!
	const { items, withheld } = await readAgenda(db.read, { place: given.place, membership: who, meeting }, late)
	return { items: items.map(({ number, title }) => `${number} ${title}`), withheld }
}

test('items keep their places for whoever may not read them: part A, then part B, each numbered as on the agenda', async () => {
	const { id } = await drawnUp()
	await added(id, { title: 'First' })
	await added(id, { title: 'A tender', privateReason: 'it names prices' })
	const { version } = await proposed({ visibility: 'partnership' })
	await added(id, { title: 'For members', versionId: version.id })
	await added(id, { title: 'Last' })
	await publishAgenda(db, clerk, { meetingId: id, reason: null }, early)
	const rows = async (membership: Membership | null) => {
		const meeting = (await findMeeting(db.read, given.place, id))!
		const agenda = await readAgenda(db.read, { place: given.place, membership, meeting }, early)
		return agenda.rows.map(({ isPartB, item, withheld }) => [
			isPartB ? 'B' : 'A',
			item ? item.number : withheld.number,
			item ? item.title : withheld.because,
		])
	}
	expect(await rows(null)).toEqual([
		['A', 1, 'First'],
		['A', 2, 'paper'],
		['A', 3, 'Last'],
		['B', 4, 'private'],
	])
	expect((await rows(clerk)).map(([, number, title]) => [number, title])).toEqual([
		[1, 'First'],
		[2, 'For members'],
		[3, 'Last'],
		[4, 'A tender'],
	])
})

test('a paper that is ready says on which other agenda it is', async () => {
	const { document, version } = await proposed()
	const onAgendas = async () =>
		(await listReadyItems(db.read, clerk, { ...group })).find(({ paper }) => paper.documentId === document.id)
			?.onAgendas
	expect(await onAgendas()).toEqual([])
	const { id } = await drawnUp()
	const put = await added(id, { versionId: version.id })
	expect(await onAgendas()).toEqual([{ id: put.id, meetingId: id, body: group.name, startsAt, number: version.number }])
	await takeItemOff(db, clerk, { meetingId: id, itemId: put.id, reason: null }, early)
	expect(await onAgendas()).toEqual([])
})
