import { type ChildProcess, fork } from 'node:child_process'
import type { Connection } from '../../../db/database.ts'
import { countBallots, listBallots } from '../../../db/queries/ballots.ts'
import type { Choosing } from '../../domain/decisions/decision.ts'
import { type Worked, workOut } from '../../domain/decisions/worked.ts'
import type { FromWorker, ToWorker } from './workings-worker.ts'

/** Ballots up to which working it out is quicker than waking a worker up (measured: tens of milliseconds). */
const fewEnough = 300
interface Limits {
	/** How long a page waits. What it waits for goes on, for whoever comes next. */
	patienceMs: number
	/** After which a worker that says nothing is given up. */
	giveUpMs: number
	/** How many are kept, the latest that were done. One under way is never let go: whoever asked next would begin it again. */
	mostKept: number
	script: URL
}

const usual: Limits = {
	patienceMs: 20_000,
	giveUpMs: 300_000,
	mostKept: 40,
	script: new URL('./workings-worker.mjs', import.meta.url),
}

/**
 * What follows from all ballots of a closed vote (`domain/decisions/worked.ts`): worked out once, however many ask at once, and
 * kept. Of many ballots this takes a second or more, so a process of its own does it, one after the other.
 */
export class Workings {
	readonly #where: ToWorker['where']
	readonly #limits: Limits
	readonly #kept = new Map<string, Promise<Worked[keyof Worked]>>()
	readonly #underWay = new Set<string>()
	#turn: Promise<unknown> = Promise.resolve()
	#worker: ChildProcess | null = null
	#isStopped = false

	/** `where` is what the database was opened with: a worker opens it again. */
	constructor(where: ToWorker['where'], limits: Partial<Limits> = {}) {
		this.#where = where
		this.#limits = { ...usual, ...limits }
	}

	/** Of a closed vote only. Throws a 503 for the page to show where it takes too long. */
	async of<What extends keyof Worked>(db: Connection, decision: Choosing, what: What): Promise<Worked[What]> {
		const key = `${what} ${decision.id}`
		const working = this.#kept.get(key) ?? this.#keep(key, this.#work(db, decision, what))
		return (await inTime(working, this.#limits.patienceMs)) as Worked[What]
	}

	/** A working under way is given up. */
	stop(): void {
		this.#isStopped = true
		this.#worker?.kill('SIGKILL')
	}

	/** One that failed is begun again by whoever asks next. */
	#keep(key: string, working: Promise<Worked[keyof Worked]>) {
		this.#kept.set(key, working)
		this.#underWay.add(key)
		working.then(
			() => this.#keepDone(key, working),
			() => {
				this.#underWay.delete(key)
				this.#kept.delete(key)
			},
		)
		return working
	}

	/** It is the latest now, and the oldest that is done makes room for it. */
	#keepDone(key: string, working: Promise<Worked[keyof Worked]>): void {
		this.#underWay.delete(key)
		this.#kept.delete(key)
		this.#kept.set(key, working)
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size - this.#underWay.size <= this.#limits.mostKept) break
			if (!this.#underWay.has(oldest)) this.#kept.delete(oldest)
		}
	}

	async #work(db: Connection, decision: Choosing, what: keyof Worked): Promise<Worked[keyof Worked]> {
		const isLong = (await countBallots(db, decision.id)) > fewEnough
		const told = isLong ? await this.#inTurn(decision, what) : null
		if (told && 'failed' in told) throw new Error(told.failed)
		if (told) return told.worked
		return workOut[what](decision, await listBallots(db, decision.id))
	}

	#inTurn(decision: Choosing, what: keyof Worked): Promise<FromWorker | null> {
		const turn = this.#turn.then(() => this.#inWorker(decision, what))
		this.#turn = turn.catch(() => undefined)
		return turn
	}

	/** Null where no worker could begin, or one was killed before it said anything: then it is worked out here, once. */
	async #inWorker({ id, partnershipId }: Choosing, what: keyof Worked): Promise<FromWorker | null> {
		if (this.#isStopped) throw new Error('the server is stopping')
		const worker = fork(this.#limits.script, { execArgv: ['--single-threaded'], serialization: 'advanced' })
		this.#worker = worker
		let isGivenUp = false
		const giveUp = setTimeout(() => {
			isGivenUp = true
			worker.kill('SIGKILL')
		}, this.#limits.giveUpMs)
		try {
			return await new Promise<FromWorker | null>((resolve, reject) => {
				const asked: ToWorker = { where: this.#where, partnershipId, decisionId: id, what }
				worker.once('spawn', () => worker.send(asked, () => undefined))
				worker.once('message', (told: FromWorker) => resolve(told))
				worker.once('error', () => resolve(null))
				const end = () => {
					if (this.#isStopped || isGivenUp) reject(new Error(`what follows from vote ${id} was given up`))
					else resolve(null)
				}
				// What it said last may still be on its way.
				worker.once('exit', () => (worker.connected ? worker.once('disconnect', end) : end()))
			})
		} finally {
			clearTimeout(giveUp)
			this.#worker = null
		}
	}
}

/** For programs; the page says the same in words. */
const notYet = { status: 503, statusText: 'Service Unavailable', headers: { 'retry-after': '60' } }

async function inTime<Result>(working: Promise<Result>, patienceMs: number): Promise<Result> {
	let timer: NodeJS.Timeout | undefined
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Response(null, notYet)), patienceMs)
	})
	try {
		return await Promise.race([working, tooLong])
	} finally {
		clearTimeout(timer)
	}
}
