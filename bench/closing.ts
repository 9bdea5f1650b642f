import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { ChoosingRules, Option } from '../app/domain/decisions/decision.ts'
import { Closings } from '../app/features/decisions/closings.ts'
import { newId } from '../app/http/new-id.ts'
import { addBallots } from '../db/queries/ballots.ts'
import { listDecisions } from '../db/queries/decisions.ts'
import { closes, givenVotes } from '../tests/given-votes.ts'

/**
 * What somebody reading pages notices while ten thousand ballots are counted and closed: the time of a
 * request that reads the list of decisions, every 10 ms, quiet just before and meanwhile. Aim: p95 within 1.5 times. For
 * comparison, the same beside a program that gives way as much and only spins: what any work at all on this machine does.
 */
export async function measureClosing(ballots = 10_000, projects = 60) {
	const { scratch, db, given, opened } = await givenVotes()
	const server = createServer(async (_request, response) => {
		response.end(JSON.stringify((await listDecisions(db.read, given.place)).map(({ question }) => question)))
	}).listen(0, '127.0.0.1')
	await new Promise((resolve) => server.once('listening', resolve))
	const closings = new Closings({ dataDir: scratch.dataDir ?? '', ...(scratch.url && { url: scratch.url }) })
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	try {
		// The first requests of a process are slow by themselves, which would make what comes after look good.
		await latencies(url, pause(3_000))
		const rows: object[] = []
		for (let round = 1; round <= 3; round++) {
			const { id } = await opened(aBudget(projects))
			await fill(db, id, ballots, projects, given.voices.citizen.id)
			const quiet = await latencies(url, pause(3_000))
			const beside = await latencies(url, spinning(3_000))
			const begun = performance.now()
			const meanwhile = await latencies(url, closings.closeDue(db, closes))
			rows.push({
				round,
				ballots,
				projects,
				'closing s': ((performance.now() - begun) / 1000).toFixed(2),
				'quiet p95 ms': p95(quiet).toFixed(1),
				'spinning p95 ms': p95(beside).toFixed(1),
				'meanwhile p95 ms': p95(meanwhile).toFixed(1),
				'worst ms': Math.max(...meanwhile).toFixed(0),
				'spinning ratio': (p95(beside) / p95(quiet)).toFixed(2),
				ratio: (p95(meanwhile) / p95(quiet)).toFixed(2),
				aim: 1.5,
			})
		}
		console.table(rows)
	} finally {
		server.close()
		await scratch.remove()
	}
}

function aBudget(projects: number) {
	const options: Option[] = Array.from({ length: projects }, (_, at) => ({
		id: `P${at}`,
		name: `Project ${at}`,
		cost: (2_000 + 450 * at) * 100,
	}))
	const rules: ChoosingRules = { secrecy: 'secret', quorum: 0, showsStanding: false, budget: 200_000_00 }
	return { method: 'equal-shares' as const, options, rules }
}

async function fill(
	db: Awaited<ReturnType<typeof givenVotes>>['db'],
	decisionId: string,
	count: number,
	projects: number,
	voiceId: string,
) {
	const all = Array.from({ length: count }, (_, voter) => ({
		id: newId(),
		decisionId,
		memberId: null,
		voiceId,
		answer: { marks: Object.fromEntries([0, 1, 2, 3].map((at) => [`P${(voter * (7 + at * 13) + at) % projects}`, 1])) },
		reason: '',
		receiptHash: newId() + newId(),
	}))
	for (let from = 0; from < count; from += 1_000) await db.write((tx) => addBallots(tx, all.slice(from, from + 1_000)))
}

/** A process with one thread and the priority that closing gives itself, which does nothing for as long as that takes. */
function spinning(ms: number) {
	const program = `const { setPriority } = require('node:os'); setPriority(10); const until = Date.now() + ${ms}; while (Date.now() < until);`
	return once(spawn(process.execPath, ['--single-threaded', '-e', program]), 'exit')
}

async function latencies(url: string, work: Promise<unknown>): Promise<number[]> {
	const took: Promise<number>[] = []
	let done = false
	const finished = work.finally(() => (done = true))
	while (!done) {
		const begun = performance.now()
		took.push(fetch(url).then(async (answer) => answer.text().then(() => performance.now() - begun)))
		await pause(10)
	}
	await finished
	return await Promise.all(took)
}

function p95(all: number[]) {
	return [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)]!
}
