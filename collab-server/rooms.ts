import type { Logger } from 'pino'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { Unreadable } from './opening.ts'
import { Room } from './room.ts'
import type { Store } from './store.ts'
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
			if (room.editedAt && now - room.editedAt > touchAfterMs) void this.#touch(room)
			if (this.#isDue(room)) void this.compact(room)
			else if (this.#isIdle(room, now)) {
				const isWorthFolding =
					room.document.log.logRows > leftoverRows && room.document.mayFold && !room.compactionFailed
				if (isWorthFolding) void this.compact(room)
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
			this.#given.log.error({ reason: reasonOf(error), documentId }, 'a log could not be compacted; it goes on growing')
		} finally {
			this.#compacting.delete(documentId)
		}
	}

	/**
	 * Replaces a document by its present words without their history. Everyone in it is told to start over; who arrives
	 * meanwhile waits at the door. If it fails, the old document is open again as it was.
	 */
	async rebuild(documentId: string): Promise<void> {
		const room = await this.open(documentId)
		if (!room) throw new Error(`there is no document ${documentId}`)
		this.#open.delete(documentId)
		const rebuilding = this.#rebuild(room)
		this.#opening.set(documentId, rebuilding)
		await rebuilding
	}

	async #rebuild(room: Room): Promise<Room | null> {
		const { documentId, document } = room
		try {
			for (const connection of room.connections) connection.close('rebuilt', 'This document was rebuilt')
			await this.#given.turns.settled(room)
			await this.#given.store.rebuild(documentId, document.generation, document.encode())
		} catch (error) {
			this.#opening.delete(documentId)
			this.#open.set(documentId, room)
			throw error
		}
		room.document.close()
		return await this.#load(documentId)
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

	#isDue({ document: { log }, isBusy, documentId }: Room): boolean {
		const { logRows, logBytes, bytes } = log
		const { limits } = this.#given
		if (isBusy || this.#compacting.has(documentId)) return false
		return logRows >= limits.logRows || logBytes > Math.max(limits.logBytes, (bytes - logBytes) * 0.3)
	}

	#isIdle(room: Room, now: number): boolean {
		if (!room.isEmpty || room.isBusy || this.#compacting.has(room.documentId)) return false
		return now - room.emptySince > this.#given.limits.idleRoomMs
	}
}

const touchAfterMs = 10_000

/** A log this short is as quick to read as a state. */
const leftoverRows = 20

function loadFailure(error: unknown): string {
	return error instanceof Unreadable
		? 'the stored state of a document cannot be read; nothing was overwritten; restore document_states from a backup'
		: 'a document could not be loaded; the next who opens it tries again'
}
