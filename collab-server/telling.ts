import type { Connection } from './connection.ts'
import type { OpenDocument } from './document.ts'
import type { Edit } from './edit.ts'
import { framed } from './framing.ts'
import type { Metrics } from './metrics.ts'
import type { Presence } from './presence.ts'
import { encodeAwareness, encodeStep1, encodeUpdate } from './protocol.ts'
import { askForGaps, tellSaved } from './saved.ts'
import type { Rescued } from './store.ts'
import type { Taken } from './taken.ts'

interface Given {
	document: OpenDocument
	connections: ReadonlySet<Connection>
	presence: Presence
	metrics: Metrics
}

const nothing = Buffer.alloc(0)
const growingMs = 5_000

/** Tells the people in a room what a turn has brought, once it is stored. */
export class Telling {
	readonly #document: OpenDocument
	readonly #connections: ReadonlySet<Connection>
	readonly #presence: Presence
	readonly #metrics: Metrics
	#newcomers: Connection[] = []
	#growing: Rescued[] = []

	constructor({ document, connections, presence, metrics }: Given) {
		this.#document = document
		this.#connections = connections
		this.#presence = presence
		this.#metrics = metrics
	}

	get hasNewcomers(): boolean {
		return this.#newcomers.length > 0
	}

	/**
	 * Asks a writer for what we lack, before they are told anything: their client would apply a deletion of the ground
	 * under words it has not sent yet, and send them as garbage.
	 */
	greet(connection: Connection) {
		this.#newcomers.push(connection)
	}

	/** Words given back within the last few seconds, to which their writer may be adding. */
	growing(now: Date): readonly Rescued[] {
		this.#growing = this.#growing.filter(({ at }) => now.getTime() - at.getTime() < growingMs)
		return this.#growing
	}

	tell(taken: Taken, rescued: readonly Rescued[]) {
		const told = this.#toldSeveralThings(taken)
		for (const connection of told) connection.cork()
		try {
			for (const newcomer of this.#newcomers.splice(0)) this.#welcome(newcomer)
			this.#tellEverybody(taken)
			if (taken.edits.length > 0) this.#tellWriters(taken, rescued)
			askForGaps(this.#document, this.#connections, performance.now())
		} finally {
			for (const connection of told) connection.uncork()
		}
	}

	/** Everybody else hears one thing at most, and is spared the gathering. */
	#toldSeveralThings({ edits }: Taken): Set<Connection> {
		const told = new Set(this.#newcomers)
		for (const { from } of edits) if (from?.wantsSaved) told.add(from)
		return told
	}

	/** New words and who is where, in the same bytes for everyone but those who brought nothing else than what they know. */
	#tellEverybody({ edits, entry, isMixed }: Taken) {
		const { changedBy } = this.#presence
		const changes = this.#presence.takeChanges()
		const updates = entry?.updates ?? []
		if (updates.length === 0 && changes.length === 0) return
		const sources = new Set(edits.map(({ from }) => from))
		const writtenBy = sources.size === 1 && !isMixed ? edits[0]!.from : null
		const words = Buffer.concat(updates.map(({ update }) => framed(encodeUpdate(update))))
		const presence = changes.length > 0 ? framed(encodeAwareness(changes)) : nothing
		const both = words.length === 0 ? presence : presence.length === 0 ? words : Buffer.concat([words, presence])
		this.#metrics.updatesStored += updates.length
		for (const connection of this.#connections) {
			const knowsWords = connection === writtenBy
			const frames = connection === changedBy ? (knowsWords ? nothing : words) : knowsWords ? presence : both
			if (frames.length > 0) connection.sendFramed(frames)
			if (!knowsWords) this.#metrics.deliveries += updates.length
		}
	}

	#tellWriters({ edits }: Taken, rescued: readonly Rescued[]) {
		for (const one of rescued) this.#tellRescued(one)
		for (const edit of edits) this.#tellMerged(edit, rescued)
		tellSaved(this.#document, edits)
	}

	#tellMerged({ merge, memberId, isLeftOut }: Edit, rescued: readonly Rescued[]) {
		// Nobody will come back to fill the gap, as a connection would.
		if (isLeftOut) {
			this.#metrics.refused('not-here')
			return merge?.refused('not-here')
		}
		merge?.stored(rescued.filter((one) => one.memberId === memberId))
	}

	#tellRescued(rescued: Rescued) {
		const { id, memberId, words, sectionId } = rescued
		this.#metrics.rescues++
		this.#growing = [...this.#growing.filter((one) => one.id !== id), rescued]
		for (const connection of this.#connections) {
			if (connection.membership.memberId === memberId) connection.notice({ kind: 'rescued', id, words, sectionId })
		}
	}

	#welcome(to: Connection) {
		if (to.mayWrite) to.send(encodeStep1(this.#document.stateVector))
		else to.notice(to.readOnly)
		const here = this.#presence.all()
		if (here.length > 0) to.send(encodeAwareness(here))
	}
}
