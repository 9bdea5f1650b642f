import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { closes, givenVotes, justBefore, named } from '../../../tests/given-votes.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'

const { scratch, db, given, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

test('two processes closing at once count each decision once', async () => {
	const decisions = await Promise.all([opened(), opened({ rules: named }), opened()])
	for (const { id } of decisions) await cast(given.citizen, id, 'for')
	const other = await scratch.reopen()
	const rounds = await Promise.all([
		closeDueDecisions(db, closes),
		closeDueDecisions(other, closes),
		closeDueDecisions(other, closes),
	])
	const closedIds = rounds.flat().map(({ id }) => id)
	for (const { id } of decisions) {
		expect(closedIds.filter((closed) => closed === id)).toHaveLength(1)
		expect((await kindsOf(id)).filter((kind) => kind === 'decision-closed')).toHaveLength(1)
		expect(await listBallots(db.read, id)).toHaveLength(1)
	}
	expect(await closeDueDecisions(db, closes)).toEqual([])
})

test('nothing closes a millisecond early, and without the quorum there is no decision', async () => {
	const decision = await opened()
	await cast(given.citizen, decision.id, 'for')
	await closeDueDecisions(db, justBefore)
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'open', result: null })
	await closeDueDecisions(db, closes)
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({
		state: 'closed',
		closedAt: closes,
		result: { outcome: 'no-quorum' },
	})
})

test('named votes keep their names; the voices of a secret vote too small to show are not kept at all', async () => {
	const [open, hidden] = [await opened({ rules: named }), await opened()]
	for (const { id } of [open, hidden]) {
		await cast(given.citizen, id, 'for')
		await cast(given.provider, id, 'against')
	}
	await closeDueDecisions(db, closes)
	expect((await listBallots(db.read, open.id)).map(({ memberId }) => memberId).sort()).toEqual(
		[given.citizen.memberId, given.provider.memberId].sort(),
	)
	const { result } = (await findDecision(db.read, given.place, open.id))!
	expect(result?.byVoice.find(({ voiceId }) => voiceId === given.voices.citizen.id)?.tally).toEqual({
		for: 1,
		against: 0,
		abstain: 0,
	})
	const secretResult = (await findDecision(db.read, given.place, hidden.id))!.result
	expect(secretResult?.byVoice.map(({ tally }) => tally)).toEqual([null, null, null])
})
