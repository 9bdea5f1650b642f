import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addItem, findMeeting, listInterests } from '../../../db/queries/meetings.ts'
import { listMeetingNameRemovals } from '../../../db/queries/name-removals.ts'
import { databaseBytes } from '../../../tests/database-bytes.ts'
import { afterMeeting, attendedBy, came, givenAgenda, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { anItem } from '../../../tests/given-meeting.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { startSession } from '../../http/session.ts'
import { addAgendaItem } from './add-item.server.ts'
import { approveMinutes } from './approve-minutes.server.ts'
import { withdrawInterest } from './change-interest.server.ts'
import { declareInterest } from './declare-interest.server.ts'
import { minutesParts, minutesText } from './minutes-text.ts'
import { notedDigest, noteItem } from './note-item.server.ts'
import { readAgenda } from './read-agenda.server.ts'
import { minutesDigest, readMinutes } from './read-minutes.server.ts'
import { readRoom } from './read-room.server.ts'
import { readSoFar } from './read-so-far.server.ts'
import { previewMeetingNames, removeNamesFromMeeting } from './remove-names.server.ts'
import { action } from './routes/names.tsx'

const here = await givenBoard()
const { scratch, db, given, ruled, chair, clerk, facilitator, voting, kindsOf } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const { place } = given
const partnership = { name: 'Harbourside', open: true }
const reader = (membership: Membership | null) => ({ place, membership, partnership })
const meetingOf = async (id: string) => (await findMeeting(db.read, place, id))!
const reason = 'She asked to be forgotten.'

/** A meeting that was held, with one name typed into everything that it keeps itself. */
async function givenNamed(name: string) {
	const { meetingId, discuss } = await givenAgenda(here)
	const late = { id: newId(), title: `What ${name} asked`, purpose: 'discuss', versionId: null } as const
	const reasons = { privateReason: null, lateReason: `${name} wrote late.` }
	must(await addAgendaItem(db, clerk, meetingId, { ...late, ...reasons, presenter: name }, afterMeeting))
	await attendedBy(here, meetingId, [
		came(chair.memberId, { substitute: name }),
		came(voting.citizen.memberId),
		came(voting.provider.memberId),
	])
	const base = notedDigest(null)
	must(await noteItem(db, clerk, { meetingId, itemId: discuss.id, noted: `${name} spoke.`, base }, afterMeeting))
	const asked = { itemId: discuss.id, memberId: voting.provider.memberId, interest: `Lodges with ${name}` }
	const interestId = newId()
	must(await declareInterest(db, clerk, meetingId, { ...asked, id: interestId }, afterMeeting))
	return { meetingId, interestId, discuss }
}

/** Everything that any page of it is made from. */
async function told(meetingId: string, membership: Membership | null) {
	const meeting = await meetingOf(meetingId)
	const facts = await readMinutes(db.read, reader(membership), meeting)
	const visit = { ...reader(membership), meeting }
	return JSON.stringify([
		facts,
		minutesParts(facts),
		minutesText(facts),
		await readAgenda(db.read, visit),
		await readSoFar(db.read, visit),
		membership && (await readRoom(db.read, visit as never)),
	])
}

async function seenBy(who: Membership, meetingId: string, names: string[]) {
	const preview = await previewMeetingNames(db.read, who, meetingId, { names, reason })
	if ('refused' in preview) throw new Error(preview.refused)
	return preview.seen
}

const none: ReadonlySet<number> = new Set()

test('a name typed for somebody else goes out of all that a meeting keeps, after its approval too', async () => {
	const name = 'Wilhelmina Quill'
	const { meetingId, interestId } = await givenNamed(name)
	must(await withdrawInterest(db, clerk, { meetingId, interestId, reason: `It was not ${name}.` }, afterMeeting))
	const seen = minutesDigest(await readMinutes(db.read, reader(clerk), await meetingOf(meetingId)))
	const approval = { day: '2026-07-23', seen, elsewhere: true, checked: '2026-07-23' }
	must(await approveMinutes(db, { ...reader(clerk), membership: clerk }, meetingId, approval, new Date('2026-07-24')))

	const removing = { id: newId(), names: [name], reason, seen: await seenBy(clerk, meetingId, [name]), picked: none }
	const asBy = (who: Membership, change = {}) =>
		removeNamesFromMeeting(db, who, meetingId, { ...removing, ...change }, new Date('2026-07-25'))
	expect(await asBy(given.citizen)).toEqual({ refused: 'not-yours-to-remove' })
	expect(await previewMeetingNames(db.read, given.citizen, meetingId, removing)).toEqual({
		refused: 'not-yours-to-remove',
	})
	expect(await asBy(clerk, { names: ['Helen'] })).toEqual({ refused: 'member-name' })
	expect(await asBy(clerk, { seen: 'another' })).toEqual({ refused: 'not-seen' })
	expect(await told(meetingId, null)).toContain('Wilhelmina')

	expect(await asBy(clerk)).toEqual({ places: 7 })
	expect(await asBy(clerk)).toEqual({ places: 7 })
	for (const who of [null, given.citizen, clerk]) expect(await told(meetingId, who)).not.toContain('Wilhelmina')
	const [interest] = await listInterests(db.read, meetingId)
	expect(interest).toMatchObject({
		interest: 'Lodges with [name removed]',
		withdrawnReason: 'It was not [name removed].',
	})
	for (const [file, bytes] of await databaseBytes(scratch)) expect(bytes.includes('Wilhelmina'), file).toBe(false)

	const text = minutesText(await readMinutes(db.read, reader(null), await meetingOf(meetingId)))
	expect(text).toContain('[name removed] spoke.')
	expect(text).toContain(
		`NAMES TAKEN OUT\nOn 25 July 2026 Cleo took names of other people out at 7 places. The reason: ${reason} The seal in the record is still that of the minutes`,
	)
	expect(await listMeetingNameRemovals(db.read, meetingId)).toMatchObject([{ forgottenAt: expect.any(Date) }])
	expect((await kindsOf(meetingId)).filter((kind) => kind === 'meeting-names-removed')).toHaveLength(1)
})

test('words changed since the look are looked at again', async () => {
	const name = 'Ann Moss'
	const { meetingId, discuss } = await givenNamed(name)
	const seen = await seenBy(clerk, meetingId, [name])
	const again = {
		meetingId,
		itemId: discuss.id,
		noted: `Nobody but ${name} spoke.`,
		base: notedDigest(`${name} spoke.`),
	}
	must(await noteItem(db, clerk, again, afterMeeting))
	const removing = { id: newId(), names: [name], reason, seen, picked: none }
	expect(await removeNamesFromMeeting(db, clerk, meetingId, removing)).toEqual({ refused: 'not-seen' })
})

test('an item that somebody may not read is neither shown to them nor changed by them', async () => {
	const { meetingId } = await givenAgenda(here)
	const { version } = await givenVersion(db, given, { visibility: 'circle', groupId: here.group.id })
	const paper = { id: newId(), title: 'For Bob Vane', purpose: 'discuss', versionId: version.id } as const
	await db.write((tx) => addItem(tx, anItem({ ...paper, meetingId, position: 9 })))
	const asked = { names: ['Bob Vane'], reason }
	expect(await previewMeetingNames(db.read, facilitator, meetingId, asked)).toEqual({ refused: 'name-not-there' })
	expect(await previewMeetingNames(db.read, clerk, meetingId, asked)).toMatchObject({ places: [{ in: 'title' }] })
})

test('a name goes only by a second post, confirmed, from a page that showed each place', async () => {
	const name = 'Una Fell'
	const { meetingId } = await givenNamed(name)
	const address = `http://here/p/${given.partnership.slug}/meetings/${meetingId}/names`
	const context = { db, secure: false, secrets: openSecrets('a'.repeat(32)) } as AppLoadContext
	const [cookie] = (await startSession(new Request(address), context, { ...clerk, sharedDevice: false })).split(';')
	const answers = { id: newId(), names: name, reason }
	const post = async (more: Record<string, string>) => {
		const body = new URLSearchParams({ ...answers, ...more })
		const request = new Request(address, { method: 'POST', body, headers: { cookie: cookie! } })
		return await action({ request, params: { partnership: given.partnership.slug, meeting: meetingId }, context })
	}
	const first = await post({})
	const { seen } = (first as unknown as { data: { looked: { seen: string } } }).data.looked
	const unconfirmed: Record<string, string>[] = [
		{ sure: 'yes', seen },
		{ step: 'save', seen },
		{ step: 'save', sure: 'yes' },
	]
	for (const more of unconfirmed) {
		expect(await post(more)).toMatchObject({ data: { looked: { seen } } })
		expect(await told(meetingId, null)).toContain(name)
	}
	expect(await post({ step: 'save', sure: 'yes', seen })).toMatchObject({ status: 303 })
	expect(await told(meetingId, null)).not.toContain(name)
})
