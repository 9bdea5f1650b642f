import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMinute } from '../../../db/queries/board-decisions.ts'
import { saveDocument } from '../../../db/queries/documents.ts'
import { findItem, findMeeting, listAttendance, listInterests } from '../../../db/queries/meetings.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { givenMember } from '../../../tests/factories.ts'
import { movedBy } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { SaidOfAttended } from '../../domain/meetings/seats-now.ts'
import { newId } from '../../http/new-id.ts'
import { agreeAction } from '../actions/agree-action.server.ts'
import { correctBoardDecision } from '../decisions/board/correct-board-decision.server.ts'
import { findEntry } from '../decisions/board/find-entry.server.ts'
import { recordBoardDecision } from '../decisions/board/record-board-decision.server.ts'
import { setBodyRules } from '../decisions/board/set-body-rules.server.ts'
import type { Entry } from '../decisions/board/with-parts.ts'
import { giveSeat } from '../people/give-seat.server.ts'
import { takeSeatAway } from '../people/take-seat-away.server.ts'
import { addAgendaItem } from './add-item.server.ts'
import { approveMinutes } from './approve-minutes.server.ts'
import { beginEntry } from './begin-entry.server.ts'
import { callOffMeeting } from './call-off-meeting.server.ts'
import { setDispensation, withdrawInterest } from './change-interest.server.ts'
import { declareInterest } from './declare-interest.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'
import { isNoneYet, minutesParts, minutesText } from './minutes-text.ts'
import { moveItem } from './move-item.server.ts'
import { notedDigest, noteItem } from './note-item.server.ts'
import { publishAgenda } from './publish-agenda.server.ts'
import { minutesDigest, minutesSeal, readMinutes } from './read-minutes.server.ts'
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
async function givenMeeting(privateReason: string | null = null, at = startsAt) {
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
		await addAgendaItem(
			db,
			clerk,
			meeting.id,
			{ ...item, id: newId(), title: 'Breaks for carers', privateReason },
			before,
		),
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
	const stands = base ?? attendanceDigest([], { presiderId: null, clerkId: null, startsAt })
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

test('who was said to be there goes with the hour when the meeting is moved, and stays when only the place is another', async () => {
	const { meetingId } = await givenMeeting()
	const base = attendanceDigest([], { presiderId: null, clerkId: null, startsAt })
	const said = { attended: everybody(), presiderId: chair.memberId, clerkId: clerk.memberId, base }
	must(await setAttendance(db, clerk, meetingId, said, before))
	const open = attendanceDigest(await listAttendance(db.read, meetingId), (await stands(meetingId)).meeting)
	const move = async (change: { startsAt?: Date; place?: string }) => {
		must(await movedBy(db, clerk, meetingId, { place: 'Town Hall', ...change }))
		return await stands(meetingId)
	}
	const placed = await move({})
	expect(placed.attended).toHaveLength(everybody().length)
	expect(placed.meeting).toMatchObject({ presiderId: chair.memberId, clerkId: clerk.memberId, keptBody: {} })
	const moved = await move({ startsAt: new Date('2026-07-02T13:00:00Z') })
	expect(moved.attended).toEqual([])
	expect(moved.meeting).toMatchObject({ presiderId: null, clerkId: null, keptBody: null })
	expect(minutesText(await readMinutes(db.read, reading(null), moved.meeting))).toMatch(
		/SUBSTITUTES\nNone\.\n\nNOT SAID YET WHETHER THEY CAME\n(.+\n){5}/,
	)
	// Forms that were opened before it was moved, with something said in them and with nothing.
	for (const stale of [open, base])
		expect(await setAttendance(db, clerk, meetingId, { ...said, base: stale }, before)).toEqual({
			refused: 'changed-meanwhile',
		})
	expect((await stands(meetingId)).attended).toEqual([])
	await move({ startsAt: new Date('2026-07-02T15:00:00Z') })
	const moves = (await listEntriesAbout(db.read, place, meetingId)).filter(({ kind }) => kind === 'meeting-moved')
	expect(moves.map(({ details }) => details.unsaid).sort()).toEqual([false, false, true])
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

	const { parts } = entry()
	const { memberId } = voting.citizen
	const withSubstitute = { ...parts, [memberId]: { ...parts[memberId]!, substitute: 'Dr Ade' } }
	const whole = entry({}, { heldOn, parts: withSubstitute })
	const decision = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: whole }
	const enter = (change: object) => recordBoardDecision(db, clerk, { ...decision, id: newId(), ...change }, after)
	expect(await enter({ versionId: other.version.id })).toEqual({ refused: 'item-elsewhere' })
	expect(await enter({ itemId: newId() })).toEqual({ refused: 'item-elsewhere' })
	const early = { ...decision, id: newId() }
	expect(await recordBoardDecision(db, clerk, early, minuteBefore)).toEqual({ refused: 'meeting-to-come' })
	expect((await beginEntry(db.read, clerk, asked, minuteBefore))?.refused).toBe('meeting-to-come')
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

	expect(text).toContain('No action has been written down from this decision yet.')
	const agreement = {
		id: newId(),
		decisionId: decision.id,
		title: 'Evening breaks',
		accountableBody: 'Harbourside Council',
		lead: 'Head of short breaks',
		leadMemberId: null,
		citizenPartnerId: null,
		expectedDifference: 'Two evenings a week of your own.',
		dueOn: '2026-10-01',
	}
	const { action } = must(await agreeAction(db, clerk, agreement, after))
	expect(minutesText(await read(null))).toContain(
		`Actions agreed\n${action.reference}: Evening breaks. Harbourside Council, due 1 October 2026.\n`,
	)

	const seen = minutesDigest(await read(chair))
	const asked = { day: laterDay, seen, elsewhere: false, checked: laterDay }
	const approve = (who: Membership, change: object = {}) =>
		approveMinutes(db, { ...reading(who), membership: who }, meetingId, { ...asked, ...change }, later)
	expect(await approve(facilitator)).toEqual({ refused: 'not-yours-to-approve' })
	expect(await approve(chair, { seen: 'other' })).toEqual({ refused: 'changed-meanwhile' })
	expect(await approve(chair, { day: heldOn })).toEqual({ refused: 'day-not-after' })
	expect(await approve(chair)).toEqual({ refused: 'day-no-meeting' })
	await givenMeeting(null, new Date(`${laterDay}T13:00:00Z`))
	expect(await approve(chair, { checked: '' })).toEqual({ refused: 'not-checked' })
	expect(await approve(chair)).toEqual({ approvedOn: laterDay, decisions: 1 })
	expect(await approve(chair)).toEqual({ refused: 'approved' })
	expect(await findMinute(db.read, decision.id)).toMatchObject({ approvedOn: laterDay })
	const beside = { ...decision, id: newId(), itemId: null }
	expect(await recordBoardDecision(db, clerk, beside, later)).toEqual({ refused: 'day-locked' })
	const nextDay = { ...beside, entry: entry({}, { heldOn: '2026-06-29' }) }
	expect(await recordBoardDecision(db, clerk, nextDay, later)).toHaveProperty('decision')
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

test('what a body changes later changes no minutes, and the record holds the seal of those approved', async () => {
	const { meetingId } = await givenMeeting()
	const otto = await givenMember(db, place, { name: 'Otto', voice: given.voices.citizen })
	const seat = { groupId: group.id, memberId: otto.memberId, votes: true, office: 'none' } as const
	must(await giveSeat(db, chair, seat, new Date('2026-06-28T10:00:00Z')))
	const rights = { ...here.own.rights, [otto.memberId]: 'Healthwatch' }
	const rule = async (change: object, at: string) =>
		must(await setBodyRules(db, chair, { ...here.own, rights, ...change }, new Date(at)))
	await rule({ since: { [otto.memberId]: '2026-01-01' } }, '2026-06-28T11:00:00Z')
	must(await saidThere(meetingId, [...everybody(), came(otto.memberId)]))

	const read = async (who: Membership | null) =>
		await readMinutes(db.read, reading(who), (await findMeeting(db.read, place, meetingId))!)
	const draft = minutesText(await read(null))
	expect(draft).toContain('Otto, Healthwatch')
	const { own } = here
	const others = { rights: { ...rights, [otto.memberId]: 'Another right', [given.citizen.memberId]: 'Another right' } }
	const quorum = { rules: { ...own.rules, quorum: { ...own.rules.quorum, least: 5 } } }
	const sinceLater = { since: { [otto.memberId]: '2026-06-28' } }
	await rule({ ...others, ...quorum, ...sinceLater }, '2026-06-29T11:00:00Z')
	expect(minutesText(await read(null))).toBe(draft)

	const seen = minutesDigest(await read(chair))
	must(
		await approveMinutes(
			db,
			{ ...reading(chair), membership: chair },
			meetingId,
			{ day: laterDay, seen, elsewhere: true, checked: laterDay },
			later,
		),
	)
	const approved = minutesText(await read(null))
	await rule({ rights }, '2026-08-01T11:00:00Z')
	must(await takeSeatAway(db, chair, { groupId: group.id, memberId: otto.memberId }, new Date('2026-08-02T10:00:00Z')))
	expect(minutesText(await read(null))).toBe(approved)
	const entry = (await listEntriesAbout(db.read, place, meetingId)).at(-1)
	expect(entry).toMatchObject({ kind: 'meeting-minutes-approved', details: { seal: minutesSeal(await read(chair)) } })
	await here.ruled()
})

test('no minute leaves out an interest that was declared while the clerk wrote', async () => {
	const { meetingId, versionId, decide } = await givenMeeting()
	must(await saidThere(meetingId, everybody()))
	const { memberId } = voting.citizen
	const own = { id: newId(), itemId: decide.id, memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, await here.again(given.citizen), meetingId, own, after))
	const asked = { id: newId(), versionId, groupId: group.id, itemId: decide.id }
	const record = (said: Entry) => recordBoardDecision(db, clerk, { ...asked, entry: said }, after)
	expect(await record(entry({}, { heldOn }))).toEqual({
		refused: 'interest-declared',
		declared: [{ memberId, interest: own.interest }],
	})
	expect((await findItem(db.read, meetingId, decide.id))?.decisionId).toBeNull()
	must(await record(entry({ citizen: 'interest', provider: 'interest' }, { heldOn })))
	const facts = await readMinutes(db.read, reading(null), (await findMeeting(db.read, place, meetingId))!)
	const { lines } = minutesParts(facts).find(({ heading }) => heading === 'Interests declared')!
	expect(lines).toHaveLength(2)
	for (const line of lines) expect(line).toMatch(/^Breaks for carers\. .+: Would be paid for it\. /)
})

test('an interest that was withdrawn keeps no decision from being entered', async () => {
	const { meetingId, versionId, decide } = await givenMeeting()
	const own = { id: newId(), itemId: decide.id, memberId: voting.citizen.memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, await here.again(given.citizen), meetingId, own, after))
	must(await withdrawInterest(db, clerk, { meetingId, interestId: own.id, reason: 'Another room.' }, after))
	const asked = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: entry({}, { heldOn }) }
	must(await recordBoardDecision(db, clerk, asked, after))
})

test('what was told in part B is not put into a minute that more people may read', async () => {
	const { meetingId, versionId, decide } = await givenMeeting('it names prices')
	must(await saidThere(meetingId, everybody()))
	const { memberId } = voting.citizen
	const own = { id: newId(), itemId: decide.id, memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, await here.again(given.citizen), meetingId, own, after))
	const asked = { itemId: decide.id, groupId: group.id, versionId, officerId: clerk.memberId }
	const begun = (await beginEntry(db.read, clerk, asked, after))!
	expect(begun).toMatchObject({ isPartB: true, values: { question: '', [`seats.${memberId}.part`]: 'interest' } })
	expect(JSON.stringify(begun)).not.toMatch(/Breaks for carers|Rents a room/)
	const said = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: entry({}, { heldOn }) }
	expect(await recordBoardDecision(db, clerk, said, after)).toEqual({
		refused: 'interest-declared',
		declared: [{ memberId, interest: '' }],
	})
})

test('what was decided at stays, numbers people know stay, and a draft whose hour has come can still be published', async () => {
	const { meetingId, versionId, decide, discuss } = await givenMeeting()
	const morning = new Date('2026-06-25T11:00:00Z')
	const moving = { meetingId, itemId: discuss.id, way: 'up' } as const
	expect(await moveItem(db, clerk, moving, morning)).toEqual({ refused: 'order-public' })
	const asked = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: entry({}, { heldOn }) }
	must(await recordBoardDecision(db, clerk, asked, after))
	// One may have been entered before its hour while that was not refused.
	expect(await callOffMeeting(db, clerk, { meetingId, reason: 'Snow' }, morning)).toEqual({ refused: 'decided-at' })

	const drawn = { id: newId(), groupId: group.id, startsAt, place: 'Room 2' }
	const { meeting } = must(await drawUpMeeting(db, clerk, drawn, before))
	const note = { purpose: 'note', versionId: null, presenter: '', privateReason: null, lateReason: null } as const
	must(await addAgendaItem(db, clerk, meeting.id, { ...note, id: newId(), title: 'A flood' }, before))
	const publishing = { meetingId: meeting.id, reason: null }
	expect(await publishAgenda(db, clerk, publishing, after)).toEqual({ refused: 'short-notice' })
	must(await publishAgenda(db, clerk, { ...publishing, reason: 'A flood.' }, after))
	must(await saidThere(meeting.id, everybody()))
	const published = (await listEntriesAbout(db.read, place, meeting.id)).find(
		({ kind }) => kind === 'meeting-published',
	)
	expect(published).toMatchObject({ details: { begun: true, short: true } })
})

test('whoever came late or left is asked about at each item, and the seats are those of the meeting’s day', async () => {
	const { meetingId, versionId, decide } = await givenMeeting()
	const nora = await givenMember(db, place, { name: 'Nora', voice: given.voices.citizen })
	const seat = { groupId: group.id, memberId: nora.memberId, votes: true, office: 'none' } as const
	must(await giveSeat(db, chair, seat, before))
	const { citizen, provider } = voting
	const moved = [came(citizen.memberId, { left: true }), came(provider.memberId, { late: true })]
	must(await saidThere(meetingId, [came(chair.memberId), came(nora.memberId), ...moved]))
	must(await takeSeatAway(db, chair, { groupId: group.id, memberId: nora.memberId }, new Date('2026-06-27T10:00:00Z')))

	const asked = { itemId: decide.id, groupId: group.id, versionId, officerId: clerk.memberId }
	const begun = (await beginEntry(db.read, clerk, asked, after))!
	expect(begun.unclear).toHaveLength(2)
	for (const { memberId } of [citizen, provider])
		expect(begun.values).toMatchObject({ [`seats.${memberId}.part`]: '', [`seats.${memberId}.late`]: '' })
	expect(begun.values[`seats.${nora.memberId}.part`]).toBe('present')
	const found = (await findEntry(db.read, clerk, { ...asked, day: '2026-07-29' }))!
	expect(found.body?.seats.map(({ memberId }) => memberId)).toContain(nora.memberId)
})
