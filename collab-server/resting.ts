import type { Connection } from './connection.ts'
import type { Pace } from './pace.ts'

/** The connections of one room whose member has taken much of the process's time, until their rest is over. */
export class Resting {
	readonly #pace: Pace
	readonly #connections = new Set<Connection>()

	constructor(pace: Pace) {
		this.#pace = pace
	}

	get isAnybody(): boolean {
		return this.#connections.size > 0
	}

	get connections(): ReadonlySet<Connection> {
		return this.#connections
	}

	has(connection: Connection): boolean {
		return this.#connections.has(connection)
	}

	/** Whether it must rest now; then it is woken when that is over, also if it has left: what was heard is still worked on. */
	mustRest(connection: Connection): boolean {
		const ms = this.#pace.restOf(connection.membership.memberId)
		if (ms === 0) return false
		if (!this.#connections.has(connection)) connection.notice({ kind: 'slow-down' })
		this.#connections.add(connection)
		setTimeout(() => this.#connections.delete(connection) && connection.onWork(), ms).unref()
		return true
	}

	/**
	 * Nothing more is taken up of those who rest, when the room ends. Nobody was told that it is stored: our editor has it on the
	 * device, or with the tab, and shows it to be copied into the document that takes this one's place.
	 */
	forget() {
		for (const connection of this.#connections) connection.forgetInbox()
		this.#connections.clear()
	}
}
