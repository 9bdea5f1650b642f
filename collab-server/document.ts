import * as Y from 'yjs'
import { Authors, type Writing } from './authors.ts'
import { movesOfDeleting, movesOfJoining } from './cuts.ts'
import type { Edit } from './edit.ts'
import { hasHalved } from './halves.ts'
import type { Limits } from './limits.ts'
import { findMisgrowth, Misgrown } from './misgrowth.ts'
import { hasMisplaced, Misplaced } from './misplaced.ts'
import { Stopwatch } from './pace.ts'
import type { Range } from './ranges.ts'
import { findLostWords, joinWords, type LostWords } from './rescue.ts'
import { settledIn } from './settled.ts'
import type { Entry, Opened, Rescued } from './store.ts'
import { straighten } from './straighten.ts'
import { Tangles } from './tangles.ts'
import { applyWithoutWaiting, hasCrowdWaiting, lacksGround } from './waiting.ts'
import { counted, Tangled, Walk } from './walk.ts'

const knowsNothing = Uint8Array.of(0)

/** Nameless on purpose: tsx gives every function that has a name of its own a property for it, each time it is made. */
function collect(updates: Uint8Array[]) {
	return (update: Uint8Array) => void updates.push(update)
}

interface Grown {
	updates: Uint8Array[]
	writings: Writing[]
	lost: LostWords[]
}

export interface Applied {
	/** Null when nothing was new. */
	entry: Entry | null
	/** What was not applied any more, because finding the places of the others took as much as a turn may. */
	left: Edit[]
	/** Milliseconds that Yjs took over each that was applied. */
	took: number[]
	/** Steps that Yjs took to find the places of each. */
	steps: number[]
	/** Those of which a part has no ground here, and waits for it outside the document. */
	early: { edit: Edit; ground: [client: number, clock: number][] }[]
}

/** A document in memory: what goes into it, who brought it, what of it must be stored. */
export class OpenDocument {
	readonly id: string
	readonly #limits: Limits
	#authors = new Authors()
	#opened: Opened
	/** Rows of the log that wait are no longer in memory. */
	#hasForgottenRows = false
	#lookedAt: Uint8Array | null = null
	/** Counted when somebody first writes: to open a long document should cost no more than to read it. */
	#tangles: Tangles | null = null

	constructor(id: string, opened: Opened, limits: Limits) {
		this.id = id
		this.#opened = opened
		this.#limits = limits
	}

	get generation() {
		return this.#opened.generation
	}

	get log(): Readonly<Pick<Opened, 'logRows' | 'logBytes' | 'bytes' | 'lastSeq' | 'setAside'>> {
		return this.#opened
	}

	get stateVector(): Uint8Array {
		return Y.encodeStateVector(this.#opened.doc)
	}

	/** More than anybody can know who has this document. */
	isTooLong(stateVector: Uint8Array): boolean {
		const beyond = stateVector.length - this.#limits.stateVectorBytes
		return beyond > 0 && beyond > this.stateVector.length
	}

	/** Rows of the log stand on something that is not stored: after a backup was put back, or beside a broken row. */
	get isWaiting(): boolean {
		const { pendingStructs, pendingDs } = this.#opened.doc.store
		return pendingStructs !== null || pendingDs !== null
	}

	clockOf(client: number): number {
		return Y.getState(this.#opened.doc.store, client)
	}

	/** Something of a history that was replaced for good, so that words removed in it would come back. */
	hasEnded(clients: Iterable<number>): boolean {
		const { ended } = this.#opened
		if (ended.size > 0) for (const client of clients) if (ended.has(client)) return true
		return false
	}

	unsettled(ranges: readonly Range[]): Range[] {
		return ranges.filter(({ client, end }) => end > this.clockOf(client))
	}

	/** What stands; rows that wait for their ground are left out. */
	encode(stateVector: Uint8Array = knowsNothing): Uint8Array {
		const { doc, whole } = this.#opened
		if (whole && stateVector.length === 1 && stateVector[0] === 0) return whole
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

	/** Bytes are counted as they come, which is more than they come to; at the cap they are counted properly. */
	hasRoomFor(more: number): boolean {
		const { documentBytes } = this.#limits
		if (this.#opened.bytes + more <= documentBytes) return true
		if (more > documentBytes) return false
		this.#opened.bytes = this.encode().length
		return this.#opened.bytes + more <= documentBytes
	}

	/** Told before anything is applied: Yjs would take too long over it. */
	isTooHeavy({ update, shape }: Pick<Edit, 'update' | 'shape'>): boolean {
		const { store } = this.#opened.doc
		const { arrayMoves, waitingClients } = this.#limits
		return (
			movesOfDeleting(store, update, shape) > arrayMoves || hasCrowdWaiting(store, { update, shape }, waitingClients)
		)
	}

	/**
	 * Puts edits in, all in one transaction, so that many people's letters become one update. Throws when the document will
	 * not take it; then the document is spoilt and must be opened again.
	 */
	apply(offered: readonly Edit[], now: Date, growing: readonly Rescued[]): Applied {
		const { doc } = this.#opened
		this.#tangles ??= new Tangles(doc.store)
		const walk = new Walk(this.#limits)
		const edits: Edit[] = []
		const watch = new Stopwatch()
		const took: number[] = []
		const steps: number[] = []
		const early: Applied['early'] = []
		const updates: Uint8Array[] = []
		const onUpdate = collect(updates)
		const grown: Grown = { updates, writings: [], lost: [] }
		doc.on('update', onUpdate)
		try {
			Y.transact(
				doc,
				(transaction) => {
					for (const edit of offered) {
						if (walk.steps > this.#limits.turnSteps) break
						edits.push(edit)
						const before = walk.steps
						const ground = counted(walk, () => this.#applyOne(edit, grown.writings))
						if (ground.length > 0) early.push({ edit, ground })
						took.push(watch.lap())
						steps.push(walk.steps - before)
					}
					const settled = settledIn(transaction)
					this.#countTangle(walk, transaction, settled)
					const misgrowth = findMisgrowth(doc, settled, this.#limits)
					if (misgrowth) throw new Misgrown(misgrowth)
					if (hasMisplaced(doc, settled)) throw new Misplaced('words where nobody can write')
					if (hasHalved(transaction)) throw new Error('a letter broken in two')
					const putIn = edits.filter(({ isLeftOut }) => !isLeftOut)
					const named = putIn.flatMap(({ shape }) => shape.deletes)
					grown.lost = joinWords(
						findLostWords(transaction, {
							settled,
							named,
							updates: putIn.map(({ update, asSent }) => asSent ?? update),
						}),
					)
				},
				null,
				false,
			)
		} finally {
			doc.off('update', onUpdate)
		}
		this.#boundWaiting()
		const entry = updates.length > 0 ? this.#entry(edits, grown, { now, growing }) : null
		return { entry, left: offered.slice(edits.length), took, steps, early }
	}

	/** Refuses what would make the document dearer to open than it may be. */
	#countTangle(walk: Walk, transaction: Y.Transaction, settled: readonly Range[]) {
		const { store } = this.#opened.doc
		const deleted = [...transaction.deleteSet.clients].flatMap(([client, ranges]) =>
			ranges.map(({ clock, len }) => ({ client, clock, end: clock + len })),
		)
		walk.move(movesOfJoining(store, [...settled, ...deleted]))
		const tangles = this.#tangles!
		tangles.add(walk, transaction)
		if (tangles.steps <= this.#limits.tangleSteps) return
		const before = tangles.measured
		tangles.measure()
		if (tangles.measured > Math.max(before, this.#limits.tangleSteps))
			throw new Tangled('too much was written unseen at one place')
	}

	/** An edit that was refused as misplaced, so that it can be taken; null when it is not an honest undo. */
	straightened(edit: Edit): Edit | null {
		const update = straighten(this.encode(), edit.update, this.#limits)
		return update && { ...edit, update, asSent: edit.asSent ?? edit.update }
	}

	/** Credits what came in to who brought it; they owe us the ground of the rest, which is told. A form goes in whole or not at all. */
	#applyOne(edit: Edit, writings: Writing[]): [client: number, clock: number][] {
		const { update, shape, memberId, from, merge } = edit
		edit.isLeftOut = merge !== null && lacksGround(this.#opened.doc.store, edit)
		if (edit.isLeftOut) return []
		const before = new Map<number, number>()
		for (const { client } of shape.brings) before.set(client, this.clockOf(client))
		const missing = applyWithoutWaiting(this.#opened.doc, update)
		const early = this.unsettled(shape.brings).map((range) => ({
			...range,
			clock: Math.max(range.clock, this.clockOf(range.client)),
		}))
		const deletes = this.unsettled(shape.deletes)
		from?.owes([...early, ...deletes])
		for (const [client, clock] of before) {
			const end = this.clockOf(client)
			if (end <= clock) continue
			writings.push(this.#authors.credit({ client, clock, end, memberId }))
		}
		for (const { client, clock } of deletes) missing.push([client, Math.max(clock, this.clockOf(client))])
		return missing
	}

	#entry(
		edits: readonly Edit[],
		{ updates, writings, lost }: Grown,
		{ now, growing }: { now: Date; growing: readonly Rescued[] },
	): Entry {
		const authors = new Set(edits.map(({ memberId }) => memberId))
		const longest = new Map(writings.map((writing) => [`${writing.client} ${writing.clock}`, writing]))
		const entry: Entry = {
			documentId: this.id,
			generation: this.generation,
			updates: updates.map((update) => ({ seq: ++this.#opened.lastSeq, update })),
			memberId: authors.size === 1 ? edits[0]!.memberId : null,
			writings: [...longest.values()],
			lost,
			growing,
			at: now,
		}
		const bytes = updates.reduce((sum, update) => sum + update.length, 0)
		this.#opened.whole = null
		this.#opened.logRows += updates.length
		this.#opened.logBytes += bytes
		this.#opened.bytes += bytes
		return entry
	}

	/** Each client id in what waits costs a look at all of them, whenever one of them can go on. */
	#boundWaiting() {
		const { pendingStructs, pendingDs } = this.#opened.doc.store
		if (pendingStructs && pendingStructs.update !== this.#lookedAt) {
			this.#lookedAt = pendingStructs.update
			const { pendingBytes, waitingClients } = this.#limits
			if (pendingStructs.update.length > pendingBytes) this.forgetWaiting()
			else if (Y.parseUpdateMetaV2(pendingStructs.update).from.size > waitingClients) this.forgetWaiting()
		}
		if ((pendingDs?.length ?? 0) > this.#limits.pendingBytes / 4) this.forgetWaiting()
	}

	/** Rows that wait are left to the log, until the document is opened anew. Whether there were any. */
	forgetWaiting(): boolean {
		if (!this.isWaiting) return false
		const { store } = this.#opened.doc
		store.pendingStructs = null
		store.pendingDs = null
		this.#hasForgottenRows = true
		return true
	}

	/** The log may be folded away unless rows of it wait for others: they are in no state, and would be gone. */
	get mayFold(): boolean {
		return !this.#hasForgottenRows && !this.isWaiting
	}

	folded(upTo: number, bytes: number) {
		Object.assign(this.#opened, { logRows: this.#opened.lastSeq - upTo, logBytes: 0, bytes })
	}

	reopen(opened: Opened) {
		this.close()
		this.#opened = opened
		this.#authors = new Authors()
		this.#hasForgottenRows = false
		// Now, not at the next letter: it is whoever spoilt the document that answers for the time.
		this.#tangles = new Tangles(opened.doc.store)
	}

	close() {
		this.#opened.doc.destroy()
	}
}
