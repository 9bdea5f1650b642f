import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMinute } from '../../../db/queries/board-decisions.ts'
import { saveDocument } from '../../../db/queries/documents.ts'
import { findItem, findMeeting, listAttendance, listInterests } from '../../../db/queries/meetings.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { SaidOfAttended } from '../../domain/meetings/seats-now.ts'
import { newId } from '../../http/new-id.ts'
import { correctBoardDecision } from '../decisions/board/correct-board-decision.server.ts'
import { recordBoardDecision } from '../decisions/board/record-board-decision.server.ts'
import { addAgendaItem } from './add-item.server.ts'
import { approveMinutes } from './approve-minutes.server.ts'
import { beginEntry } from './begin-entry.server.ts'
import { setDispensation, withdrawInterest } from './change-interest.server.ts'
import { declareInterest } from './declare-interest.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'
import { isNoneYet, minutesText } from './minutes-text.ts'
import { notedDigest, noteItem } from './note-item.server.ts'
import { publishAgenda } from './publish-agenda.server.ts'
import { minutesDigest, readMinutes } from './read-minutes.server.ts'
import { attendanceDigest, setAttendance } from './set-attendance.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, ruled, entry, kindsOf, chair, clerk, facilitator, voting } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const before = new Date('2026-06-15T09:00:00Z')
const startsAt = new Date('2026-06-25T13:00:00Z')
const heldOn = '2026-06-25'
const minuteBefore = new Date('2026-06-25T12:59:00Z')
const after = new Date('2026-06-25T16:00:00Z')
const later = new Date('2026-07-23T16:00:00Z')
const laterDay = '2026-07-23'
const place = given.place
const partnership = { name: 'Harbourside', open: true }
const reading = (membership: Membership | null) => ({ place, membership, partnership })

function must<Answer extends object>(answer: Answer): Exclude<Answer, { refused: unknown }> {
	if ('refused' in answer) throw new Error(JSON.stringify(answer))
	return answer as Exclude<Answer, { refused: unknown }>
}

/** A published agenda with one item to decide and one to discuss. */
async function givenMeeting(at = startsAt) {
	const { version, document } = await givenVersion(db, given)
	await db.write((tx) => saveDocument(tx, { ...document, phase: 'proposed' }))
	const asked = { id: newId(), groupId: group.id, startsAt: at, place: 'Room 2' }
	const { meeting } = must(await drawUpMeeting(db, clerk, asked, before))
	const item = {
		purpose: 'decide',
		versionId: version.id,
		presenter: 'Ann',
		privateReason: null,
		lateReason: null,
	} as const
	const decide = must(
		await addAgendaItem(db, clerk, meeting.id, { ...item, id: newId(), title: 'Breaks for carers' }, before),
	).item
	const discuss = must(
		await addAgendaItem(
			db,
			clerk,
			meeting.id,
			{ ...item, id: newId(), title: 'Winter', purpose: 'discuss', versionId: null },
			before,
		),
	).item
	must(await publishAgenda(db, clerk, { meetingId: meeting.id, reason: null }, before))
	return { meetingId: meeting.id, versionId: version.id, decide, discuss }
}

const came = (memberId: string, change: Partial<SaidOfAttended> = {}): SaidOfAttended => ({
	memberId,
	here: 'present',
	joined: 'room',
	late: false,
	left: false,
	substitute: '',
	...change,
})
const everybody = () => [...Object.values(voting).map(({ memberId }) => came(memberId)), came(clerk.memberId)]

async function saidThere(meetingId: string, attended: SaidOfAttended[], base?: string) {
	const stands = base ?? attendanceDigest([], { presiderId: null, clerkId: null })
	return await setAttendance(
		db,
		clerk,
		meetingId,
		{ attended, presiderId: chair.memberId, clerkId: clerk.memberId, base: stands },
		after,
	)
}

test('who is there is written down by those who run the body, once, and not over somebody else', async () => {
	const { meetingId } = await givenMeeting()
	const asked = { attended: everybody(), presiderId: null, clerkId: null, base: '' }
	expect(await setAttendance(db, given.citizen, meetingId, asked, after)).toEqual({ refused: 'not-yours-to-set' })
	expect(await saidThere(meetingId, everybody())).toEqual({ saved: true })
	expect(await saidThere(meetingId, everybody())).toEqual({ saved: true })
	expect((await kindsOf(meetingId)).filter((kind) => kind === 'meeting-attendance-set')).toHaveLength(1)
	const other = [came(voting.citizen.memberId, { left: true })]
	expect(await saidThere(meetingId, other)).toEqual({ refused: 'changed-meanwhile' })
	const absent = [came(voting.citizen.memberId, { here: 'absent', left: true })]
	const { attended, meeting } = await stands(meetingId)
	expect(await saidThere(meetingId, absent, attendanceDigest(attended, meeting))).toMatchObject({
		refused: 'not-so',
		mend: [{ problem: 'absent-said-more' }],
	})
})

async function stands(meetingId: string) {
	return {
		attended: await listAttendance(db.read, meetingId),
		meeting: (await findMeeting(db.read, place, meetingId))!,
	}
}

test('a member declares their own interest, the clerk anybody’s, and it shuts out until it is allowed or withdrawn', async () => {
	const { meetingId, decide } = await givenMeeting()
	const own = { id: newId(), itemId: decide.id, memberId: voting.citizen.memberId, interest: 'Rents a room there' }
	expect(await declareInterest(db, given.provider, meetingId, own, after)).toEqual({ refused: 'not-yours-to-declare' })
	const sitting = await here.again(given.citizen)
	expect(await declareInterest(db, sitting, meetingId, own, after)).toEqual({ declared: true })
	expect(await declareInterest(db, sitting, meetingId, own, after)).toEqual({ declared: true })
	expect(await declareInterest(db, clerk, meetingId, { ...own, id: newId() }, after)).toEqual({
		refused: 'declared-already',
	})
	expect(
		await declareInterest(db, clerk, meetingId, { ...own, id: newId(), memberId: facilitator.memberId }, after),
	).toEqual({
		refused: 'no-seat',
	})
	const interestId = own.id
	expect(await setDispensation(db, sitting, { meetingId, interestId, dispensation: 'Me' }, after)).toEqual({
		refused: 'not-yours-to-change',
	})
	expect(await setDispensation(db, clerk, { meetingId, interestId, dispensation: 'The officer' }, after)).toEqual({
		changed: true,
	})
	expect(await withdrawInterest(db, clerk, { meetingId, interestId, reason: 'Another item.' }, after)).toEqual({
		changed: true,
	})
	expect(await withdrawInterest(db, clerk, { meetingId, interestId, reason: 'Again.' }, after)).toEqual({
		refused: 'withdrawn',
	})
	expect(await listInterests(db.read, meetingId)).toMatchObject([
		{ dispensation: 'The officer', withdrawnReason: 'Another item.' },
	])
	const elsewhere = await givenMeeting()
	expect(
		await withdrawInterest(db, clerk, { meetingId: elsewhere.meetingId, interestId, reason: 'Hostile.' }, after),
	).toEqual({ refused: 'not-found' })
})

test('a decision begins with what the meeting knows, and stands under its item only if it fits', async () => {
	const { meetingId, versionId, decide, discuss } = await givenMeeting()
	must(
		await saidThere(meetingId, [came(voting.citizen.memberId, { substitute: 'Dr Ade' })].concat(came(chair.memberId))),
	)
	const asked = { itemId: decide.id, groupId: group.id, versionId, officerId: clerk.memberId }
	const begun = (await beginEntry(db.read, clerk, asked, after))!
	expect(begun).toMatchObject({
		refused: null,
		values: {
			'heldOn.day': '25',
			'heldOn.month': '6',
			place: 'Room 2',
			question: 'Breaks for carers',
			presiderId: chair.memberId,
			officerId: clerk.memberId,
			[`seats.${voting.citizen.memberId}.part`]: 'present',
			[`seats.${voting.citizen.memberId}.substitute`]: 'Dr Ade',
		},
	})
	expect(begun.values[`seats.${voting.provider.memberId}.part`]).toBeUndefined()
	const other = await givenVersion(db, given)
	expect(await beginEntry(db.read, clerk, { ...asked, versionId: other.version.id }, after)).toBeNull()
	expect(await beginEntry(db.read, clerk, { ...asked, groupId: given.group.id }, after)).toBeNull()
	expect(await beginEntry(db.read, clerk, { ...asked, itemId: newId() }, after)).toBeNull()

	const decision = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: entry({}, { heldOn }) }
	const enter = (change: object) => recordBoardDecision(db, clerk, { ...decision, id: newId(), ...change }, after)
	expect(await enter({ versionId: other.version.id })).toEqual({ refused: 'item-elsewhere' })
	expect(await enter({ itemId: newId() })).toEqual({ refused: 'item-elsewhere' })
	expect(await enter({ itemId: discuss.id })).toEqual({ refused: 'item-elsewhere' })
	expect(await enter({ entry: entry({}, { heldOn: '2026-06-24' }) })).toEqual({ refused: 'item-other-day' })
	expect((await findItem(db.read, meetingId, decide.id))?.decisionId).toBeNull()
	must(await recordBoardDecision(db, clerk, decision, after))
	must(await recordBoardDecision(db, clerk, decision, after))
	expect((await findItem(db.read, meetingId, decide.id))?.decisionId).toBe(decision.id)
	expect(await enter({})).toEqual({ refused: 'item-decided' })
	const moved = { id: newId(), entry: entry({}, { heldOn: '2026-06-24' }), reason: 'Another day.', base: 0 }
	expect(await correctBoardDecision(db, clerk, decision.id, moved, after)).toEqual({ refused: 'item-other-day' })
	const late = { id: newId(), itemId: decide.id, memberId: chair.memberId, interest: 'Too late' }
	expect(await declareInterest(db, clerk, meetingId, late, after)).toEqual({ refused: 'decided' })
})

test('one step approves the minutes with every decision in them, and locks the rest', async () => {
	const { meetingId, versionId, decide, discuss } = await givenMeeting()
	must(await saidThere(meetingId, everybody()))
	const noted = { meetingId, itemId: discuss.id, noted: 'Winter was talked about.', base: notedDigest(null) }
	must(await noteItem(db, clerk, noted, after))
	expect(await noteItem(db, clerk, { ...noted, noted: 'Other words.' }, after)).toEqual({
		refused: 'changed-meanwhile',
	})
	const decision = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: entry({}, { heldOn }) }
	must(await recordBoardDecision(db, clerk, decision, after))

	const read = async (who: Membership | null) =>
		await readMinutes(db.read, reading(who), (await findMeeting(db.read, place, meetingId))!)
	const text = minutesText(await read(null))
	const held = (await findMeeting(db.read, place, meetingId))!
	expect(isNoneYet(held, { members: [] }, minuteBefore)).toBe(true)
	expect(isNoneYet(held, await read(null), minuteBefore)).toBe(false)
	expect(isNoneYet(held, { members: [] }, after)).toBe(false)
	for (const words of [
		'Draft, not yet approved',
		'1. BREAKS FOR CARERS',
		'Winter was talked about.',
		'MEETING',
		'Helen',
	])
		expect(text).toContain(words)
	expect(text).toContain('That breaks for carers be a priority for 2027.')

	const seen = minutesDigest(await read(chair))
	const asked = { day: laterDay, seen, elsewhere: false, checked: laterDay }
	const approve = (who: Membership, change: object = {}) =>
		approveMinutes(db, { ...reading(who), membership: who }, meetingId, { ...asked, ...change }, later)
	expect(await approve(facilitator)).toEqual({ refused: 'not-yours-to-approve' })
	expect(await approve(chair, { seen: 'other' })).toEqual({ refused: 'changed-meanwhile' })
	expect(await approve(chair, { day: heldOn })).toEqual({ refused: 'day-not-after' })
	expect(await approve(chair)).toEqual({ refused: 'day-no-meeting' })
	await givenMeeting(new Date(`${laterDay}T13:00:00Z`))
	expect(await approve(chair, { checked: '' })).toEqual({ refused: 'not-checked' })
	expect(await approve(chair)).toEqual({ approvedOn: laterDay, decisions: 1 })
	expect(await approve(chair)).toEqual({ refused: 'approved' })
	expect(await findMinute(db.read, decision.id)).toMatchObject({ approvedOn: laterDay })
	expect(await kindsOf(decision.id)).toContain('board-decision-approved')
	expect((await kindsOf(meetingId)).at(-1)).toBe('meeting-minutes-approved')
	expect(await noteItem(db, clerk, { ...noted, noted: 'Too late.' }, later)).toEqual({ refused: 'approved' })
	expect(await saidThere(meetingId, everybody())).toEqual({ refused: 'approved' })
	const interest = { id: newId(), itemId: discuss.id, memberId: chair.memberId, interest: 'Too late' }
	expect(await declareInterest(db, clerk, meetingId, interest, later)).toEqual({ refused: 'approved' })
	expect(minutesText(await read(null))).toContain('They are locked.')
})

test('what is not public stays out of the minutes of whoever may not read it', async () => {
	const { meetingId } = await givenMeeting()
	const secret = { id: newId(), title: 'A member of staff', purpose: 'note', versionId: null, presenter: '' } as const
	const partB = { ...secret, privateReason: 'it is about one person', lateReason: null }
	const { item } = must(await addAgendaItem(db, clerk, meetingId, partB, before))
	must(await noteItem(db, clerk, { meetingId, itemId: item.id, noted: 'Her name', base: notedDigest(null) }, after))
	const meeting = (await findMeeting(db.read, place, meetingId))!
	const anyones = minutesText(await readMinutes(db.read, reading(null), meeting))
	expect(anyones).toContain('Item 3 is not public, because it is about one person.')
	expect(anyones).not.toMatch(/A member of staff|Her name/)
	expect(minutesText(await readMinutes(db.read, reading(clerk), meeting))).toContain('Her name')
})
