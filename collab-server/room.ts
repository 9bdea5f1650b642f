import * as Y from 'yjs'
import { Authors, type Writing } from './authors.ts'
import type { Connection } from './connection.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { findMisgrowth } from './misgrowth.ts'
import { Presence } from './presence.ts'
import { decodeMessage, encodeAwareness, encodeStep1, encodeStep2, encodeUpdate } from './protocol.ts'
import type { Range } from './ranges.ts'
import { findLostWords, joinWords, type LostWords } from './rescue.ts'
import { readShape, type Shape } from './shape.ts'
import type { Entry, Opened, Rescued } from './store.ts'

/** Somebody's change on its way into the document, from a socket or from a form. */
interface Edit {
	update: Uint8Array
	shape: Shape
	memberId: string
	from: Connection | null
	frame: number
	merge: Merge | null
}

export interface Merge {
	update: Uint8Array
	memberId: string
	stored(rescued: readonly Rescued[]): void
	refused(reason: string): void
}

interface Question {
	from: Connection
	stateVector: Uint8Array
}

/** What a turn took up: it must be stored before anything in it is told to anybody. */
export interface Taken {
	edits: Edit[]
	questions: Question[]
	entry: Entry | null
}

/** The document would not take an update. It must be opened again from what is stored; `suspects` did not come in. */
export interface Spoilt {
	suspects: Edit[]
	rest: Taken
	error: unknown
}

const editsAtOnce = 256
const bytesAtOnce = 256 * 1024
const askAgainMs = 1_000
const growingMs = 5_000

/**
 * One open document and the people in it. It works in turns: `take` applies what has come, the caller stores it, `settle`
 * tells it. Nothing is applied between the two, so outside a turn the document holds durable words and no others.
 */
export class Room {
	readonly documentId: string
	readonly connections = new Set<Connection>()
	/** A turn of this room is being stored. */
	isBusy = false
	emptySince = Date.now()
	compactedAt = 0

	readonly #limits: Limits
	readonly #metrics: Metrics
	readonly #presence = new Presence()
	#authors = new Authors()
	#opened: Opened
	/** Connections with something to work on, the longest waiting first. */
	readonly #waiting = new Set<Connection>()
	readonly #merges: Merge[] = []
	readonly #retries: Edit[] = []
	#newcomers: Connection[] = []
	#listeners: (() => void)[] = []
	#growing: Rescued[] = []

	constructor(documentId: string, opened: Opened, limits: Limits, metrics: Metrics) {
		this.documentId = documentId
		this.#opened = opened
		this.#limits = limits
		this.#metrics = metrics
	}

	get generation() {
		return this.#opened.generation
	}

	get log(): Readonly<Pick<Opened, 'logRows' | 'logBytes' | 'bytes' | 'lastSeq' | 'quarantined'>> {
		return this.#opened
	}

	get isEmpty() {
		return this.connections.size === 0 && !this.hasWork
	}

	get hasWork() {
		return (
			this.#waiting.size > 0 ||
			this.#merges.length > 0 ||
			this.#newcomers.length > 0 ||
			this.#listeners.length > 0 ||
			this.#retries.length > 0
		)
	}

	get writers(): number {
		const people = [...this.connections].filter(({ mayWrite }) => mayWrite).map(({ membership }) => membership.memberId)
		return new Set(people).size
	}

	join(connection: Connection, onWork: () => void) {
		this.connections.add(connection)
		connection.onWork = () => {
			if (connection.hasWork) this.#waiting.add(connection)
			onWork()
		}
		this.greet(connection)
		connection.onWork()
	}

	/**
	 * Asks a writer for what we lack, before they are told anything: their client would apply a deletion of the ground
	 * under words it has not sent yet, and send them as garbage.
	 */
	greet(connection: Connection) {
		this.#newcomers.push(connection)
	}

	leave(connection: Connection) {
		this.connections.delete(connection)
		this.#presence.leave(connection)
		this.emptySince = Date.now()
	}

	merge(merge: Merge) {
		this.#merges.push(merge)
	}

	/** Calls back in a moment when the document holds durable words only. */
	whenSettled(callback: () => void) {
		this.#listeners.push(callback)
	}

	/** Takes up what waits, fairly by turns between connections, for `roomTurnMs` at most. */
	take(now: Date): Taken | Spoilt {
		const taken: Taken = { edits: [], questions: [], entry: null }
		this.#gather(taken)
		if (taken.edits.length === 0) return taken
		try {
			taken.entry = this.#apply(taken.edits, now)
			return taken
		} catch (error) {
			return { suspects: taken.edits, rest: { ...taken, edits: [], entry: null }, error }
		}
	}

	/** After a spoilt turn: goes on from what is stored. Several suspects are tried again one at a time. */
	reopen(opened: Opened, { suspects }: Spoilt) {
		this.#opened.doc.destroy()
		this.#opened = opened
		this.#authors = new Authors()
		if (suspects.length > 1) return this.#retries.push(...suspects)
		for (const suspect of suspects) this.#refuse(suspect, 'malformed')
	}

	/** `taken` is stored: now everyone may see it, and its writers may be told. */
	settle(taken: Taken, rescued: readonly Rescued[]) {
		for (const newcomer of this.#newcomers.splice(0)) this.#welcome(newcomer)
		if (taken.edits.length > 0) this.#tell(taken, rescued)
		for (const { from, stateVector } of taken.questions) this.#answer(from, stateVector)
		for (const listener of this.#listeners.splice(0)) listener()
		this.#askForGaps()
		this.flushPresence()
	}

	flushPresence() {
		const changes = this.#presence.takeChanges()
		if (changes.length === 0) return
		const frame = encodeAwareness(changes)
		for (const connection of this.connections) connection.send(frame)
	}

	/** Durable words only; what still waits for its ground is left out, since nobody was told it is safe. */
	encode(stateVector?: Uint8Array): Uint8Array {
		const { doc } = this.#opened
		const { pendingStructs, pendingDs } = doc.store
		doc.store.pendingStructs = null
		doc.store.pendingDs = null
		try {
			return Y.encodeStateAsUpdate(doc, stateVector)
		} finally {
			doc.store.pendingStructs = pendingStructs
			doc.store.pendingDs = pendingDs
		}
	}

	/** The log may be folded away unless rows of it are waiting in memory for others that could not be read. */
	get mayCompact(): boolean {
		return !this.isBusy && (this.#opened.quarantined === 0 || !this.#opened.doc.store.pendingStructs)
	}

	compacted(upTo: number, bytes: number) {
		if (this.#opened.lastSeq === upTo) Object.assign(this.#opened, { logRows: 0, logBytes: 0 })
		else Object.assign(this.#opened, { logRows: this.#opened.lastSeq - upTo, logBytes: 0 })
		this.#opened.bytes = bytes
	}

	close() {
		this.#opened.doc.destroy()
	}

	#gather(taken: Taken) {
		const until = performance.now() + this.#limits.roomTurnMs
		let bytes = 0
		const retry = this.#retries.shift()
		if (retry) return void taken.edits.push(retry)
		for (let merge = this.#merges.shift(); merge; merge = this.#merges.shift()) {
			const edit = this.#read(merge.update, { memberId: merge.memberId, from: null, merge })
			if (edit) taken.edits.push(edit)
		}
		for (const connection of this.#waiting) {
			if (taken.edits.length >= editsAtOnce || bytes > bytesAtOnce || performance.now() > until) return
			this.#waiting.delete(connection)
			if (connection.isBehind && connection.isOpen) continue
			const frame = connection.next()
			if (!frame) continue
			bytes += frame.length
			this.#hear(connection, frame, taken)
			// At the end of the line again: a Set is walked in the order things were added, also while it is walked.
			if (connection.hasWork) this.#waiting.add(connection)
		}
	}

	#hear(from: Connection, frame: Uint8Array, taken: Taken) {
		const message = decodeMessage(frame)
		switch (message.type) {
			case 'step1':
				return taken.questions.push({ from, stateVector: message.stateVector })
			case 'edit':
				return this.#hearEdit(from, message, taken)
			case 'awareness':
				return from.isOpen && this.#presence.hear(from, message.states, this.#limits.awarenessBytes)
			case 'query':
				return from.send(encodeAwareness(this.#presence.all()))
			case 'malformed':
				this.#metrics.refused('malformed')
				return from.close('malformed', 'This message cannot be read')
		}
	}

	#hearEdit(from: Connection, { update, whole }: { update: Uint8Array; whole: boolean }, taken: Taken) {
		const frame = from.countEdit()
		if (!from.mayWrite) {
			// A reader's client may answer a state request that was on its way, so silence is the right refusal.
			from.hasDropped = true
			return this.#metrics.refused('read-only')
		}
		const edit = this.#read(update, { memberId: from.membership.memberId, from, merge: null })
		if (!edit) return
		from.hasEdited = true
		if (whole) from.hasDropped = false
		taken.edits.push({ ...edit, frame })
	}

	#read(update: Uint8Array, by: Pick<Edit, 'memberId' | 'from' | 'merge'>): Edit | null {
		this.#metrics.updatesIn++
		const shape = readShape(update, this.#limits)
		const edit: Edit = { update, shape: 'refused' in shape ? { brings: [], deletes: [] } : shape, frame: 0, ...by }
		if ('refused' in shape) return this.#refuse(edit, shape.refused)
		// A document at its cap may still be made smaller.
		if (shape.brings.length > 0 && !this.#hasRoomFor(update.length)) return this.#refuse(edit, 'too-large')
		return edit
	}

	#refuse({ from, merge }: Edit, why: 'malformed' | 'too-deep' | 'too-large') {
		this.#metrics.refused(why)
		merge?.refused(why)
		if (why === 'too-large') from?.close('tooLarge', 'This document is full')
		else from?.close('malformed', 'This edit cannot be taken')
		return null
	}

	/** Bytes are counted as they come, which is more than they come to; at the cap they are counted properly. */
	#hasRoomFor(more: number): boolean {
		const { documentBytes } = this.#limits
		if (this.#opened.bytes + more <= documentBytes) return true
		if (more > documentBytes) return false
		this.#opened.bytes = this.encode().length
		return this.#opened.bytes + more <= documentBytes
	}

	#apply(edits: readonly Edit[], now: Date): Entry | null {
		const { doc } = this.#opened
		const updates: Uint8Array[] = []
		const onUpdate = (update: Uint8Array) => updates.push(update)
		let writings: Writing[] = []
		let lost: LostWords[] = []
		doc.on('update', onUpdate)
		try {
			Y.transact(
				doc,
				(transaction) => {
					writings = edits.flatMap((edit) => this.#applyOne(edit))
					const settled = settledIn(transaction)
					const misgrowth = findMisgrowth(doc, settled, this.#limits)
					if (misgrowth) throw new Error(misgrowth)
					const named = edits.flatMap(({ shape }) => shape.deletes)
					lost = joinWords(findLostWords(transaction, { settled, named, updates: edits.map(({ update }) => update) }))
				},
				null,
				false,
			)
		} finally {
			doc.off('update', onUpdate)
		}
		this.#boundPending()
		return updates.length > 0 ? this.#entry(edits, { updates, writings, lost, now }) : null
	}

	/** Credits what came in to who brought it; what must wait for its ground is remembered as theirs. */
	#applyOne({ update, shape, memberId, from }: Edit): Writing[] {
		const { store } = this.#opened.doc
		const clients = new Set([...shape.brings, ...this.#authors.waiting].map(({ client }) => client))
		const before = new Map([...clients].map((client) => [client, Y.getState(store, client)]))
		Y.applyUpdate(this.#opened.doc, update)
		const early = shape.brings
			.filter(({ client, end }) => end > Y.getState(store, client))
			.map((range) => ({ ...range, clock: Math.max(range.clock, Y.getState(store, range.client)) }))
		this.#authors.expect(early, memberId)
		from?.gaps.push(...early, ...shape.deletes.filter(({ client, end }) => end > Y.getState(store, client)))
		return [...before].flatMap(([client, clock]) => {
			const end = Y.getState(store, client)
			return end > clock ? this.#authors.credit({ client, clock, end }, memberId) : []
		})
	}

	#entry(
		edits: readonly Edit[],
		{ updates, writings, lost, now }: { updates: Uint8Array[]; writings: Writing[]; lost: LostWords[]; now: Date },
	): Entry {
		const authors = new Set(edits.map(({ memberId }) => memberId))
		const longest = new Map(writings.map((writing) => [`${writing.client} ${writing.clock}`, writing]))
		this.#growing = this.#growing.filter(({ at }) => now.getTime() - at.getTime() < growingMs)
		const entry: Entry = {
			documentId: this.documentId,
			generation: this.generation,
			updates: updates.map((update) => ({ seq: ++this.#opened.lastSeq, update })),
			memberId: authors.size === 1 ? edits[0]!.memberId : null,
			writings: [...longest.values()],
			lost,
			growing: this.#growing,
			at: now,
		}
		const bytes = updates.reduce((sum, update) => sum + update.length, 0)
		this.#opened.logRows += updates.length
		this.#opened.logBytes += bytes
		this.#opened.bytes += bytes
		return entry
	}

	#boundPending() {
		const { store } = this.#opened.doc
		if ((store.pendingStructs?.update.length ?? 0) > this.#limits.pendingBytes) {
			store.pendingStructs = null
			this.#authors.forget()
		}
		if ((store.pendingDs?.length ?? 0) > this.#limits.pendingBytes / 4) store.pendingDs = null
	}

	#tell({ edits, entry }: Taken, rescued: readonly Rescued[]) {
		const sources = new Set(edits.map(({ from }) => from))
		const only = sources.size === 1 ? edits[0]!.from : null
		for (const { update } of entry?.updates ?? []) {
			const frame = encodeUpdate(update)
			this.#metrics.updatesStored++
			for (const connection of this.connections) {
				if (connection === only) continue
				this.#metrics.deliveries++
				connection.send(frame)
			}
		}
		for (const one of rescued) this.#tellRescued(one)
		for (const { merge, memberId } of edits) merge?.stored(rescued.filter((one) => one.memberId === memberId))
		this.#tellSaved(edits)
	}

	#tellRescued(rescued: Rescued) {
		const { id, memberId, words, sectionId } = rescued
		this.#metrics.rescues++
		this.#growing = [...this.#growing.filter((one) => one.id !== id), rescued]
		for (const connection of this.connections) {
			if (connection.membership.memberId === memberId) connection.notice({ kind: 'rescued', id, words, sectionId })
		}
	}

	#tellSaved(edits: readonly Edit[]) {
		const { store } = this.#opened.doc
		const latest = new Map<Connection, { frame: number; clients: Set<number> }>()
		for (const { from, frame, shape } of edits) {
			if (!from?.wantsSaved) continue
			const told = latest.get(from) ?? { frame, clients: new Set() }
			for (const { client } of shape.brings) told.clients.add(client)
			latest.set(from, { ...told, frame })
		}
		for (const [connection, { frame, clients }] of latest) {
			connection.gaps = connection.gaps.filter(({ client, end }) => end > Y.getState(store, client))
			const clocks = [...clients].map((client): [number, number] => [client, Y.getState(store, client)])
			if (connection.gaps.length === 0 && !connection.hasDropped) connection.storedFrames = frame
			connection.saved(clocks)
		}
	}

	#answer(to: Connection, stateVector: Uint8Array) {
		if (!to.isOpen) return
		try {
			to.send(encodeStep2(this.encode(stateVector)))
			if (to.wantsSaved) this.#tellKnown(to, Y.decodeStateVector(stateVector))
		} catch {
			this.#metrics.refused('malformed')
			to.close('malformed', 'This state vector cannot be read')
		}
	}

	#welcome(to: Connection) {
		if (to.mayWrite) to.send(encodeStep1(Y.encodeStateVector(this.#opened.doc)))
		else to.notice({ kind: 'read-only' })
		const here = this.#presence.all()
		if (here.length > 0) to.send(encodeAwareness(here))
	}

	/** Somebody who comes back learns at once which of their words had arrived. */
	#tellKnown(to: Connection, theirs: Map<number, number>) {
		const { store } = this.#opened.doc
		to.saved([...theirs.keys()].map((client) => [client, Y.getState(store, client)]))
	}

	/** A frame was lost on the way, or came before what it stands on: ask its bringer for everything we lack. */
	#askForGaps() {
		const { doc } = this.#opened
		const now = Date.now()
		for (const connection of this.connections) {
			if (connection.gaps.length === 0) continue
			connection.gaps = connection.gaps.filter(({ client, end }: Range) => end > Y.getState(doc.store, client))
			if (connection.gaps.length === 0 || now - connection.askedForGapsAt < askAgainMs) continue
			connection.askedForGapsAt = now
			connection.send(encodeStep1(Y.encodeStateVector(doc)))
		}
	}
}

function settledIn(transaction: Y.Transaction): Range[] {
	const settled: Range[] = []
	for (const [client, structs] of transaction.doc.store.clients) {
		const last = structs.at(-1)
		const end = last ? last.id.clock + last.length : 0
		const clock = transaction.beforeState.get(client) ?? 0
		if (end > clock) settled.push({ client, clock, end })
	}
	return settled
}
