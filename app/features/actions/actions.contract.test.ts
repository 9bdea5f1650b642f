import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAction, listActions, listUpdates } from '../../../db/queries/actions.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { listEntriesAbout, walkEntries } from '../../../db/queries/record.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenGroup, givenMember, givenPartnership } from '../../../tests/factories.ts'
import { givenDecision } from '../../../tests/given-decision.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Agreement } from '../../domain/actions/agree.ts'
import { verify } from '../../domain/record/verify.ts'
import { newId } from '../../http/new-id.ts'
import { agreeAction } from './agree-action.server.ts'
import { listHands } from './list-hands.server.ts'
import { reportOnAction } from './report-on-action.server.ts'

const now = new Date('2026-03-01T12:00:00Z')
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

async function agreement(change: Partial<Agreement> = {}): Promise<Agreement> {
	const decisionId = change.decisionId ?? (await givenDecision(scratch.db, given)).decision.id
	return {
		id: newId(),
		decisionId,
		title: 'Evening breaks in every neighbourhood',
		accountableBody: 'Harbourside Council',
		lead: 'Head of short breaks',
		leadMemberId: given.commissioner.memberId,
		citizenPartnerId: given.citizen.memberId,
		expectedDifference: 'Two evenings a week of your own.',
		dueOn: '2026-10-01',
		...change,
	}
}

async function givenAction(change: Partial<Agreement> = {}) {
	const agreed = await agreeAction(scratch.db, given.facilitator, await agreement(change), now)
	if ('refused' in agreed) throw new Error(agreed.refused)
	return agreed.action
}

describe('agreeing an action', () => {
	test('keeps who, what and by when, gives it a reference, and writes it in the record', async () => {
		const asked = await agreement()
		const agreed = await agreeAction(scratch.db, given.facilitator, asked, now)

		const stored = await findAction(scratch.db.read, given.place, asked.id)
		expect(stored?.action).toEqual({
			...asked,
			partnershipId: given.place.partnershipId,
			reference: expect.stringMatching(/^ACT-2026-\d{3}$/),
			firstDueOn: '2026-10-01',
			status: 'not-started',
			createdBy: given.facilitator.memberId,
			createdAt: now,
		})
		expect(agreed).toEqual({ action: stored?.action })
		expect(stored).toMatchObject({ decision: { id: asked.decisionId }, version: { number: 1 } })
		expect(await listEntriesAbout(scratch.db.read, given.place, asked.id)).toMatchObject([
			{ kind: 'action-agreed', actorId: given.facilitator.memberId, details: { decisionId: asked.decisionId } },
		])
	})

	test('the chair of the group may, sent twice at once it is agreed once', async () => {
		const asked = await agreement()
		const both = await Promise.all([
			agreeAction(scratch.db, given.citizen, asked, now),
			agreeAction(scratch.db, given.citizen, asked, now),
		])
		expect(both[0]).toEqual(both[1])
		expect(await listEntriesAbout(scratch.db.read, given.place, asked.id)).toHaveLength(1)
		expect(await agreeAction(scratch.db, given.citizen, { ...asked, title: 'Something else' }, now)).toEqual({
			refused: 'agreed-already',
		})
	})

	test('two at the same moment have different references', async () => {
		const [one, two] = await Promise.all([givenAction(), givenAction()])
		expect(one.reference).not.toBe(two.reference)
	})

	test.each<[string, Parameters<typeof givenDecision>[2], string]>([
		['one that was not agreed', { outcome: 'not-agreed' }, 'not-agreed'],
		['one without a quorum', { outcome: 'no-quorum' }, 'not-agreed'],
		['one still open', { state: 'open' }, 'still-open'],
		['one that was stopped', { state: 'stopped', stoppedReason: 'The money went.' }, 'decision-stopped'],
		['a show of views', { kind: 'show-of-views' }, 'only-advice'],
	])('is refused on %s', async (_which, change, refused) => {
		const { decision } = await givenDecision(scratch.db, given, change)
		const asked = await agreement({ decisionId: decision.id })
		expect(await agreeAction(scratch.db, given.facilitator, asked, now)).toEqual({ refused })
		expect(await findAction(scratch.db.read, given.place, asked.id)).toBeNull()
	})

	test.each<[string, () => Membership, () => Partial<Agreement>, string]>([
		['somebody who does not run the group', () => given.provider, () => ({}), 'not-allowed'],
		['an observer', () => given.observer, () => ({}), 'not-allowed'],
		['a date gone by', () => given.facilitator, () => ({ dueOn: '2026-02-28' }), 'due-in-the-past'],
		['a lead nobody knows', () => given.facilitator, () => ({ leadMemberId: 'nobody' }), 'lead-not-member'],
		[
			'an observer to lead it',
			() => given.facilitator,
			() => ({ leadMemberId: given.observer.memberId }),
			'lead-not-member',
		],
		[
			'a commissioner as citizen partner',
			() => given.facilitator,
			() => ({ citizenPartnerId: given.commissioner.memberId }),
			'partner-not-citizen',
		],
	])('is refused for %s', async (_why, who, change, refused) => {
		expect(await agreeAction(scratch.db, who(), await agreement(change()), now)).toEqual({ refused })
	})

	test('a decision of another partnership is not found', async () => {
		const elsewhere = await givenPartnership(scratch.db)
		const { decision } = await givenDecision(scratch.db, elsewhere)
		const asked = await agreement({ decisionId: decision.id })
		expect(await agreeAction(scratch.db, given.facilitator, asked, now)).toEqual({ refused: 'not-found' })
	})

	test('in a circle, its own chair may and the facilitator cannot even find it', async () => {
		const circle = await givenGroup(scratch.db, given.place, 'circle', [{ member: given.provider, office: 'chair' }])
		const provider = (await findMembership(scratch.db.read, given.place, given.provider.personId))!
		const inside = { ...given, group: circle }
		const { decision } = await givenDecision(scratch.db, inside, { visibility: 'circle', groupId: circle.id })
		const nobody = { leadMemberId: null, citizenPartnerId: null }
		const asked = await agreement({ decisionId: decision.id, ...nobody })
		expect(await agreeAction(scratch.db, given.facilitator, asked, now)).toEqual({ refused: 'not-found' })
		const outside = { ...asked, leadMemberId: given.commissioner.memberId }
		expect(await agreeAction(scratch.db, provider, outside, now)).toEqual({ refused: 'lead-cannot-read' })
		const partner = { ...asked, citizenPartnerId: given.citizen.memberId }
		expect(await agreeAction(scratch.db, provider, partner, now)).toEqual({ refused: 'partner-cannot-read' })
		const { leads, partners } = await listHands(scratch.db.read, given.place, decisionAbout(circle.id))
		expect([leads.map(({ value }) => value), partners]).toEqual([[given.provider.memberId], []])
		expect(await agreeAction(scratch.db, provider, asked, now)).toMatchObject({ action: { id: asked.id } })
		expect(await reportOnAction(scratch.db, given.facilitator, asked.id, said(), now)).toEqual({ refused: 'not-found' })
	})
})

const decisionAbout = (groupId: string) => ({ visibility: 'circle' as const, groupId })

const said = (change: object = {}) => ({
	id: newId(),
	status: 'on-track' as const,
	words: 'The hall is booked.',
	dueOn: null,
	...change,
})

describe('reporting on an action', () => {
	test('adds an update, moves the date, and keeps the first one for ever', async () => {
		const action = await givenAction()
		await reportOnAction(scratch.db, given.commissioner, action.id, said(), now)
		const moved = said({ status: 'at-risk', words: 'The hall closed.', dueOn: '2027-03-03' })
		const later = new Date('2026-05-01T12:00:00Z')
		await reportOnAction(scratch.db, given.citizen, action.id, moved, later)

		const stored = await findAction(scratch.db.read, given.place, action.id)
		expect(stored?.action).toMatchObject({ status: 'at-risk', dueOn: '2027-03-03', firstDueOn: '2026-10-01' })
		expect(await listUpdates(scratch.db.read, action.id)).toMatchObject([
			{ words: 'The hall closed.', status: 'at-risk', dueOn: '2027-03-03', by: { name: 'Amina', voice: 'Citizen' } },
			{ words: 'The hall is booked.', status: 'on-track', dueOn: null, by: { name: 'Colin' } },
		])
		expect((await listEntriesAbout(scratch.db.read, given.place, action.id)).map(({ kind }) => kind)).toEqual([
			'action-agreed',
			'action-updated',
			'action-updated',
		])
	})

	test('sent twice, it is said once; sent by ten people at once, all of it is kept', async () => {
		const action = await givenAction()
		const once = said()
		await Promise.all([
			reportOnAction(scratch.db, given.commissioner, action.id, once, now),
			reportOnAction(scratch.db, given.commissioner, action.id, once, now),
		])
		expect(await listUpdates(scratch.db.read, action.id)).toHaveLength(1)
		const changed = { ...once, words: 'The hall is booked twice.' }
		expect(await reportOnAction(scratch.db, given.commissioner, action.id, changed, now)).toEqual({
			refused: 'sent-already',
		})
		const ten = Array.from({ length: 10 }, (_, index) => said({ words: `Report ${index}` }))
		await Promise.all(ten.map((report) => reportOnAction(scratch.db, given.facilitator, action.id, report, now)))
		expect(await listUpdates(scratch.db.read, action.id)).toHaveLength(11)
	})

	test.each<[string, () => Membership, object, string]>([
		['somebody who neither leads nor partners it', () => given.provider, {}, 'not-allowed'],
		['an observer', () => given.observer, {}, 'not-allowed'],
		['a new date already gone by', () => given.commissioner, { dueOn: '2026-02-01' }, 'due-in-the-past'],
	])('is refused for %s', async (_why, who, change, refused) => {
		const action = await givenAction()
		expect(await reportOnAction(scratch.db, who(), action.id, said(change), now)).toEqual({ refused })
		expect(await listUpdates(scratch.db.read, action.id)).toEqual([])
	})

	test('a member of another partnership finds nothing', async () => {
		const action = await givenAction()
		const { facilitator } = await givenPartnership(scratch.db)
		expect(await reportOnAction(scratch.db, facilitator, action.id, said(), now)).toEqual({ refused: 'not-found' })
	})
})

test('a new voice may be a citizen partner', async () => {
	const voice = { ...given.voices.citizen, id: newId(), kind: 'carer', name: 'Carer', position: 9 }
	const { saveVoice } = await import('../../../db/queries/partnerships.ts')
	await scratch.db.write((tx) => saveVoice(tx, voice))
	const carer = await givenMember(scratch.db, given.place, { name: 'Bea', voice })
	expect(await givenAction({ citizenPartnerId: carer.memberId })).toMatchObject({ citizenPartnerId: carer.memberId })
})

test('the tracker lists the partnership’s own actions and the record stays unbroken', async () => {
	const rows = await listActions(scratch.db.read, given.place)
	expect(rows.length).toBeGreaterThan(5)
	expect(rows.every(({ action }) => action.partnershipId === given.place.partnershipId)).toBe(true)
	expect(await verify(walkEntries(scratch.db.read, given.place))).toMatchObject({ unbroken: true })
})
