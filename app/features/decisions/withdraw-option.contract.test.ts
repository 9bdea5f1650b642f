import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { options } from '../../../tests/given-question.ts'
import { closes, during, givenVotes, justBefore } from '../../../tests/given-votes.ts'
import { tamperWithDecision } from '../../../tests/tampered-decision.ts'
import { newId } from '../../http/new-id.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { enterPaper } from './enter-paper.server.ts'
import type { NewDecision } from './open-decision.server.ts'
import { readResult } from './read-result.server.ts'
import { takeInPaper } from './take-in-paper.server.ts'
import { verifyResults } from './verify-results.server.ts'
import { withdrawOption } from './withdraw-option.server.ts'

const { scratch, db, given, workings, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())
const { citizen, commissioner, provider, facilitator, place } = given

const named = { secrecy: 'named' as const, quorum: 0, showsStanding: false }
const approval = {
	method: 'approval',
	options,
	rules: named,
} as Partial<NewDecision>
const lostHall = { option: 'A', reason: ' The hall is gone. ' }
const take = (...ids: string[]) => ({ marks: Object.fromEntries(ids.map((id) => [id, 1])) })
const stateOf = async (id: string) => (await findDecision(db.read, place, id))!

test('votes for it lapse, the rest of each ballot stands, and the seal is what it was', async () => {
	const decision = await opened(approval)
	await cast(citizen, decision.id, take('A', 'B'))
	await cast(commissioner, decision.id, take('A'))
	expect(await withdrawOption(db, facilitator, decision.id, lostHall, during)).toMatchObject({
		withdrawn: [{ option: 'A', reason: 'The hall is gone.', at: during.toISOString() }],
	})
	expect(await cast(provider, decision.id, take('A', 'C'))).toEqual({ refused: 'withdrawn', option: 'A' })
	expect(await cast(provider, decision.id, take('B'))).toHaveProperty('receipt')
	await closeDueDecisions(db, closes)

	const closed = await stateOf(decision.id)
	expect(closed.seal).toBe(decision.seal)
	expect(closed.options).toEqual(options)
	expect(closed.result).toMatchObject({
		outcome: 'chosen',
		withdrawn: ['A'],
		count: { winners: ['B'], rounds: [{ votes: { B: 2, C: 0 } }], ballots: { counted: 2, blank: 1, spoilt: 0 } },
	})
	// The ballots stand as they were cast, so that everybody can see what lapsed.
	expect((await listBallots(db.read, decision.id)).map(({ answer }) => answer)).toContainEqual(take('A', 'B'))
	expect((await readResult(db.read, place, closed, workings)).named).toEqual({ A: 2, B: 2, C: 0 })
	const entry = (await listEntriesAbout(db.read, place, decision.id)).find(({ kind }) => kind === 'option-withdrawn')
	expect(entry).toMatchObject({ actorId: facilitator.memberId, details: { seal: decision.seal, option: 'A' } })
	expect(JSON.stringify(entry)).not.toContain('hall')
	expect((await verifyResults(db.read, place)).different).toEqual([])
})

test('a withdrawal, its reason or its moment changed by hand is found', async () => {
	const decision = await opened(approval)
	await withdrawOption(db, facilitator, decision.id, lostHall, during)
	await cast(citizen, decision.id, take('B'))
	await closeDueDecisions(db, closes)
	const { withdrawn } = await stateOf(decision.id)
	const tampered = [[], [{ ...withdrawn[0]!, reason: 'Nobody wanted it.' }], [{ ...withdrawn[0]!, at: opensAtText }]]
	for (const changed of tampered) {
		await db.write((tx) => tamperWithDecision(tx, decision.id, { withdrawn: changed }))
		expect((await verifyResults(db.read, place)).different).toMatchObject([
			{ reference: decision.reference, differences: expect.arrayContaining(['withdrawals-changed']) },
		])
	}
	await db.write((tx) => tamperWithDecision(tx, decision.id, { withdrawn }))
	expect((await verifyResults(db.read, place)).different).toEqual([])
})

const opensAtText = '2026-06-01T09:00:00.000Z'

test('only those who run the vote, once, until the close, and never the last choice', async () => {
	const decision = await opened(approval)
	const asked = (who = facilitator, change = {}, now = during) =>
		withdrawOption(db, who, decision.id, { ...lostHall, ...change }, now)
	for (const who of [commissioner, provider, given.observer])
		expect(await asked(who)).toEqual({ refused: 'not-yours-to-withdraw' })
	expect(await asked(facilitator, {}, closes)).toEqual({ refused: 'voting-over' })
	expect(await withdrawOption(db, facilitator, newId(), lostHall, during)).toEqual({ refused: 'not-found' })
	const sentTwice = await Promise.all([asked(citizen), asked(citizen)])
	for (const answer of sentTwice) expect(answer).toMatchObject({ withdrawn: [{ option: 'A' }] })
	expect(await asked(facilitator, { reason: 'Another.' })).toEqual({ refused: 'withdrawn-already' })
	expect(await asked(facilitator, { option: 'B' })).toEqual({ refused: 'too-few-left' })
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'option-withdrawn'])
})

test('a ballot comes before the withdrawal, or is refused, also when another process records it; none is lost', async () => {
	const elsewhere = await scratch.reopen()
	for (const first of ['ballots', 'withdrawal'] as const) {
		const decision = await opened(approval)
		const votes = [citizen, commissioner, provider].map(
			(who) => () => cast(who, decision.id, take('A'), { now: justBefore }),
		)
		const withdrawal = () => withdrawOption(elsewhere, facilitator, decision.id, lostHall, justBefore)
		const sent = first === 'ballots' ? [...votes.slice(0, 2), withdrawal, votes[2]!] : [withdrawal, ...votes]
		const answers = await Promise.all(sent.map((send) => send()))
		const kinds = await kindsOf(decision.id)
		const before = kinds.slice(0, kinds.indexOf('option-withdrawn')).filter((kind) => kind === 'ballot-cast').length
		expect(kinds.filter((kind) => kind === 'ballot-cast')).toHaveLength(before)
		expect(answers.filter((answer) => 'receipt' in answer)).toHaveLength(before)
		expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'withdrawn')).toHaveLength(3 - before)
		await closeDueDecisions(db, closes)
		expect((await stateOf(decision.id)).result).toMatchObject({
			outcome: before === 0 ? 'nobody-voted' : 'none-chosen',
			withdrawn: ['A'],
		})
	}
})

test('the form sent again after the withdrawal shows the receipt of the ballot that is in', async () => {
	const decision = await opened(approval)
	const id = newId()
	const sent = await cast(citizen, decision.id, take('A', 'B'), { id })
	await withdrawOption(db, facilitator, decision.id, lostHall, during)
	expect(await cast(citizen, decision.id, take('A', 'B'), { id })).toEqual(sent)
	expect(await cast(citizen, decision.id, take('A', 'B'), { id: newId() })).toMatchObject({ refused: 'withdrawn' })
})

test('a paper is read as it stands, and counts without what was withdrawn', async () => {
	const decision = await opened(approval)
	await takeInPaper(db, facilitator, { decisionId: decision.id, memberId: provider.memberId }, during)
	await withdrawOption(db, facilitator, decision.id, lostHall, during)
	for (const who of [facilitator, citizen]) {
		const paper = { number: 1, voiceId: given.voices.provider.id, memberId: provider.memberId, reason: '' }
		expect(await enterPaper(db, who, decision.id, { ...paper, answer: take('A', 'C') })).toEqual({ done: true })
	}
	await closeDueDecisions(db, closes)
	expect((await stateOf(decision.id)).result).toMatchObject({ outcome: 'chosen', count: { winners: ['C'] } })
	expect((await verifyResults(db.read, place)).different).toEqual([])
})

test('of a secret vote of fewer than five it is told too, and nothing else', async () => {
	const decision = await opened({ ...approval, rules: { ...named, secrecy: 'secret' } } as Partial<NewDecision>)
	await cast(citizen, decision.id, take('A', 'C'))
	await withdrawOption(db, facilitator, decision.id, lostHall, during)
	await closeDueDecisions(db, closes)
	expect((await stateOf(decision.id)).result).toMatchObject({ winners: ['C'], voted: 1, withdrawn: ['A'] })
	expect((await verifyResults(db.read, place)).different).toEqual([])
})
