import { type ChildProcess, fork } from 'node:child_process'
import type { Connection, Database } from '../../../db/database.ts'
import { countBallots } from '../../../db/queries/ballots.ts'
import { listDueDecisions } from '../../../db/queries/decisions.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import type { FromWorker, ToWorker } from './closing-worker.ts'
import { forgetVotes } from './forget-votes.server.ts'
import { papersOf } from './read-papers.server.ts'

/** Ballots up to which closing is quicker than waking a worker up (measured: tens of milliseconds). */
const fewEnough = 300
/** Ballots of all votes up to which overwriting what is left of them is so too (`Database.forget`). */
const fewEnoughEver = 5_000

/**
 * A long count is a process of its own with one thread, so that it gives way in all it does: of a thread in this process only
 * its own steps would, while others tidied its memory and compiled for it at full speed, in the way of the pages. Its errors
 * name our files, also when it runs compiled.
 */
const oneThread = ['--single-threaded', '--enable-source-maps']

/** Closes what is due without holding up the pages, and knows how far each count is. */
export class Closings {
	readonly #runs = new Map<string, number>()
	readonly #where: ToWorker['where']
	#hasForgotten = false
	#worker: ChildProcess | null = null
	#isStopped = false

	/** `where` is what the database was opened with: a long closing opens it again, in a process of its own. */
	constructor(where: ToWorker['where']) {
		this.#where = where
	}

	/** As `closeDueDecisions`: safe to ask again at any time, here and in other processes. */
	async closeDue(db: Database, now = new Date()): Promise<void> {
		const kept = await this.#forget(db)
		if (await isLong(db.read, now)) await this.#inWorker(now)
		else await closeDueDecisions(db, now)
		if (kept) throw kept
	}

	/**
	 * A process killed between ending a vote and forgetting, or kept from it, leaves what joins ballots to people in the files.
	 * Whatever keeps it now, such as a backup being made, does not hold up a vote that is due: it is tried again the next time.
	 * The first time here also where none is noted, as of one that ended before votes to forget were.
	 */
	async #forget(db: Database): Promise<Error | null> {
		try {
			if (!this.#hasForgotten) await db.forget('votes')
			this.#hasForgotten = true
			await forgetVotes(db)
			return null
		} catch (error) {
			return error instanceof Error ? error : new Error(String(error))
		}
	}

	/** How often a count under way here has gone through the ballots; null when there is none. */
	runsOf(decisionId: string): number | null {
		return this.#runs.get(decisionId) ?? null
	}

	/** A count under way is given up: the ballots stay, and whoever closes what is due next begins it again. */
	stop(): void {
		this.#isStopped = true
		this.#worker?.kill('SIGKILL')
	}

	async #inWorker(now: Date): Promise<void> {
		if (this.#isStopped) return
		const script = new URL('./closing-worker.mjs', import.meta.url)
		const worker = fork(script, { execArgv: oneThread, serialization: 'advanced' })
		this.#worker = worker
		await new Promise<void>((resolve, reject) => {
			worker.once('spawn', () => worker.send({ where: this.#where, now } satisfies ToWorker))
			worker.on('message', (told: FromWorker) => {
				if ('failed' in told) reject(errorOf(told))
				else this.#runs.set(told.decisionId, told.runs)
			})
			worker.once('error', reject)
			worker.once('exit', (code, signal) => {
				if (code === 0 || this.#isStopped) resolve()
				else reject(new Error(`closing ended with ${signal ?? code}`))
			})
		}).finally(() => {
			this.#worker = null
			this.#runs.clear()
		})
	}
}

function errorOf({ failed, because }: Extract<FromWorker, { failed: string }>): Error {
	return because
		? new AggregateError(
				because.map((words) => new Error(words)),
				failed,
			)
		: new Error(failed)
}

/** Whether there is much to count now; what waits for papers to be read is not counted yet. */
async function isLong(db: Connection, now: Date): Promise<boolean> {
	for (const { id } of await listDueDecisions(db, now))
		if ((await papersOf(db, id)).isComplete && (await isMuch(db, id))) return true
	return false
}

async function isMuch(db: Connection, decisionId: string): Promise<boolean> {
	return (await countBallots(db, decisionId)) > fewEnough || (await countBallots(db)) > fewEnoughEver
}
