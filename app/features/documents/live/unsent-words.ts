import * as Y from 'yjs'

interface Sent {
	update: Uint8Array
	/** Which edit frame of this connection carries it; null while none does. */
	frame: number | null
}

/**
 * What was typed here and is not known to be stored. An update leaves only when the server has said that the very frame
 * that carried it is in the database (`Saved.frames`, counted from each connection's start).
 */
export class UnsentWords {
	#updates: Sent[] = []
	#frames = 0
	#stored = 0

	get isEmpty() {
		return this.#updates.length === 0
	}

	/** Edit frames sent on this connection. */
	get frames() {
		return this.#frames
	}

	/** Whether anything that went out with the first `frames` frames, or with none, is not known to be stored. */
	waitsFor(frames: number): boolean {
		return this.#updates.some(({ frame }) => frame === null || frame <= frames)
	}

	/** Words from an earlier visit, or typed just now. */
	add(update: Uint8Array) {
		this.#updates.push({ update, frame: null })
	}

	connectionOpened() {
		this.#frames = 0
		this.#stored = 0
		this.#updates = this.#updates.map(({ update }) => ({ update, frame: null }))
	}

	/** The answer to "what do I lack?" carries everything that is here. */
	sentEverything() {
		const frame = ++this.#frames
		for (const sent of this.#updates) sent.frame ??= frame
	}

	/** An edit is sent as it is typed, so it carries the newest update and no other. */
	sentNewest() {
		const frame = ++this.#frames
		const newest = this.#updates.at(-1)
		if (newest) newest.frame ??= frame
	}

	stored(frames: number) {
		this.#stored = Math.max(this.#stored, frames)
		this.#updates = this.#updates.filter(({ frame }) => frame === null || frame > this.#stored)
	}

	/** All of it as one update, to be kept on the device. */
	merged(): Uint8Array | null {
		if (this.isEmpty) return null
		if (this.#updates.length > 1) {
			// Typing for an hour without a connection must not make each key stroke slower than the last.
			const waiting = this.#updates.filter(({ frame }) => frame === null).map(({ update }) => update)
			const carried = this.#updates.filter(({ frame }) => frame !== null)
			if (waiting.length > 1) this.#updates = [...carried, { update: Y.mergeUpdates(waiting), frame: null }]
		}
		return Y.mergeUpdates(this.#updates.map(({ update }) => update))
	}
}
