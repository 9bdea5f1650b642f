import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { listVerdictWords, tallyAllVerdicts } from '../../../db/queries/verdicts.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenMember, givenPartnership } from '../../../tests/factories.ts'
import { givenDecision } from '../../../tests/given-decision.ts'
import { storedVerdicts } from '../../../tests/stored-verdicts.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { VerdictAnswer } from '../../domain/actions/action.ts'
import { newId } from '../../http/new-id.ts'
import { agreeAction } from './agree-action.server.ts'
import { giveVerdict } from './give-verdict.server.ts'
import { reportOnAction } from './report-on-action.server.ts'

const now = new Date('2026-03-01T12:00:00Z')
const done = { status: 'done' as const, words: 'It opened in May.', dueOn: null }
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

async function givenAction({ isDone = true } = {}) {
	const { decision } = await givenDecision(scratch.db, given)
	const id = newId()
	const agreement = {
		id,
		decisionId: decision.id,
		title: 'Evening breaks',
		accountableBody: 'Harbourside Council',
		lead: 'Head of short breaks',
		leadMemberId: null,
		citizenPartnerId: null,
		expectedDifference: 'Two evenings a week.',
		dueOn: '2026-10-01',
	}
	await agreeAction(scratch.db, given.facilitator, agreement, now)
	if (isDone) await reportOnAction(scratch.db, given.facilitator, id, { ...done, id: newId() }, now)
	return id
}

const give = (who: Membership, id: string, answer: VerdictAnswer, words = '', at = now) =>
	giveVerdict(scratch.db, who, id, { answer, words }, at)

async function tallyOf(id: string) {
	const all = await tallyAllVerdicts(scratch.db.read, given.place)
	return all.find(({ actionId }) => actionId === id)?.tally
}

test('each member answers once, even when they press twice', async () => {
	const id = await givenAction()
	const both = await Promise.all([give(given.citizen, id, 'no'), give(given.citizen, id, 'a-lot')])
	expect(both.filter((one) => 'given' in one)).toHaveLength(1)
	expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'already-given' }])
	await give(given.provider, id, 'a-little', 'It is closer to home.')
	const { answers } = await storedVerdicts(scratch.db, id)
	expect(answers.map(({ words }) => words).sort()).toEqual(['', 'It is closer to home.'])
})

test('whoever looks after each answer sees totals and words move five at a time, and never by one', async () => {
	const id = await givenAction()
	const answers: VerdictAnswer[] = ['no', 'a-lot', 'a-lot', 'no', 'a-little', 'worse', 'a-lot', 'no', 'no', 'no', 'no']
	const seen: string[] = []
	for (const [index, answer] of answers.entries()) {
		const name = `Watched ${index}`
		const who = await givenMember(scratch.db, given.place, { name, voice: given.voices.citizen })
		await give(who, id, answer, `${answer}, says ${index}`)
		const tally = Object.entries((await tallyOf(id)) ?? {}).filter(([, count]) => count > 0)
		const words = (await listVerdictWords(scratch.db.read, id)).length
		seen.push(`${tally.map(([one, count]) => `${one} ${count}`).join(', ')}: ${words}`)
	}
	const five = 'a-lot 2, a-little 1, no 2: 5'
	const ten = 'a-lot 3, a-little 1, no 5, worse 1: 10'
	expect(seen).toEqual([': 0', ': 0', ': 0', ': 0', five, five, five, five, five, ten, ten])
})

test.each<[string, () => Membership, boolean, string]>([
	['an observer', () => given.observer, true, 'not-allowed'],
	['anybody while it is under way', () => given.citizen, false, 'too-early'],
])('is refused for %s', async (_who, who, isDone, refused) => {
	expect(await give(who(), await givenAction({ isDone }), 'no')).toEqual({ refused })
})

test('once its date has gone by, people may answer whatever was reported', async () => {
	const id = await givenAction({ isDone: false })
	expect(await give(given.citizen, id, 'no', '', new Date('2026-10-02T09:00:00Z'))).toEqual({ given: true })
})

test('a member of another partnership finds nothing', async () => {
	const id = await givenAction()
	const { citizen } = await givenPartnership(scratch.db)
	expect(await give(citizen, id, 'no')).toEqual({ refused: 'not-found' })
})

test('nothing stored joins an answer to who gave it: no key, no time, and not the order of the rows', async () => {
	const id = await givenAction()
	const people: Membership[] = []
	for (let index = 0; index < 24; index++) {
		people.push(await givenMember(scratch.db, given.place, { name: `Person ${index}`, voice: given.voices.citizen }))
	}
	for (const [index, who] of people.entries()) await give(who, id, 'dont-know', `words ${index}`)

	const stored = await storedVerdicts(scratch.db, id)
	expect(Object.keys(stored.answers[0]!).sort()).toEqual(['actionId', 'answer', 'id', 'waiting', 'words'])
	expect(Object.keys(stored.givers[0]!).sort()).toEqual(['actionId', 'memberId'])
	const asGiven = people.map((_, index) => `words ${index}`)
	const asStored = stored.answers.map(({ words }) => words)
	expect(asStored.toSorted()).toEqual(asGiven.toSorted())
	expect(asStored).not.toEqual(asGiven)

	// The four that wait came last, so the order in which people answered must be lost as well.
	expect(stored.answers.filter(({ waiting }) => waiting)).toHaveLength(4)
	const givers = stored.givers.map(({ memberId }) => memberId)
	const inTurn = people.map(({ memberId }) => memberId)
	expect(givers.toSorted()).toEqual(inTurn.toSorted())
	expect(givers).not.toEqual(inTurn)

	const before = stored.answers.map((row) => row.id)
	await give(given.citizen, id, 'no', 'one more')
	const after = (await storedVerdicts(scratch.db, id)).answers.map((row) => row.id)
	expect(after.filter((row) => before.includes(row))).toEqual([])

	const entries = (await listEntriesAbout(scratch.db.read, given.place, id)).filter(
		({ kind }) => kind === 'verdict-given',
	)
	expect(entries).toHaveLength(25)
	expect(entries.every(({ actorId, details }) => actorId === null && Object.keys(details).length === 0)).toBe(true)
})
