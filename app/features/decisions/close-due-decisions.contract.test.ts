import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { addBallots, listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { options } from '../../../tests/given-question.ts'
import { closes, givenVotes, justBefore, named } from '../../../tests/given-votes.ts'
import { compiled } from '../../../tests/live/compiled.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount } from '../../domain/decisions/result.ts'
import { newId } from '../../http/new-id.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { Closings } from './closings.ts'

const { scratch, db, given, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

const waits = { timeout: 60_000 }
const where = scratch.url ? { url: scratch.url, dataDir: '' } : { dataDir: scratch.dataDir! }

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
		result: { outcome: 'chosen', winners: ['A'], voted: 1 },
	})
	expect((await kindsOf(budget.id)).filter((kind) => kind === 'decision-closed')).toHaveLength(1)
})

test('many ballots are closed in a process of its own, with the same result', async () => {
	const decision = await opened(someBudget)
	const all = await manyBallots(decision.id)
	const closings = new Closings(where)
	await closings.closeDue(db, justBefore)
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'open' })
	await closings.closeDue(db, closes)
	const closed = (await findDecision(db.read, given.place, decision.id))!
	const file = ballotsToCount(decision, all)!
	expect(closed).toMatchObject({
		state: 'closed',
		result: {
			outcome: 'chosen',
			count: { winners: countOpenBallots(file).winners, ballots: { counted: 350, blank: 50 } },
		},
	})
	expect(closings.runsOf(decision.id)).toBe(null)
	const kept = await listBallots(db.read, decision.id)
	expect(kept).toHaveLength(400)
	expect(kept.filter(({ id }) => all.some((cast) => cast.id === id))).toEqual([])
})

test('so they are by the compiled program, which is what is shipped', waits, async () => {
	const decision = await opened(someBudget)
	await manyBallots(decision.id)
	const program = await compiled(new URL('../../../tests/votes/close.ts', import.meta.url).pathname)
	const child = spawn(process.execPath, [program.file, JSON.stringify({ where, now: closes })], { stdio: 'inherit' })
	expect(await once(child, 'exit')).toEqual([0, null])
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'closed' })
	await program.remove()
})

test('a count that is stopped half-way, or cannot begin, is told; nothing is closed, and the next one closes it', async () => {
	const projects = Array.from({ length: 60 }, (_, at) => ({
		id: `P${at}`,
		name: `Project ${at}`,
		cost: (200 + 45 * at) * 100,
	}))
	const decision = await opened({ ...someBudget, options: projects })
	await manyBallots(decision.id, 3_000, (at) =>
		projects.map(({ id }) => id).filter((_, bit) => ((at + 1) >> (bit % 12)) & 1),
	)
	const nowhere = new Closings({ dataDir: '/dev/null', url: 'postgres://127.0.0.1:1/nobody' })
	await expect(nowhere.closeDue(db, closes)).rejects.toThrow(scratch.url ? '127.0.0.1:1' : '/dev/null')

	const stopped = new Closings(where)
	const closing = stopped.closeDue(db, closes)
	await expect.poll(() => findDecision(db.read, given.place, decision.id), waits).toMatchObject({ state: 'counting' })
	stopped.stop()
	await closing
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'counting', result: null })

	await closeDueDecisions(db, closes)
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'closed' })
}, 90_000)

test('files that cannot be rewritten yet hold up no vote, and are rewritten the next time', async () => {
	const decision = await opened({})
	const closings = new Closings(where)
	const asked: string[] = []
	const whileBackedUp: typeof db = {
		...db,
		async forget(what) {
			asked.push(what)
			throw new Error('The write-ahead log could not be emptied: something keeps reading it')
		},
	}
	await expect(closings.closeDue(whileBackedUp, closes)).rejects.toThrow('something keeps reading it')
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({ state: 'closed' })
	await expect(closings.closeDue(whileBackedUp, closes)).rejects.toThrow('something keeps reading it')
	const before = asked.length
	await closings.closeDue(db, closes)
	await closings.closeDue(whileBackedUp, closes)
	expect(asked).toHaveLength(before)
})

/** More than are closed in the process that asks. */
async function manyBallots(
	decisionId: string,
	count = 400,
	chosen = (at: number) => ['A', 'B', 'C'].filter((_, bit) => ((at + 1) >> bit) & 1),
) {
	const all = Array.from({ length: count }, (_, at) => ({
		id: newId(),
		decisionId,
		memberId: null,
		voiceId: given.voices.citizen.id,
		answer: {
			marks: Object.fromEntries(chosen(at).map((id) => [id, 1])),
		},
		reason: '',
		receiptHash: newId(),
	}))
	await db.write((tx) => addBallots(tx, all))
	return all
}
