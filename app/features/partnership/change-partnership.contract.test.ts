import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInterest, addItem, addMeeting, changeItem, saveAttendance } from '../../../db/queries/meetings.ts'
import { findPartnership } from '../../../db/queries/partnerships.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { givenGroup, givenPartnership } from '../../../tests/factories.ts'
import { givenDecision } from '../../../tests/given-decision.ts'
import { aMeeting, anItem } from '../../../tests/given-meeting.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { newId } from '../../http/new-id.ts'
import { changePartnership } from './change-partnership.server.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: Awaited<ReturnType<typeof givenPartnership>>
beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

const about = { name: 'Harbourside', purpose: 'Good lives', runBy: 'Harbourside Council' }
const named = { secrecy: 'named' as const, quorum: 0, threshold: 'majority' as const, showsStanding: false }

test('opening a partnership says first which votes with names everybody would see', async () => {
	const { db } = scratch
	const { decision } = await givenDecision(db, given, { visibility: 'public', rules: named })
	await givenDecision(db, given, { visibility: 'partnership', rules: named })
	await givenDecision(db, given, { visibility: 'public', rules: named, state: 'stopped', stoppedReason: 'Wrong words' })
	await givenDecision(db, given, { visibility: 'public' })
	const change = (open: boolean, readOfNames?: boolean) =>
		changePartnership(db, given.facilitator, { ...about, open }, { readOfNames })
	const isOpen = async () => (await findPartnership(db.read, given.place.partnershipId))?.open

	expect(await change(false)).toEqual({ changed: true })
	const { id, reference, question } = decision
	expect(await change(true)).toEqual({ refused: 'opens-names', named: [{ id, reference, question }], meetings: [] })
	expect(await isOpen()).toBe(false)
	expect(await change(true, true)).toEqual({ changed: true })
	expect(await isOpen()).toBe(true)
	// Of what is open already nothing is asked again.
	expect(await change(true)).toEqual({ changed: true })
})

test('opening it says too of which meetings everybody would read who came and what interests they have', async () => {
	const { db } = scratch
	const own = await givenPartnership(db)
	const { place, facilitator, citizen } = own
	const given = async (kind: 'board' | 'collaborative', change: Partial<Meeting> = {}) => {
		const group = await givenGroup(db, place, kind, [{ member: citizen }])
		const of = { id: newId(), partnershipId: place.partnershipId, groupId: group.id, drawnUpBy: facilitator.memberId }
		const meeting = aMeeting({ ...of, ...change })
		const [open, partB] = [anItem({ id: newId(), meetingId: of.id }), anItem({ id: newId(), meetingId: of.id })]
		await db.write(async (tx) => {
			await addMeeting(tx, meeting)
			await addItem(tx, open)
			await addItem(tx, { ...partB, privateReason: 'it names a tenant' })
		})
		const declared = (itemId: string) =>
			db.write((tx) =>
				addInterest(tx, {
					id: newId(),
					itemId,
					memberId: citizen.memberId,
					interest: 'Rents there',
					dispensation: '',
					declaredBy: citizen.memberId,
					declaredAt: meeting.createdAt,
					withdrawnAt: null,
					withdrawnReason: null,
				}),
			)
		const attended = () =>
			db.write((tx) =>
				saveAttendance(tx, {
					meetingId: of.id,
					memberId: citizen.memberId,
					here: 'present',
					joined: 'room',
					late: false,
					left: false,
					substitute: '',
					setBy: facilitator.memberId,
					setAt: meeting.createdAt,
				}),
			)
		return { id: of.id, open, partB, declared, attended }
	}
	const change = (readOfNames?: boolean) =>
		changePartnership(db, facilitator, { ...about, open: true }, { readOfNames })
	expect(await changePartnership(db, facilitator, { ...about, open: false })).toEqual({ changed: true })

	const [named, hidden, draft] = [
		await given('board'),
		await given('collaborative'),
		await given('board', { publishedAt: null, publishedBy: null }),
	]
	await named.declared(named.open.id)
	await named.declared(named.partB.id)
	await hidden.declared(hidden.partB.id)
	await draft.attended()
	expect(await change()).toMatchObject({ named: [], meetings: [{ id: named.id, hasAttendance: false, interests: 1 }] })
	await db.write((tx) => changeItem(tx, hidden.partB.id, { noted: 'Amina spoke of her rent.' }))
	expect(await change()).toMatchObject({ meetings: [{ id: named.id, isNoted: false }] })
	await db.write((tx) => changeItem(tx, hidden.open.id, { noted: 'Amina spoke of her sister.' }))
	expect(await change()).toMatchObject({
		meetings: expect.arrayContaining([expect.objectContaining({ id: hidden.id, interests: 0, isNoted: true })]),
	})
	await hidden.attended()
	const both = { meetings: [{ id: named.id }, { id: hidden.id, hasAttendance: true, interests: 0 }] }
	expect(await change()).toMatchObject({
		refused: 'opens-names',
		meetings: expect.arrayContaining(both.meetings.map((one) => expect.objectContaining(one))),
	})
	expect((await findPartnership(db.read, place.partnershipId))?.open).toBe(false)
	expect(await change(true)).toEqual({ changed: true })
})
