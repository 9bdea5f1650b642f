import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, findTurnout } from '../../../db/queries/electors.ts'
import { findMembershipOf } from '../../../db/queries/members.ts'
import { listPaperReadings } from '../../../db/queries/paper-ballots.ts'
import { givenGroup } from '../../../tests/factories.ts'
import { options } from '../../../tests/given-question.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { closes, during, givenVotes, named, opens, secret } from '../../../tests/given-votes.ts'
import type { Answer } from '../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { giveSeat } from '../people/give-seat.server.ts'
import { type Count, closeDueDecisions } from './close-due-decisions.server.ts'
import { enterPaper, readAgain, takeBackReadings } from './enter-paper.server.ts'
import { type NewDecision, openDecision } from './open-decision.server.ts'
import { readResult } from './read-result.server.ts'
import { giveBackPaper, takeInPaper } from './take-in-paper.server.ts'

const { scratch, db, given, workings, asked, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

const takeIn = (decisionId: string, memberId: string, now = during) =>
	takeInPaper(db, given.facilitator, { decisionId, memberId }, now)
const read = (
	who: 'facilitator' | 'citizen',
	decisionId: string,
	number: number,
	answer: Answer | null,
	memberId: string | null = null,
) => enterPaper(db, given[who], decisionId, { number, voiceId: given.voices.provider.id, memberId, answer, reason: '' })
const stateOf = async (id: string) => (await findDecision(db.read, given.place, id))!

test('whichever way came first counts, once', async () => {
	const decision = await opened()
	expect(await cast(given.citizen, decision.id, 'for')).toHaveProperty('receipt')
	expect(await takeIn(decision.id, given.citizen.memberId)).toEqual({ refused: 'voted-on-screen' })
	expect(await takeIn(decision.id, given.provider.memberId)).toEqual({ done: true })
	expect(await takeIn(decision.id, given.provider.memberId)).toEqual({ done: true })
	expect(await cast(given.provider, decision.id, 'for')).toEqual({ refused: 'voted-on-paper' })
	expect(await takeIn(decision.id, given.observer.memberId)).toEqual({ refused: 'not-on-the-roll' })
	expect(await takeIn(decision.id, given.commissioner.memberId, closes)).toEqual({ refused: 'voting-over' })
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 2 })
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast', 'paper-taken-in'])

	const of = { decisionId: decision.id, memberId: given.provider.memberId }
	expect(await giveBackPaper(db, given.facilitator, of, during)).toEqual({ done: true })
	expect(await cast(given.provider, decision.id, 'against')).toHaveProperty('receipt')
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 2 })
})

test('the count waits until two people have read every paper alike; then paper and screen are one count', async () => {
	const decision = await opened()
	await cast(given.citizen, decision.id, 'against')
	for (const { memberId } of [given.provider, given.commissioner]) await takeIn(decision.id, memberId)
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({ state: 'counting' })

	const commissioner = given.voices.commissioner.id
	const second = (who: 'facilitator' | 'citizen', choice: 'for' | 'against') =>
		enterPaper(db, given[who], decision.id, {
			number: 2,
			voiceId: commissioner,
			memberId: null,
			answer: { choice },
			reason: 'Now',
		})
	expect(await read('facilitator', decision.id, 1, { choice: 'for' })).toEqual({ done: true })
	expect(await read('citizen', decision.id, 1, { choice: 'for' })).toEqual({ done: true })
	expect(await second('facilitator', 'for')).toEqual({ done: true })
	expect(await second('citizen', 'against')).toEqual({ done: true })
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({ state: 'counting' })
	expect(await readAgain(db, given.citizen, decision.id, 2)).toEqual({ done: true })
	for (const who of ['facilitator', 'citizen'] as const) expect(await second(who, 'for')).toEqual({ done: true })
	const of = { decisionId: decision.id, memberId: given.provider.memberId }
	expect(await giveBackPaper(db, given.facilitator, of, closes)).toEqual({ refused: 'too-late-to-take-off' })
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({
		state: 'closed',
		result: { outcome: 'agreed', voted: 3 },
	})
	const ballots = await listBallots(db.read, decision.id)
	expect(ballots.map(({ answer }) => 'choice' in answer && answer.choice).sort()).toEqual(['against', 'for', 'for'])
	expect(ballots.map(({ memberId, voiceId }) => [memberId, voiceId])).toEqual(Array(3).fill([null, '']))
	expect(new Set(ballots.map(({ receiptHash }) => receiptHash.replaceAll(/[0-9a-f]/g, 'x')))).toEqual(
		new Set(['x'.repeat(64)]),
	)
	expect(await listPaperReadings(db.read, decision.id)).toEqual([])
	expect(await read('citizen', decision.id, 1, { choice: 'for' })).toEqual({ refused: 'already-closed' })
	expect(await findElector(db.read, decision.id, given.provider.memberId)).toMatchObject({
		cameBy: 'paper',
		ballotId: null,
	})
})

test('what breaks the rules is refused or spoilt; named papers carry their names', async () => {
	const decision = await opened({
		method: 'points',
		options,
		rules: { ...named, quorum: 0, seats: 1, points: 5 },
	} as never)
	await takeIn(decision.id, given.provider.memberId)
	await takeIn(decision.id, given.commissioner.memberId)
	const [provider, commissioner] = [given.provider.memberId, given.commissioner.memberId]
	expect(await read('citizen', decision.id, 1, { marks: { A: 9 } }, provider)).toEqual({
		refused: 'over-points',
		by: 4,
	})
	expect(await read('citizen', decision.id, 1, { marks: { A: 5 } }, given.observer.memberId)).toEqual({
		refused: 'not-returned',
	})
	for (const who of ['citizen', 'facilitator'] as const) {
		expect(await read(who, decision.id, 1, { marks: { A: 5 } }, provider)).toEqual({ done: true })
		expect(await read(who, decision.id, 2, null, commissioner)).toEqual({ done: true })
	}
	await closeDueDecisions(db, closes)
	const { result } = await stateOf(decision.id)
	expect(result).toMatchObject({ spoilt: 1, count: { winners: ['A'], ballots: { counted: 1, blank: 0, spoilt: 1 } } })
	expect((await listBallots(db.read, decision.id)).map(({ memberId }) => memberId)).toEqual([provider])
	const { votes } = await readResult(db.read, given.place, await stateOf(decision.id), workings)
	expect(votes.filter(({ isSpoilt }) => isSpoilt).map(({ memberId }) => memberId)).toEqual([commissioner])
})

test('in a circle that its chair runs alone no paper is taken in, until somebody else is its clerk', async () => {
	const circle = await givenGroup(db, given.place, 'circle', [
		{ member: given.citizen, office: 'chair' },
		{ member: given.provider },
	])
	const { version } = await givenVersion(db, given, { visibility: 'circle', groupId: circle.id })
	const chair = (await findMembershipOf(db.read, given.place, given.citizen.memberId))!
	const opening = await openDecision(
		db,
		chair,
		{ ...(await asked({ groupId: circle.id, versionId: version.id })), kind: 'show-of-views' } as NewDecision,
		opens,
	)
	if ('refused' in opening) throw new Error(opening.refused)
	const of = { decisionId: opening.decision.id, memberId: given.provider.memberId }
	expect(await takeInPaper(db, chair, of, during)).toEqual({ refused: 'one-reader' })
	expect(await findTurnout(db.read, of.decisionId)).toEqual({ electors: 2, voted: 0 })

	const clerk = { groupId: circle.id, memberId: given.observer.memberId, votes: false, office: 'clerk' as const }
	await giveSeat(db, chair, clerk, during)
	expect(await takeInPaper(db, chair, of, during)).toEqual({ done: true })
})

test('a paper that is not there after the close is read as one that cannot be counted, by two, and holds up nobody', async () => {
	const decision = await opened({ rules: { ...secret, quorum: 0 } })
	await cast(given.citizen, decision.id, 'for')
	await takeIn(decision.id, given.provider.memberId)
	await closeDueDecisions(db, closes)
	const of = { decisionId: decision.id, memberId: given.provider.memberId }
	expect(await giveBackPaper(db, given.facilitator, of, closes)).toEqual({ refused: 'too-late-to-take-off' })
	expect(await read('facilitator', decision.id, 1, null)).toEqual({ done: true })
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({ state: 'counting' })
	expect(await read('citizen', decision.id, 1, null)).toEqual({ done: true })
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({
		state: 'closed',
		result: { outcome: 'agreed', spoilt: 1, voted: 1 },
	})
})

test('of a secret vote no paper is taken off once any is read: nobody can tell whose that was', async () => {
	const decision = await opened({ rules: { ...secret, quorum: 0 } })
	const { provider, commissioner, citizen } = given
	for (const { memberId } of [provider, commissioner]) await takeIn(decision.id, memberId)
	// The provider's own, and the commissioner's is still unread.
	for (const who of ['facilitator', 'citizen'] as const) await read(who, decision.id, 1, { choice: 'for' })
	const of = { decisionId: decision.id, memberId: provider.memberId }
	expect(await giveBackPaper(db, given.facilitator, of, during)).toEqual({ refused: 'papers-read' })
	expect(await cast(provider, decision.id, 'for')).toEqual({ refused: 'voted-on-paper' })

	// One person alone takes back their own reading and no other.
	expect(await readAgain(db, given.facilitator, decision.id, 1)).toEqual({ refused: 'only-your-own' })
	expect(await takeBackReadings(db, given.facilitator, decision.id)).toEqual({ done: true })
	expect(await giveBackPaper(db, given.facilitator, of, during)).toEqual({ refused: 'papers-read' })
	expect(await takeBackReadings(db, given.observer, decision.id)).toEqual({ refused: 'not-yours-to-take-in' })
	expect(await takeBackReadings(db, citizen, decision.id)).toEqual({ done: true })
	expect(await takeBackReadings(db, citizen, decision.id)).toEqual({ refused: 'none-read' })
	expect(await giveBackPaper(db, given.facilitator, of, during)).toEqual({ done: true })

	expect(await cast(provider, decision.id, 'against')).toHaveProperty('receipt')
	const theOther = { number: 1, voiceId: given.voices.commissioner.id, memberId: null, reason: '' }
	for (const who of [given.facilitator, citizen])
		expect(await enterPaper(db, who, decision.id, { ...theOther, answer: { choice: 'for' } })).toEqual({ done: true })
	await closeDueDecisions(db, closes)
	const ballots = await listBallots(db.read, decision.id)
	expect(ballots.map(({ answer }) => 'choice' in answer && answer.choice).sort()).toEqual(['against', 'for'])
	expect(await takeBackReadings(db, citizen, decision.id)).toEqual({ refused: 'already-closed' })
})

test('only those who run the vote take papers in or read them, and one person is never two', async () => {
	const decision = await opened()
	const of = { decisionId: decision.id, memberId: given.provider.memberId }
	for (const who of [given.provider, given.observer])
		expect(await takeInPaper(db, who, of, during)).toEqual({ refused: 'not-yours-to-take-in' })
	await takeInPaper(db, given.citizen, of, during)
	const reading = {
		number: 1,
		voiceId: given.voices.provider.id,
		memberId: null,
		answer: { choice: 'for' as const },
		reason: '',
	}
	expect(await enterPaper(db, given.provider, decision.id, reading)).toEqual({ refused: 'not-yours-to-take-in' })
	for (let again = 0; again < 2; again++)
		expect(await enterPaper(db, given.citizen, decision.id, reading)).toEqual({ done: true })
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({ state: 'counting' })
	expect(await takeBackReadings(db, given.citizen, decision.id)).toEqual({ done: true })
	expect(await listPaperReadings(db.read, decision.id)).toEqual([])
})

test('a paper read anew while a long count is under way is not counted as it was read before', async () => {
	const decision = await opened({
		method: 'approval',
		options,
		rules: { ...named, quorum: 0, seats: 1 },
	} as never)
	const { memberId } = given.provider
	await takeIn(decision.id, memberId)
	const byBoth = async (option: string) => {
		for (const who of ['citizen', 'facilitator'] as const)
			expect(await read(who, decision.id, 1, { marks: { [option]: 1 } }, memberId)).toEqual({ done: true })
	}
	await byBoth('A')
	const count: Count = async (file) => {
		await byBoth('B')
		return countOpenBallots(file)
	}
	expect(await closeDueDecisions(db, closes, count)).toEqual([])
	await closeDueDecisions(db, closes)
	expect(await stateOf(decision.id)).toMatchObject({ state: 'closed', result: { count: { winners: ['B'] } } })
	expect((await listBallots(db.read, decision.id)).map(({ answer }) => answer)).toEqual([{ marks: { B: 1 } }])
})
