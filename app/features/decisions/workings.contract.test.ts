import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { addBallots, deleteBallots, listBallots, saveBallot } from '../../../db/queries/ballots.ts'
import { type DecisionAbout, findDecision } from '../../../db/queries/decisions.ts'
import { options } from '../../../tests/given-question.ts'
import { closes, givenVotes } from '../../../tests/given-votes.ts'
import type { Choosing } from '../../domain/decisions/decision.ts'
import { workOut } from '../../domain/decisions/worked.ts'
import { newId } from '../../http/new-id.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { readResult } from './read-result.server.ts'
import { Workings } from './workings.ts'

const { scratch, db, given, where, opened } = await givenVotes()
const folder = mkdtempSync(join(tmpdir(), 'workings-'))
afterAll(async () => {
	rmSync(folder, { recursive: true })
	await scratch.remove()
})

/** A closed vote on a pot, with more ballots than are worked out in the process that asks, and a reason on each third. */
async function closedBudget(count = 400) {
	const rules = { secrecy: 'secret' as const, quorum: 0, showsStanding: false, budget: 10_000_00 }
	const { id } = await opened({ method: 'equal-shares', options, rules })
	const all = Array.from({ length: count }, (_, at) => ({
		id: newId(),
		decisionId: id,
		memberId: null,
		voiceId: given.voices.citizen.id,
		answer: {
			marks: Object.fromEntries(['A', 'B', 'C'].filter((_, bit) => ((at + 1) >> bit) & 1).map((id) => [id, 1])),
		},
		reason: at % 3 ? '' : `Because of ${at}.`,
		receiptHash: newId(),
	}))
	await db.write((tx) => addBallots(tx, all))
	await closeDueDecisions(db, closes)
	const decision = (await findDecision(db.read, given.place, id))! as DecisionAbout & Choosing
	return { decision, ballots: await listBallots(db.read, id) }
}

/** A program in the place of the worker; `goesOn`: and the worker afterwards. */
function inItsPlace(program: string, { goesOn = false } = {}) {
	const file = join(folder, `${newId()}.mjs`)
	const worker = new URL('./workings-worker.mjs', import.meta.url)
	writeFileSync(file, `${program}\n${goesOn ? `await import('${worker.href}')` : ''}`)
	return { ...patient, script: pathToFileURL(file) }
}

/** As patient as a test is, on whatever machine. */
const patient = { patienceMs: 200_000 }

test('however many ask at once, one worker works it out; later views read no ballot but for its words', async () => {
	const { decision, ballots } = await closedBudget()
	const log = join(folder, 'begun')
	const noting = `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(log)}, 'begun ')`
	const workings = new Workings(where, inItsPlace(noting, { goesOn: true }))
	const read = () => readResult(db.read, given.place, decision, workings)
	const [first, ...others] = await Promise.all(Array.from({ length: 20 }, read))
	const { named, points, pairs, shares } = first!
	expect({ named, points, pairs, shares }).toEqual(workOut.result(decision, ballots))
	for (const other of others) expect(other).toEqual(first)
	expect(readFileSync(log, 'utf8')).toBe('begun ')
	expect(await workings.of(db.read, decision, 'steps')).toEqual(workOut.steps(decision, ballots))
	expect(readFileSync(log, 'utf8')).toBe('begun begun ')

	// Words removed are gone from the next view.
	const said = ballots.filter(({ reason }) => reason !== '')
	expect(first!.reasons).toHaveLength(said.length)
	await db.write((tx) => saveBallot(tx, { ...said[0]!, reason: '[words removed]' }))
	expect((await read()).reasons[0]).toMatchObject({ reason: '[words removed]' })

	// With every ballot gone from the database, the numbers stand: they are not read from there again.
	await db.write((tx) => deleteBallots(tx, decision.id))
	expect(await read()).toEqual({ ...first, reasons: [] })
	expect(await workings.of(db.read, decision, 'steps')).toEqual(workOut.steps(decision, ballots))
}, 200_000)

test('what is still under way is never let go, and of what is done the oldest is', async () => {
	const { decision } = await closedBudget()
	const log = join(folder, newId())
	const noting = `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(log)}, 'begun ')`
	const workings = new Workings(where, { ...inItsPlace(noting, { goesOn: true }), mostKept: 1 })
	const ask = (what: 'result' | 'steps') => workings.of(db.read, decision, what)
	const begun = () => readFileSync(log, 'utf8').trim().split(' ').length
	await Promise.all([ask('result'), ask('steps'), ask('result'), ask('steps')])
	expect(begun()).toBe(2)
	// Whichever of the two was done last.
	await ask('result')
	const before = begun()
	await ask('result')
	expect(begun()).toBe(before)
	await ask('steps')
	expect(begun()).toBe(before + 1)
}, 200_000)

test('a worker that is killed, or cannot begin, leaves the work to the process that asked', async () => {
	const { decision, ballots } = await closedBudget()
	const killed = inItsPlace("process.kill(process.pid, 'SIGKILL')")
	const neverBegun = inItsPlace('process.exit(1)')
	for (const limits of [killed, neverBegun])
		expect(await new Workings(where, limits).of(db.read, decision, 'result')).toEqual(workOut.result(decision, ballots))
}, 200_000)

test('a page stops waiting with a plain word, what it waited for goes on, and a worker that says nothing is given up', async () => {
	const { decision, ballots } = await closedBudget()
	const impatient = new Workings(where, { patienceMs: 0 })
	const seen = () => impatient.of(db.read, decision, 'result').catch((refused: Response) => refused.status)
	const refused: Response = await impatient.of(db.read, decision, 'result').catch((thrown) => thrown)
	expect(refused.headers.get('retry-after')).toBe('60')
	expect(await seen()).toBe(503)
	await expect.poll(seen, { timeout: 180_000 }).toEqual(workOut.result(decision, ballots))

	const silent = new Workings(where, { ...inItsPlace('setInterval(() => {}, 1_000)'), giveUpMs: 200 })
	await expect(silent.of(db.read, decision, 'result')).rejects.toThrow('was given up')
	const stopped = new Workings(where, inItsPlace('setInterval(() => {}, 1_000)'))
	const asked = [stopped.of(db.read, decision, 'result'), stopped.of(db.read, decision, 'steps')]
	stopped.stop()
	await Promise.all(asked.map((each) => expect(each).rejects.toThrow(/was given up|is stopping/)))
}, 200_000)

test('what goes wrong in the work is told as an error, and asked again it is tried again', async () => {
	const { decision, ballots } = await closedBudget()
	const workings = new Workings(where, patient)
	await db.write((tx) => deleteBallots(tx, decision.id))
	await db.write((tx) => addBallots(tx, ballots.slice(90)))
	await expect(workings.of(db.read, decision, 'steps')).rejects.toThrow('is paid')
	await db.write((tx) => addBallots(tx, ballots.slice(0, 90)))
	expect(await workings.of(db.read, decision, 'steps')).toEqual(workOut.steps(decision, ballots))
}, 200_000)
