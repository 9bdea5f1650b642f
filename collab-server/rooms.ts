import type { Logger } from 'pino'
import { MovedOn } from '../db/queries/live-documents.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { Opener } from './opener.ts'
import { Unreadable } from './opening.ts'
import { Pace } from './pace.ts'
import { reasonOf } from './reason-of.ts'
import { Room } from './room.ts'
import { largeBytes, type Rebuilding, type Store } from './store.ts'
import type { Turns } from './turns.ts'

interface Given {
	store: Store
	opener: Opener
	turns: Turns
	limits: Limits
	metrics: Metrics
	log: Logger
}

type Asked = Omit<Rebuilding, 'generation' | 'state'>

/** Which documents are open. However many arrive at once, a document is loaded once, and there is never a second copy of it. */
export class Rooms {
	readonly #given: Given
	readonly #pace = new Pace()
	readonly #opening = new Map<string, Promise<Room | null>>()
	readonly #open = new Map<string, Room>()
	readonly #compacting = new Set<string>()
	readonly #rebuilding = new Map<string, Promise<unknown>>()

	constructor(given: Given) {
		this.#given = given
	}

	find(documentId: string): Room | null {
		return this.#open.get(documentId) ?? null
	}

	get all(): Iterable<Room> {
		return this.#open.values()
	}

	get count() {
		return this.#open.size
	}

	/**
	 * Null when there is no such document. Throws `Unreadable`, or what the database threw: then nothing stays behind, and
	 * the next who asks tries again. The room stays at least until the caller has had a turn to join it.
	 */
	open(documentId: string): Promise<Room | null> {
		const open = this.#open.get(documentId)
		if (open?.unreadable) return Promise.reject(open.unreadable)
		if (open) {
			open.emptySince = performance.now()
			return Promise.resolve(open)
		}
		const opening = this.#opening.get(documentId) ?? this.#load(documentId)
		this.#opening.set(documentId, opening)
		return opening
	}

	isRebuilding(documentId: string): boolean {
		return this.#rebuilding.has(documentId)
	}

	/** Lets go of rooms that nobody is in, and folds logs that have grown. */
	tidy() {
		const now = performance.now()
		for (const room of this.#open.values()) {
			// By the clock on the wall, which may be set back.
			if (room.editedAt && Math.abs(Date.now() - room.editedAt) > touchAfterMs) void this.#touch(room)
			if (this.#isDue(room) || this.#isHeavyAtRest(room, now)) void this.compact(room)
			else if (this.#isIdle(room, now)) {
				if (this.#isWorthFolding(room)) void this.compact(room)
				else this.letGo(room)
			}
		}
	}

	/** Only what is empty, settled and still the one that is open. */
	letGo(room: Room) {
		if (this.#open.get(room.documentId) !== room) return
		this.#open.delete(room.documentId)
		void this.#touch(room)
		room.document.close()
	}

	async close() {
		await Promise.all([...this.#open.values()].map((room) => this.#touch(room)))
		for (const room of [...this.#open.values()]) this.letGo(room)
	}

	async compact(room: Room) {
		const { documentId, document } = room
		const { generation } = document
		if (this.#compacting.has(documentId) || room.isBusy || !document.mayFold) return
		this.#compacting.add(documentId)
		try {
			const upTo = document.log.lastSeq
			const state = document.encode()
			await this.#given.store.compact({ documentId, generation, upTo, state })
			document.folded(upTo, state.length)
			room.compactionFailed = false
			this.#given.metrics.compactions++
		} catch (error) {
			room.compactionFailed = true
			// One that is just being stored finds out by itself.
			if (error instanceof MovedOn && !room.isBusy) room.end('tryLater')
			this.#given.log.error({ reason: reasonOf(error), documentId }, 'a log could not be compacted; it goes on growing')
		} finally {
			this.#compacting.delete(documentId)
		}
	}

	/**
	 * Replaces a document by its present words without their history, less those of `without`. Everyone in it is moved on;
	 * who arrives meanwhile waits at the door. If it cannot begin, the old document is open again as it was; if it fails, everyone
	 * comes back to what is stored. One at a time for each document. Returns how many letters were left out.
	 */
	async rebuild(asked: Asked): Promise<number> {
		const { documentId } = asked
		const before = this.#rebuilding.get(documentId)
		const rebuilding = Promise.allSettled([before]).then(() => this.#rebuild(asked))
		this.#rebuilding.set(documentId, rebuilding)
		try {
			return await rebuilding
		} finally {
			if (this.#rebuilding.get(documentId) === rebuilding) this.#rebuilding.delete(documentId)
		}
	}

	async #rebuild(asked: Asked): Promise<number> {
		const { documentId } = asked
		let room = await this.open(documentId)
		// It may have ended in the moment that we waited for it.
		while (room && this.find(documentId) !== room) room = await this.open(documentId)
		if (!room) throw new Error(`there is no document ${documentId}`)
		this.#open.delete(documentId)
		const replacing = this.#replace(room, asked)
		const reopening = replacing
			.catch(() => undefined)
			.then(() => (room.isOver ? this.#load(documentId) : this.#putBack(room)))
		this.#opening.set(documentId, reopening)
		// What cannot be opened now is tried again, and said, by the next who opens it.
		await reopening.catch(() => undefined)
		return await replacing
	}

	#putBack(room: Room): Room {
		this.#opening.delete(room.documentId)
		this.#open.set(room.documentId, room)
		return room
	}

	/** What was heard is stored, and its writers told, before the lines are cut: they count the rest as unsent. */
	async #replace(room: Room, asked: Asked): Promise<number> {
		const { documentId, document, connections } = room
		const { turns, store } = this.#given
		for (const connection of connections) connection.hush()
		try {
			await turns.settled(room)
		} catch (error) {
			for (const connection of connections) connection.listenAgain()
			throw error
		}
		// From here on the room takes no turn: what still comes out of a socket would go into a history that is ending.
		room.isBusy = true
		try {
			const { generation } = document
			const words = await store.workOut({ ...asked, generation, state: document.encode() })
			if (!words) return 0
			try {
				await store.replace(words, () => this.#endHistory(documentId, generation))
			} catch (error) {
				// It may have gone through all the same, or still do so: the database goes on with a commit whose line was lost.
				room.end('tryLater')
				throw error
			}
			room.end('rebuilt')
			return words.rebuilt.letters
		} finally {
			if (!room.isOver) for (const connection of connections) connection.listenAgain()
			room.isBusy = false
			turns.wake(room)
		}
	}

	/** A rebuild went through when nobody waited for it any more. */
	async #endHistory(documentId: string, generation: number) {
		await this.#opening.get(documentId)?.catch(() => undefined)
		const room = this.find(documentId)
		// One that is just being stored finds out by itself.
		if (room && room.document.generation <= generation && !room.isBusy) room.end('tryLater')
	}

	/** For lists, where the latest change comes first: worth a write now and then, not for every letter. */
	async #touch(room: Room) {
		if (!room.editedAt) return
		const at = new Date(room.editedAt)
		room.editedAt = null
		try {
			await this.#given.store.touch(room.documentId, at)
		} catch (error) {
			this.#given.log.warn(
				{ reason: reasonOf(error), documentId: room.documentId },
				'when a document was last changed could not be noted',
			)
		}
	}

	async #load(documentId: string): Promise<Room | null> {
		const { opener, limits, metrics, log } = this.#given
		try {
			metrics.loads++
			const opened = await opener.open(documentId)
			if (!opened) return null
			const room = new Room(documentId, opened, { limits, metrics, pace: this.#pace })
			room.onEnd = () => {
				if (this.#open.get(documentId) === room) this.#open.delete(documentId)
			}
			this.#open.set(documentId, room)
			return room
		} catch (error) {
			if (!(error instanceof Unreadable))
				log.error(
					{ reason: reasonOf(error), documentId },
					'a document could not be loaded; the next who opens it tries again',
				)
			throw error
		} finally {
			this.#opening.delete(documentId)
		}
	}

	#isDue({ document: { log }, isBusy, documentId }: Room): boolean {
		const { logRows, logBytes, bytes } = log
		const { limits } = this.#given
		if (isBusy || this.#compacting.has(documentId)) return false
		return logRows >= limits.logRows || logBytes > Math.max(limits.logBytes, (bytes - logBytes) * 0.3)
	}

	/** Nobody writes, and the rows of the log weigh much beside the words in them and the state. */
	#isHeavyAtRest({ document: { log }, isBusy, lastEditAt, compactionFailed }: Room, now: number): boolean {
		if (isBusy || compactionFailed || log.logRows <= leftoverRows || now - lastEditAt < restMs) return false
		return log.logRows * bytesBesideWords > log.bytes / 10
	}

	/** Before it is let go: a large document with an empty log is opened at once, and sent as it is stored. */
	#isWorthFolding({ document: { log, mayFold }, compactionFailed }: Room): boolean {
		if (!mayFold || compactionFailed) return false
		return log.logRows > (log.bytes > largeBytes ? 0 : leftoverRows)
	}

	#isIdle(room: Room, now: number): boolean {
		if (!room.isEmpty || room.isBusy || this.#compacting.has(room.documentId)) return false
		return now - room.emptySince > this.#given.limits.idleRoomMs
	}
}

const touchAfterMs = 10_000

const restMs = 2_000

/** Whose words they are and when they came, in each row of the log. */
const bytesBesideWords = 120

/** A log this short is as quick to read as a state. */
const leftoverRows = 20
