import type { Logger } from 'pino'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { Room } from './room.ts'
import { type Store, Unreadable } from './store.ts'
import { reasonOf, type Turns } from './turns.ts'

interface Given {
	store: Store
	turns: Turns
	limits: Limits
	metrics: Metrics
	log: Logger
}

/** Which documents are open. However many arrive at once, a document is loaded once, and there is never a second copy of it. */
export class Rooms {
	readonly #given: Given
	readonly #opening = new Map<string, Promise<Room | null>>()
	readonly #open = new Map<string, Room>()
	readonly #compacting = new Set<string>()

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
		if (open) {
			open.emptySince = Date.now()
			return Promise.resolve(open)
		}
		const opening = this.#opening.get(documentId) ?? this.#load(documentId)
		this.#opening.set(documentId, opening)
		return opening
	}

	/** Lets go of rooms that nobody is in, and folds logs that have grown. */
	tidy(now: number) {
		for (const room of this.#open.values()) {
			if (this.#isDue(room)) void this.compact(room)
			else if (this.#isIdle(room, now)) {
				if (room.log.logRows > leftoverRows && room.compactedAt === 0) void this.compact(room)
				else this.letGo(room)
			}
		}
	}

	/** Only what is empty, settled and still the one that is open. */
	letGo(room: Room) {
		if (this.#open.get(room.documentId) !== room) return
		this.#open.delete(room.documentId)
		room.close()
	}

	async compact(room: Room) {
		const { documentId, generation } = room
		if (this.#compacting.has(documentId) || !room.mayCompact) return
		this.#compacting.add(documentId)
		room.compactedAt = Date.now()
		try {
			const upTo = room.log.lastSeq
			const state = room.encode()
			await this.#given.store.compact({ documentId, generation, upTo, state })
			room.compacted(upTo, state.length)
			this.#given.metrics.compactions++
		} catch (error) {
			this.#given.log.error({ reason: reasonOf(error), documentId }, 'a log could not be compacted; it goes on growing')
		} finally {
			this.#compacting.delete(documentId)
		}
	}

	async #load(documentId: string): Promise<Room | null> {
		const { store, limits, metrics, log } = this.#given
		try {
			metrics.loads++
			const opened = await store.open(documentId)
			if (!opened) return null
			if (opened.quarantined > 0) {
				metrics.quarantined += opened.quarantined
				log.error(
					{ documentId, rows: opened.quarantined },
					'rows of a live document cannot be read and were set aside; the rest is open',
				)
			}
			const room = new Room(documentId, opened, limits, metrics)
			this.#open.set(documentId, room)
			return room
		} catch (error) {
			metrics.loadFailures++
			log.error({ reason: reasonOf(error), documentId }, loadFailure(error))
			throw error
		} finally {
			this.#opening.delete(documentId)
		}
	}

	#isDue({ log: { logRows, logBytes, bytes }, isBusy, documentId }: Room): boolean {
		const { limits } = this.#given
		if (isBusy || this.#compacting.has(documentId)) return false
		return logRows >= limits.logRows || logBytes > Math.max(limits.logBytes, (bytes - logBytes) * 0.3)
	}

	#isIdle(room: Room, now: number): boolean {
		if (!room.isEmpty || room.isBusy || this.#compacting.has(room.documentId)) return false
		return now - room.emptySince > this.#given.limits.idleRoomMs
	}
}

/** A log this short is as quick to read as a state. */
const leftoverRows = 20

function loadFailure(error: unknown): string {
	return error instanceof Unreadable
		? 'the stored state of a document cannot be read; nothing was overwritten; restore document_states from a backup'
		: 'a document could not be loaded; the next who opens it tries again'
}
