import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepName } from '../../../db/queries/board-decisions.ts'
import { saveDocument } from '../../../db/queries/documents.ts'
import { findMeeting, listInterests } from '../../../db/queries/meetings.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { givenMember } from '../../../tests/factories.ts'
import { afterMeeting, attendedBy, came, givenAgenda, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { startSession } from '../../http/session.ts'
import { erasePerson } from '../account/erase-person.server.ts'
import { changeVisibility } from '../documents/change-visibility.server.ts'
import { exportEntries } from '../record/export-entries.server.ts'
import { presentEntries } from '../record/present-entries.server.ts'
import { addAgendaItem } from './add-item.server.ts'
import { setDispensation, withdrawInterest } from './change-interest.server.ts'
import { declareInterest } from './declare-interest.server.ts'
import { minutesText } from './minutes-text.ts'
import { notedDigest, noteItem } from './note-item.server.ts'
import { readAgenda } from './read-agenda.server.ts'
import { readMinutes } from './read-minutes.server.ts'
import { readSoFar } from './read-so-far.server.ts'
import { action } from './routes/interest.tsx'

const here = await givenBoard()
const { scratch, db, given, clerk, chair, voting, ruled, again } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const { place } = given
const partnership = { name: 'Harbourside', open: true }

test('once an interest is withdrawn, what it was is handed to nobody, the page’s data included', async () => {
	const { meetingId, decide } = await givenAgenda(here)
	const { memberId } = voting.citizen
	const interestId = newId()
	const asked = { id: interestId, itemId: decide.id, memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, clerk, meetingId, asked, afterMeeting))
	const allowed = { meetingId, interestId, dispensation: 'The monitoring officer: it is small' }
	must(await setDispensation(db, clerk, allowed, afterMeeting))
	must(await withdrawInterest(db, clerk, { meetingId, interestId, reason: 'It was somebody else.' }, afterMeeting))
	const meeting = (await findMeeting(db.read, place, meetingId))!
	for (const membership of [null, clerk]) {
		const soFar = await readSoFar(db.read, { place, membership, partnership, meeting }, afterMeeting)
		expect(soFar.outcomes[decide.id]!.interests).toMatchObject([
			{ interest: '', dispensation: '', isWithdrawn: true, withdrawnReason: 'It was somebody else.' },
		])
		expect(JSON.stringify(soFar)).not.toMatch(/Rents a room|monitoring officer/)
	}
})

test('a form sent again says no more than what it said at first, and is refused anywhere else', async () => {
	const { meetingId, decide, discuss } = await givenAgenda(here)
	const other = await givenAgenda(here)
	const own = { id: newId(), itemId: decide.id, memberId: voting.citizen.memberId, interest: 'Rents a room there' }
	const declared = (change: Partial<typeof own> = {}, at = meetingId) =>
		declareInterest(db, clerk, at, { ...own, ...change }, afterMeeting)
	expect(await declared()).toEqual({ declared: true })
	expect(await declared()).toEqual({ declared: true })
	expect(await declared({ interest: 'And a sister works there' })).toEqual({ refused: 'declared-already' })
	expect(await declared({ memberId: voting.provider.memberId })).toEqual({ refused: 'sent-before' })
	expect(await declared({ itemId: discuss.id })).toEqual({ refused: 'sent-before' })
	expect(await declared({ itemId: other.decide.id }, other.meetingId)).toEqual({ refused: 'sent-before' })
	must(await withdrawInterest(db, clerk, { meetingId, interestId: own.id, reason: 'Mistaken.' }, afterMeeting))
	expect(await declared()).toEqual({ refused: 'sent-before' })
	expect(await declared({ id: newId() })).toEqual({ declared: true })
	expect(await listInterests(db.read, meetingId)).toHaveLength(2)
	expect(await listInterests(db.read, other.meetingId)).toEqual([])
})

test('the form of an item that was sent to another meeting is refused in words', async () => {
	const [one, other] = [await givenAgenda(here), await givenAgenda(here)]
	const { id, title } = one.discuss
	const asked = { id, title, purpose: 'note', versionId: null, presenter: '' } as const
	const reasons = { privateReason: null, lateReason: 'It is urgent.' }
	expect(await addAgendaItem(db, clerk, other.meetingId, { ...asked, ...reasons }, afterMeeting)).toEqual({
		refused: 'added-already',
	})
})

test('an interest in an item of part B, and whose it is, is told to nobody who may not read the item, in the record neither', async () => {
	const { meetingId, decide } = await givenAgenda(here, { privateReason: 'it names a tenant' })
	const member = await again(voting.commissioner)
	const asked = { id: newId(), itemId: decide.id, memberId: member.memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, member, meetingId, asked, afterMeeting))
	const meeting = (await findMeeting(db.read, place, meetingId))!
	const entries = await listEntriesAbout(db.read, place, meetingId)
	const toldTo = async (membership: typeof clerk | null) => {
		const reader = { place, membership, partnership, meeting }
		const facts = await readMinutes(db.read, reader, meeting)
		const soFar = await readSoFar(db.read, reader, afterMeeting)
		const chain: string[] = []
		for await (const piece of exportEntries(db.read, place, membership)) chain.push(piece)
		const presented = await presentEntries(db.read, place, membership, entries)
		return {
			pages: JSON.stringify([facts.items, minutesText(facts), soFar.outcomes, await readAgenda(db.read, reader)]),
			declaredBy: presented.find(({ said }) => said?.kind === 'interest-declared')?.said?.by,
			isExported: chain.join('').includes(decide.id) && chain.join('').includes('"kind":"interest-declared"'),
		}
	}
	const outside = await givenMember(db, place, { name: 'Otto', voice: given.voices.citizen })
	for (const who of [null, outside]) {
		const told = await toldTo(who)
		expect(told.pages).not.toMatch(/Rents a room/)
		expect(told).toMatchObject({ declaredBy: null, isExported: false })
	}
	const seated = await toldTo(member)
	expect(seated.pages).toMatch(/Rents a room/)
	expect(seated).toMatchObject({ declaredBy: expect.stringContaining(member.name), isExported: true })
})

test('who was erased keeps their name beside a public interest, and beside none in part B', async () => {
	const partB = await givenAgenda(here, { privateReason: 'it names a tenant' })
	const { memberId, personId, name } = given.provider
	const declared = (itemId: string, interest: string) =>
		declareInterest(db, clerk, partB.meetingId, { id: newId(), itemId, memberId, interest }, afterMeeting)
	must(await declared(partB.decide.id, 'Rents a room there'))
	must(await declared(partB.discuss.id, 'Works there'))
	await attendedBy(here, partB.meetingId, [came(chair.memberId), came(memberId), came(voting.citizen.memberId)])
	expect(await erasePerson(db, personId, afterMeeting)).toEqual({ erased: true })
	await db.write((tx) => keepName(tx, { memberId, name, keptAt: afterMeeting }))
	const meeting = (await findMeeting(db.read, place, partB.meetingId))!
	const { outcomes } = await readSoFar(db.read, { place, membership: clerk, partnership, meeting }, afterMeeting)
	expect(outcomes[partB.discuss.id]!.interests).toMatchObject([{ name }])
	expect(outcomes[partB.decide.id]!.interests).toMatchObject([{ name: 'A participant' }])
})

test('what is wrong about an interest stands beside the field that mends it', async () => {
	const { meetingId, discuss } = await givenAgenda(here)
	const address = `http://here/p/${given.partnership.slug}/meetings/${meetingId}/items/${discuss.id}/interest`
	const context = { db, secure: false, secrets: openSecrets('a'.repeat(32)) } as AppLoadContext
	const [cookie] = (await startSession(new Request(address), context, { ...clerk, sharedDevice: false })).split(';')
	const params = { partnership: given.partnership.slug, meeting: meetingId, item: discuss.id }
	const mended = async (member: string, interest: string, step = 'look') => {
		const body = new URLSearchParams({ id: newId(), member, interest, step })
		const request = new Request(address, { method: 'POST', body, headers: { cookie: cookie! } })
		const answer = (await action({ request, params, context })) as { data?: { form: { errors: object } } }
		return Object.keys(answer.data?.form.errors ?? {})
	}
	expect(await mended('', 'Works there')).toEqual(['member'])
	expect(await mended(chair.memberId, ' ')).toEqual(['interest'])
	expect(await mended(chair.memberId, 'x'.repeat(301))).toEqual(['interest'])
	// A look at it declares nothing.
	expect(await mended(chair.memberId, 'Works there')).toEqual([])
	expect(await listInterests(db.read, meetingId)).toEqual([])
	expect(await mended('', '', 'change')).toEqual([])
	expect(await mended(chair.memberId, 'Works there', 'declare')).toEqual([])
	expect(await listInterests(db.read, meetingId)).toHaveLength(1)
	expect(await mended(chair.memberId, 'Rents there')).toEqual(['member'])
})

test('opening a paper to more people says first what interests and notes of meetings they would read', async () => {
	const { meetingId, decide, discuss, document } = await givenAgenda(here)
	await db.write((tx) => saveDocument(tx, { ...document, phase: 'proposed', visibility: 'partnership' }))
	const change = (visibility: Visibility, readOfNames?: boolean) =>
		changeVisibility(db, given.facilitator, document.id, visibility, { readOfNames })
	const { memberId } = voting.citizen
	const declared = async (itemId: string) => {
		const asked = { id: newId(), itemId, memberId, interest: 'Rents a room there' }
		must(await declareInterest(db, clerk, meetingId, asked, afterMeeting))
	}
	const noted = (said: string) =>
		noteItem(db, clerk, { meetingId, itemId: decide.id, noted: said, base: notedDigest(null) }, afterMeeting)
	// In an item about something else: nobody reads more of it.
	await declared(discuss.id)
	expect(await change('public')).toHaveProperty('document.visibility', 'public')
	expect(await change('partnership')).toHaveProperty('document.visibility', 'partnership')
	await declared(decide.id)
	const opens = { id: meetingId, interests: 1, isNoted: false }
	expect(await change('public')).toMatchObject({ refused: 'opens-names', named: [], meetings: [opens] })
	must(await noted('Amina asked about the rent.'))
	expect(await change('public')).toMatchObject({ meetings: [{ ...opens, isNoted: true }] })
	expect(await change('public', true)).toHaveProperty('document.visibility', 'public')
	// Nobody more reads it where it is narrowed.
	expect(await change('partnership')).toHaveProperty('document.visibility', 'partnership')
})

test('an item that is not public stays so when its paper is opened, and nothing is asked', async () => {
	const { meetingId, decide, document } = await givenAgenda(here, { privateReason: 'it names a tenant' })
	await db.write((tx) => saveDocument(tx, { ...document, phase: 'proposed', visibility: 'partnership' }))
	const asked = { id: newId(), itemId: decide.id, memberId: voting.citizen.memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, clerk, meetingId, asked, afterMeeting))
	const changing = await changeVisibility(db, given.facilitator, document.id, 'public')
	expect(changing).toHaveProperty('document.visibility', 'public')
})
