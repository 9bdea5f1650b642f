import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { MovedOn } from '../db/queries/live-documents.ts'
import { inTime, Unanswered } from './in-time.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { Opener } from './opener.ts'
import { Unreadable } from './opening.ts'
import { Stopwatch } from './pace.ts'
import { reasonOf } from './reason-of.ts'
import type { Room } from './room.ts'
import type { Entry, Rescued, Store } from './store.ts'
import type { Spoilt, Taken } from './taken.ts'

interface Given {
	store: Store
	opener: Opener
	limits: Limits
	metrics: Metrics
	log: Logger
}

interface Stored {
	room: Room
	taken: Taken & { entry: Entry }
}

/** SQLite holds the event loop while the disk is written: it may have about a fourth of the time, not more. */
const commitShare = 3
/** Up to so many people in a room, one frame for several letters saves little: there others wait less. */
const fewPeople = 8
const shareForFew = 0.75
/** It is a busy moment when the last turn began less than so many gatherings ago. */
const busyWindows = 4
const firstRetryMs = 100
const lastRetryMs = 2_000

/**
 * The group commit. What has come into all rooms is stored in one transaction, then told in all rooms. A quiet moment
 * commits at once; in a busy one, the first to come waits up to `gatherMs` for others, so that a full room costs one write
 * and one frame for many people's letters.
 */
export class Turns {
	readonly #store: Store
	readonly #opener: Opener
	readonly #limits: Limits
	readonly #metrics: Metrics
	readonly #log: Logger
	readonly #waiting = new Set<Room>()
	/** Rooms with questions that may be answered, the longest waiting first. */
	readonly #asked = new Set<Room>()
	readonly #inTrouble = new Set<Promise<void>>()
	/** Commits that the database has not answered in time. Whatever is given to it meanwhile waits behind them. */
	#unanswered = 0
	#turning: Promise<void> | null = null
	#timer: NodeJS.Timeout | NodeJS.Immediate | null = null
	#endedAt = 0
	#begunAt = Number.NEGATIVE_INFINITY
	/** The last turn could not take up all that waited. */
	#isBehind = false
	/** What a commit takes, a moving average. */
	#commitMs = 0
	#isStopped = false

	constructor({ store, opener, limits, metrics, log }: Given) {
		this.#store = store
		this.#opener = opener
		this.#limits = limits
		this.#metrics = metrics
		this.#log = log
	}

	wake(room: Room) {
		this.#waiting.add(room)
		this.#schedule()
	}

	/** Resolves when everything that has come into a room is stored and told. Throws `Unanswered` when that cannot be now, `Unreadable` where it is damaged. */
	async settled(room: Room) {
		do {
			await new Promise<void>((resolve, reject) => {
				room.whenSettled({
					settled: resolve,
					unreadable: reject,
					notStored: () => reject(new Unanswered('the words of a document cannot be stored now')),
				})
				this.wake(room)
			})
		} while (room.hasWork || room.isBusy)
	}

	/** Works until nothing waits. What the database refuses until then is left unsaid: its writers still have it. */
	async drain() {
		while (this.#turning || this.#hasTurnToTake) {
			await (this.#turning ?? this.#start())
			// A turn may end without touching the disk, and promises alone would never let a socket speak.
			await nextTurn()
		}
	}

	async stop() {
		this.#isStopped = true
		await this.#turning
		await Promise.all(this.#inTrouble)
	}

	#schedule() {
		if (this.#timer || this.#turning || this.#isStopped) return
		const { gatherMs } = this.#limits
		const hasFull = [...this.#waiting].some(({ connections }) => connections.size > fewPeople)
		const gathering = hasFull ? gatherMs : gatherMs * shareForFew
		const now = performance.now()
		const rested = this.#endedAt + Math.min(gatherMs, this.#commitMs * commitShare)
		const isBusy = !this.#isBehind && now - this.#begunAt < gatherMs * busyWindows
		const wait = Math.max(rested, isBusy ? now + gathering : now) - now
		this.#timer = wait < 1 ? setImmediate(this.#onTime) : setTimeout(this.#onTime, wait)
	}

	readonly #onTime = () => {
		this.#timer = null
		if (!this.#turning) void this.#start()
	}

	get #hasTurnToTake() {
		const canGoOn = (room: Room) => room.hasWork && !room.isBusy && !room.isOver
		return [...this.#waiting].some(canGoOn) || [...this.#asked].some(canGoOn)
	}

	#start(): Promise<void> {
		this.#begunAt = performance.now()
		this.#turning = this.#turn().finally(() => {
			this.#turning = null
			this.#endedAt = performance.now()
			for (const room of this.#waiting) if (!room.hasWork) this.#waiting.delete(room)
			if (this.#hasTurnToTake) this.#schedule()
		})
		return this.#turning
	}

	async #turn() {
		try {
			const { stored, told } = this.#takeUp()
			for (const { room, taken } of told) this.#settle(room, taken, [])
			await this.#commit(stored)
			this.#answer()
		} catch (error) {
			this.#sayFailed(error)
		}
	}

	#sayFailed(error: unknown) {
		this.#log.error({ reason: reasonOf(error) }, 'a turn of the live documents failed')
	}

	#takeUp() {
		const stored: Stored[] = []
		const told: { room: Room; taken: Taken }[] = []
		const until = performance.now() + this.#limits.turnMs
		this.#isBehind = false
		// Once in a turn: answers given before the commit must not know what a second helping would have applied.
		for (const room of [...this.#waiting]) {
			if (room.isOver) this.#waiting.delete(room)
			if (room.isBusy || room.isOver) continue
			if (performance.now() > until) {
				this.#isBehind = true
				break
			}
			this.#waiting.delete(room)
			const taken = room.take(new Date())
			if ('suspects' in taken) {
				this.#mend(room, taken)
				continue
			}
			if (taken.entry) {
				room.isBusy = true
				stored.push({ room, taken: { ...taken, entry: taken.entry } })
			} else told.push({ room, taken })
			if (!room.hasWork) continue
			// At the end of the line again, behind every other room.
			this.#waiting.add(room)
			this.#isBehind = true
		}
		return { stored, told }
	}

	/** Resolves when it is known what became of it, or when the database has not answered in time: rooms with nothing to store go on. */
	async #commit(stored: readonly Stored[]) {
		if (stored.length === 0) return
		const committing = this.#append(stored).then((rescued) => this.#settleAll(stored, rescued))
		try {
			return await inTime(committing, this.#unanswered > 0 ? 0 : this.#limits.answerMs)
		} catch (error) {
			if (!(error instanceof Unanswered)) throw error
		}
		this.#unanswered++
		this.#log.warn({ rooms: stored.length }, 'the database has not answered in time; live edits wait')
		for (const { room } of stored) room.cannotStore()
		const waiting = committing.finally(() => this.#unanswered--)
		this.#track(waiting.catch((error: unknown) => this.#sayFailed(error)))
	}

	#settleAll(stored: readonly Stored[], rescued: Map<Entry, Rescued[]> | null) {
		for (const one of stored) {
			if (rescued) this.#settleStored(one, rescued.get(one.taken.entry) ?? [])
			// Each room on its own from here: one that the database refuses must not hold up the others.
			else if (!one.room.isOver) this.#track(this.#commitAlone(one))
		}
	}

	/** Null when the database would not take it. A room alone whose history has ended is ended too: nothing of it was stored. */
	async #append(stored: readonly Stored[], isAgain = false) {
		const begun = performance.now()
		try {
			const rescued = await this.#store.append(
				stored.map(({ taken }) => taken.entry),
				isAgain,
			)
			const took = performance.now() - begun
			this.#commitMs += (took - this.#commitMs) * 0.2
			this.#metrics.commits++
			this.#metrics.commitMs += took
			return rescued
		} catch (error) {
			this.#metrics.storeFailures++
			const [one] = stored
			if (error instanceof MovedOn && one && stored.length === 1) {
				const { documentId } = one.room
				this.#log.warn(
					{ reason: reasonOf(error), documentId },
					'a document has moved on; everyone comes back to what is stored',
				)
				one.room.end('tryLater', one.taken.edits)
				one.room.isBusy = false
				return null
			}
			this.#log.error({ reason: reasonOf(error), rooms: stored.length }, 'live edits could not be stored; trying again')
			return null
		}
	}

	async #commitAlone(one: Stored) {
		one.room.cannotStore()
		for (let wait = firstRetryMs; !this.#isStopped; wait = Math.min(wait * 2, lastRetryMs)) {
			await pause(wait)
			const rescued = await this.#append([one], true)
			if (one.room.isOver) return
			if (rescued) return this.#settleStored(one, rescued.get(one.taken.entry) ?? [])
		}
	}

	/** After the words of all rooms: what is answered later only grows. One at least in each turn, so that none waits for ever. */
	#answer() {
		const begun = performance.now()
		for (const room of [...this.#asked]) {
			if (room.isOver) this.#asked.delete(room)
			if (room.isBusy || room.isOver) continue
			const now = performance.now()
			if (now - begun > this.#limits.turnMs) {
				this.#isBehind = true
				return
			}
			this.#asked.delete(room)
			room.answer(now + this.#limits.roomTurnMs)
			if (!room.hasQuestions) continue
			// At the end of the line again, behind every other room.
			this.#asked.add(room)
			this.#isBehind = true
		}
	}

	#settleStored({ room, taken }: Stored, rescued: readonly Rescued[]) {
		room.isBusy = false
		if (room.isOver) return
		this.#settle(room, taken, rescued)
		if (room.hasWork) this.wake(room)
	}

	#settle(room: Room, taken: Taken, rescued: readonly Rescued[]) {
		room.settle(taken, rescued)
		if (room.hasQuestions) this.#asked.add(room)
	}

	/** The document in memory cannot be trusted any more: open it again from what is stored. */
	#mend(room: Room, spoilt: Spoilt) {
		room.isBusy = true
		this.#log.warn(
			{ reason: reasonOf(spoilt.error), documentId: room.documentId },
			'an edit would not apply; opening the document again',
		)
		this.#track(this.#reopen(room, spoilt))
	}

	async #reopen(room: Room, spoilt: Spoilt) {
		for (let wait = firstRetryMs; !this.#isStopped; wait = Math.min(wait * 2, lastRetryMs)) {
			const watch = new Stopwatch()
			try {
				const opened = await this.#opener.open(room.documentId)
				if (!opened) throw new Error('the document is gone')
				room.reopen(opened, spoilt)
				room.charge(spoilt.suspects, watch.lap())
				room.isBusy = false
				this.#settle(room, spoilt.rest, [])
				if (room.hasWork) this.wake(room)
				return
			} catch (error) {
				if (error instanceof Unreadable) room.cannotBeRead(error, spoilt)
				else {
					this.#log.error(
						{ reason: reasonOf(error), documentId: room.documentId },
						'the document could not be opened again',
					)
					for (const connection of room.connections) connection.notice({ kind: 'not-saved' })
				}
				await pause(wait)
			}
		}
	}

	#track(work: Promise<void>) {
		const tracked = work.finally(() => this.#inTrouble.delete(tracked))
		this.#inTrouble.add(tracked)
	}
}
