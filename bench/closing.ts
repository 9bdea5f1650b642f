import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ChoosingRules, Option } from '../app/domain/decisions/decision.ts'
import { newId } from '../app/http/new-id.ts'
import { addBallots } from '../db/queries/ballots.ts'
import { findDecision } from '../db/queries/decisions.ts'
import { findInstallation } from '../db/queries/partnerships.ts'
import { givenVotes } from '../tests/given-votes.ts'

/** Ten pages a second: far more than a town asks for, and few enough that the server rests in between when it is quiet. */
const everyMs = 100
const windowMs = 15_000
const rounds = 3
/** Votes of a round, each closed by itself, so that there are pages enough to say what is usual. */
const votes = 5
const betweenMs = 6_000
/** From opening the first until it closes: filling in all ballots, and both quiet windows. */
const openMs = 2 * windowMs + 15_000

/**
 * What somebody reading pages notices while ten thousand ballots are counted and closed: the time of the page that lists the
 * decisions, from the server as `npm start` runs it, asked for from outside ten times a second, quiet just before and from the
 * moment at which the clock closes a vote until it is closed and what joined ballots to people is overwritten. Aim: p95 within
 * 1.5 times. For comparison, the same beside a program that gives way as much and only spins: what any work at all on this
 * machine does.
 */
export async function measureClosing(ballots = 10_000, projects = 60) {
	const { scratch, db, given, opened } = await givenVotes()
	if (!scratch.dataDir) throw new Error('Closing is measured on SQLite')
	const { server, origin } = await started(scratch.dataDir)
	const url = `${origin}/p/${given.partnership.slug}/decisions`
	const isClosed = async (id: string) =>
		(await findDecision(db.read, given.place, id))?.state === 'closed' &&
		!(await findInstallation(db.read, 'forget-votes'))
	try {
		// The first requests of a process are slow by themselves, which would make what comes after look good.
		await latencies(url, pause(windowMs))
		const rows: object[] = []
		for (let round = 1; round <= rounds; round++) {
			const first = Date.now() + openMs
			const due: { id: string; closesAt: number }[] = []
			for (let at = 0; at < votes; at++) {
				// The clock looks on every even second.
				const closesAt = Math.ceil((first + at * betweenMs) / 2_000) * 2_000
				const { id } = await opened({ ...aBudget(projects), closesAt: new Date(closesAt) })
				await fill(db, id, ballots, projects, given.voices.citizen.id)
				due.push({ id, closesAt })
			}
			const quiet = await latencies(url, pause(windowMs))
			const beside = await latencies(url, spinning(windowMs))
			const meanwhile: number[] = []
			const closings: number[] = []
			for (const { id, closesAt } of due) {
				await pause(closesAt - Date.now())
				const begun = performance.now()
				meanwhile.push(
					...(await latencies(
						url,
						until(() => isClosed(id)),
					)),
				)
				closings.push((performance.now() - begun) / 1000)
			}
			rows.push({
				round,
				ballots,
				projects,
				votes,
				pages: meanwhile.length,
				'closing s': median(closings).toFixed(2),
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
		server.kill()
		await once(server, 'exit')
		await scratch.remove()
	}
}

async function started(dataDir: string): Promise<{ server: ChildProcess; origin: string }> {
	// As `npm start` does, but for npm, which does not pass on that it should stop.
	const server = spawn(process.execPath, ['--max-semi-space-size=4', 'bin/alongside.mjs', 'start'], {
		env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const origin = await new Promise<string>((resolve, reject) => {
		server.once('exit', () => reject(new Error('the server did not start')))
		server.stdout.on('data', (words: Buffer) => {
			const ready = /Alongside is ready on (\S+)\. /.exec(String(words))
			if (ready) resolve(ready[1]!)
		})
	})
	return { server, origin }
}

async function until(isSo: () => Promise<boolean>) {
	while (!(await isSo())) await pause(25)
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

/** How long each page took that was asked for until the work was done, in milliseconds. */
async function latencies(url: string, work: Promise<unknown>): Promise<number[]> {
	const reader = new Worker(new URL('./page-reader.mjs', import.meta.url), { workerData: { url, everyMs } })
	const failed = once(reader, 'error').then(([error]) => Promise.reject(error))
	await Promise.race([work, failed])
	reader.postMessage('enough')
	const [took] = await Promise.race([once(reader, 'message'), failed])
	return took
}

function median(all: number[]) {
	return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
}

function p95(all: number[]) {
	return [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)]!
}
