import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Decision } from '../../app/domain/decisions/decision.ts'
import { agreeAction } from '../../app/features/actions/agree-action.server.ts'
import { giveVerdict } from '../../app/features/actions/give-verdict.server.ts'
import { reportOnAction } from '../../app/features/actions/report-on-action.server.ts'
import { trackActions } from '../../app/features/actions/track-actions.server.ts'
import { newId } from '../../app/http/new-id.ts'
import { addDecision } from '../../db/queries/decisions.ts'
import { nextReference } from '../../db/queries/partnerships.ts'
import { findThread } from '../../db/queries/thread.ts'
import { writings } from '../../db/schema/index.ts'
import { type GivenPartnership, givenMember, givenPartnership } from '../factories.ts'
import { givenDecision } from '../given-decision.ts'
import { choosing, options } from '../given-question.ts'
import { scratchDatabase } from './scratch.ts'

const agreedAt = new Date('2026-03-01T12:00:00Z')
const now = new Date('2026-11-21T12:00:00Z')
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

const threadOf = (documentId: string, actionId?: string) =>
	findThread(scratch.db.read, given.place, documentId, { now, through: actionId ? { actionId } : {} })

async function givenAction(decisionId: string, dueOn = '2026-10-01') {
	const hands = { leadMemberId: null, citizenPartnerId: given.citizen.memberId }
	const words = {
		title: 'Evening breaks',
		accountableBody: 'The council',
		lead: 'Colin',
		expectedDifference: 'Evenings.',
	}
	const id = newId()
	await agreeAction(scratch.db, given.facilitator, { id, decisionId, dueOn, ...words, ...hands }, agreedAt)
	return id
}

test('the whole thread, from the writers to what people say of it', async () => {
	const { document, decision } = await givenDecision(scratch.db, given)
	const wrote = (memberId: string, clock: number) => ({
		documentId: document.id,
		generation: 1,
		client: 7,
		clock,
		length: 1,
		memberId,
		at: agreedAt,
	})
	const { citizen, provider, facilitator, commissioner } = given
	await scratch.db.write((tx) =>
		tx
			.insert(writings)
			.values(
				[citizen, citizen, provider, facilitator, commissioner].map(({ memberId }, clock) => wrote(memberId, clock)),
			),
	)
	const target = { to: 'decision', id: decision.id }
	expect(await threadOf(document.id)).toMatchObject([
		{ stop: 'need', state: 'done', standing: { source: '31 carers, spring 2026' } },
		{ stop: 'words', state: 'done', standing: { is: 'writing', writers: 4, voices: 3 } },
		{ stop: 'version', state: 'done', target: { documentId: document.id, number: 1 } },
		{ stop: 'decision', state: 'done', standing: { is: 'agreed' }, target },
		{ stop: 'action', state: 'stopped', standing: { is: 'nothing-agreed-since' }, target },
		{ stop: 'difference', state: 'ahead' },
	])

	const id = await givenAction(decision.id)
	expect((await threadOf(document.id))[4]).toMatchObject({
		state: 'now',
		standing: { is: 'under-way', status: 'not-started', daysLate: 51 },
		target: { to: 'action', id },
	})

	const stopped = { id: newId(), status: 'stopped' as const, words: 'No hall was found.', dueOn: null }
	await reportOnAction(scratch.db, given.facilitator, id, stopped, now)
	expect((await threadOf(document.id))[4]).toMatchObject({
		state: 'stopped',
		standing: { is: 'action-stopped', reason: 'No hall was found.' },
	})

	await reportOnAction(
		scratch.db,
		given.facilitator,
		id,
		{ ...stopped, id: newId(), status: 'done', words: 'Open.' },
		now,
	)
	for (let index = 0; index < 5; index++) {
		expect((await threadOf(document.id))[5]).toMatchObject({ state: 'now', standing: { is: 'asking' } })
		const who = await givenMember(scratch.db, given.place, { name: `Person ${index}`, voice: given.voices.citizen })
		await giveVerdict(scratch.db, who, id, { answer: index < 2 ? 'a-little' : 'no', words: '' }, now)
	}
	expect((await threadOf(document.id))[5]).toMatchObject({
		state: 'stopped',
		standing: { is: 'felt', felt: 2, people: 5 },
	})
})

test('one of several actions is followed alone when it is looked at', async () => {
	const { document, decision } = await givenDecision(scratch.db, given)
	const soon = await givenAction(decision.id, '2027-01-01')
	await givenAction(decision.id)
	expect((await threadOf(document.id))[4]).toMatchObject({ standing: { is: 'actions-under-way', actions: 2, late: 1 } })
	expect((await threadOf(document.id, soon))[4]).toMatchObject({ standing: { is: 'under-way', status: 'not-started' } })
})

test('a later vote on the same version hides neither the late action nor the vote it came from', async () => {
	const { document, decision } = await givenDecision(scratch.db, given)
	const id = await givenAction(decision.id)
	const small = await scratch.db.write(async (tx) => {
		const reference = await nextReference(tx, given.place, 'DEC', 2026)
		const opensAt = new Date('2026-10-01T09:00:00Z')
		const closesAt = new Date('2026-10-08T17:00:00Z')
		const later = { ...decision, id: newId(), reference, opensAt, closesAt, closedAt: closesAt }
		await addDecision(tx, later)
		return later
	})
	const thread = await threadOf(document.id)
	expect(thread[3]).toMatchObject({
		standing: { is: 'agreed', at: new Date('2026-02-15T17:00:00Z') },
		newer: { is: 'agreed', at: new Date('2026-10-08T17:00:00Z') },
		target: { to: 'decision', id: decision.id },
	})
	expect(thread[4]).toMatchObject({ standing: { is: 'under-way', daysLate: 51 }, target: { to: 'action', id } })

	await givenAction(small.id, '2027-01-01')
	const both = await threadOf(document.id)
	expect(both[3]).toMatchObject({ target: { to: 'decision', id: small.id } })
	expect(both[4]).toMatchObject({
		standing: { is: 'actions-under-way', actions: 2, late: 1 },
		target: { to: 'all-actions', documentId: document.id },
	})
	const tracked = await trackActions(
		scratch.db.read,
		given.place,
		given.facilitator,
		{ status: null, decisionId: null, documentId: document.id },
		now,
	)
	expect(tracked.actions.map(({ action }) => action.decisionId).toSorted()).toEqual([decision.id, small.id].toSorted())
})

test('what was funded is told with what there was to choose among', async () => {
	const { document, version } = await givenDecision(scratch.db, given, { outcome: 'not-agreed' })
	await scratch.db.write(async (tx) => {
		const reference = await nextReference(tx, given.place, 'DEC', 2026)
		const times = { opensAt: agreedAt, closesAt: now, closedAt: now, state: 'closed' as const }
		const result = {
			engine: 'greedy/1',
			outcome: 'chosen' as const,
			voted: 4,
			electors: 4,
			winners: ['A', 'C'],
			byVoice: [],
			ballotsHash: '',
		}
		const { memberId } = given.facilitator
		const place = { ...given.place, groupId: given.group.id, versionId: version.id, openedBy: memberId }
		await addDecision(tx, { ...choosing('greedy'), ...times, ...place, id: newId(), reference, result } as Decision)
	})
	expect((await threadOf(document.id))[3]).toMatchObject({
		standing: { is: 'chosen', choice: { method: 'greedy', options, winners: ['A', 'C'] } },
	})
})

test('a thread is never told of another partnership’s document', async () => {
	const elsewhere = await givenPartnership(scratch.db)
	const { document } = await givenDecision(scratch.db, elsewhere)
	await expect(threadOf(document.id)).rejects.toThrow('not in this partnership')
})
