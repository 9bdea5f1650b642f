import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { options } from '../../../tests/given-question.ts'
import { closes, givenVotes, justBefore, named } from '../../../tests/given-votes.ts'
import { type CountableBallots, countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { Counts } from './counts.ts'

const { scratch, db, given, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

const someBudget = {
	method: 'equal-shares' as const,
	options,
	rules: { secrecy: 'secret' as const, quorum: 0, showsStanding: false, budget: 10_000_00 },
}

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

test('a process that died in the middle of a count: it is counted again, from the same ballots, and no vote came between', async () => {
	const decision = await opened({ rules: { ...named, quorum: 0 } })
	await cast(given.citizen, decision.id, 'for')
	const dying = () => {
		throw new Error('killed')
	}
	const budget = await opened(someBudget)
	await cast(given.citizen, budget.id, { marks: { A: 1 } })
	await expect(closeDueDecisions(db, closes, dying)).rejects.toThrow('1 decisions could not be closed')
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'closed' })
	expect(await findDecision(db.read, given.place, budget.id)).toMatchObject({ state: 'counting', result: null })
	expect(await cast(given.provider, budget.id, { marks: { B: 1 } }, { now: justBefore })).toEqual({
		refused: 'voting-over',
	})
	await closeDueDecisions(db, closes)
	expect(await findDecision(db.read, given.place, budget.id)).toMatchObject({
		state: 'closed',
		result: { outcome: 'chosen', count: { winners: ['A'], ballots: { counted: 1 } } },
	})
	expect((await kindsOf(budget.id)).filter((kind) => kind === 'decision-closed')).toHaveLength(1)
})

test('a long count is made in a thread of its own and says the same', async () => {
	const counts = new Counts()
	const names = Array.from({ length: 12 }, (_, at) => String.fromCharCode(65 + at))
	const file: CountableBallots = {
		title: 'Which of these?',
		method: 'equal-shares',
		options: { utility: 'cost', completion: 'add1' },
		tieOrder: names,
		budget: '9000',
		choices: names.map((id, at) => ({ id, cost: `${700 + 130 * at}` })),
		ballots: Array.from({ length: 400 }, (_, at) => ({
			points: Object.fromEntries(names.filter((_, bit) => ((at * 2_654_435_761) >>> bit) & 1).map((id) => [id, 1])),
		})),
	}
	const seen: (number | null)[] = []
	const counting = counts.count(file, 'd')
	seen.push(counts.runsOf('d'))
	expect(await counting).toEqual(countOpenBallots(file))
	expect(seen).toEqual([0])
	expect(counts.runsOf('d')).toBe(null)
	await expect(counts.count({ ...file, budget: 'nonsense' }, 'd')).rejects.toThrow('not an amount')
})
