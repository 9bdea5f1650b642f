import * as Y from 'yjs'
import { Authors, type Writing } from './authors.ts'
import type { Edit } from './edit.ts'
import { hasHalved } from './halves.ts'
import type { Limits } from './limits.ts'
import { findMisgrowth, Misgrown } from './misgrowth.ts'
import { hasMisplaced, Misplaced } from './misplaced.ts'
import type { Range } from './ranges.ts'
import { findLostWords, joinWords, type LostWords } from './rescue.ts'
import { settledIn } from './settled.ts'
import type { Entry, Opened, Rescued } from './store.ts'
import { straighten } from './straighten.ts'

/** Nameless on purpose: tsx gives every function that has a name of its own a property for it, each time it is made. */
function collect(updates: Uint8Array[]) {
	return (update: Uint8Array) => void updates.push(update)
}

interface Grown {
	updates: Uint8Array[]
	writings: Writing[]
	lost: LostWords[]
}

/** A document in memory: what goes into it, who brought it, what of it must be stored. */
export class OpenDocument {
	readonly id: string
	readonly #limits: Limits
	#authors = new Authors()
	#opened: Opened
	/** Rows of the log that stand on something that is not stored: after a backup was put back, or beside a broken row. */
	#rowsWait: boolean
	#hasForgottenRows = false

	constructor(id: string, opened: Opened, limits: Limits) {
		this.id = id
		this.#opened = opened
		this.#limits = limits
		this.#rowsWait = this.isWaiting
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

	/** Something came before what it stands on. */
	get isWaiting(): boolean {
		const { pendingStructs, pendingDs } = this.#opened.doc.store
		return pendingStructs !== null || pendingDs !== null
	}

	clockOf(client: number): number {
		return Y.getState(this.#opened.doc.store, client)
	}

	unsettled(ranges: readonly Range[]): Range[] {
		return ranges.filter(({ client, end }) => end > this.clockOf(client))
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

	/** Bytes are counted as they come, which is more than they come to; at the cap they are counted properly. */
	hasRoomFor(more: number): boolean {
		const { documentBytes } = this.#limits
		if (this.#opened.bytes + more <= documentBytes) return true
		if (more > documentBytes) return false
		this.#opened.bytes = this.encode().length
		return this.#opened.bytes + more <= documentBytes
	}

	/**
	 * Puts edits in, all in one transaction, so that many people's letters become one update. Null when nothing of it was
	 * new. Throws when the document will not take it; then the document is spoilt and must be opened again.
	 */
	apply(edits: readonly Edit[], now: Date, growing: readonly Rescued[]): Entry | null {
		const { doc } = this.#opened
		const updates: Uint8Array[] = []
		const onUpdate = collect(updates)
		const grown: Grown = { updates, writings: [], lost: [] }
		doc.on('update', onUpdate)
		try {
			Y.transact(
				doc,
				(transaction) => {
					for (const edit of edits) this.#applyOne(edit, grown.writings)
					const settled = settledIn(transaction)
					const misgrowth = findMisgrowth(doc, settled, this.#limits)
					if (misgrowth) throw new Misgrown(misgrowth)
					if (hasMisplaced(doc, settled)) throw new Misplaced('words where nobody can write')
					if (hasHalved(transaction)) throw new Error('a letter broken in two')
					const named = edits.flatMap(({ shape }) => shape.deletes)
					grown.lost = joinWords(
						findLostWords(transaction, {
							settled,
							named,
							updates: edits.map(({ update, asSent }) => asSent ?? update),
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
		return updates.length > 0 ? this.#entry(edits, grown, { now, growing }) : null
	}

	/** An edit that was refused as misplaced, so that it can be taken; null when it is not an honest undo. */
	straightened(edit: Edit): Edit | null {
		const update = straighten(this.encode(), edit.update)
		return update && { ...edit, update, asSent: edit.asSent ?? edit.update }
	}

	/** Credits what came in to who brought it; what must wait for its ground is remembered as theirs. */
	#applyOne({ update, shape, memberId, from }: Edit, writings: Writing[]) {
		const before = new Map<number, number>()
		for (const { client } of shape.brings) before.set(client, this.clockOf(client))
		for (const { client } of this.#authors.waiting) before.set(client, this.clockOf(client))
		Y.applyUpdate(this.#opened.doc, update)
		const early = this.unsettled(shape.brings).map((range) => ({
			...range,
			clock: Math.max(range.clock, this.clockOf(range.client)),
		}))
		this.#authors.expect(early, memberId)
		from?.gaps.push(...early, ...this.unsettled(shape.deletes))
		for (const [client, clock] of before) {
			const end = this.clockOf(client)
			if (end > clock) writings.push(...this.#authors.credit({ client, clock, end }, memberId))
		}
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
		this.#opened.logRows += updates.length
		this.#opened.logBytes += bytes
		this.#opened.bytes += bytes
		return entry
	}

	#boundWaiting() {
		const { store } = this.#opened.doc
		const isOver = (store.pendingStructs?.update.length ?? 0) > this.#limits.pendingBytes
		const areDeletesOver = (store.pendingDs?.length ?? 0) > this.#limits.pendingBytes / 4
		if (isOver) {
			store.pendingStructs = null
			this.#authors.forget()
		}
		if (areDeletesOver) store.pendingDs = null
		if (!this.isWaiting && !isOver && !areDeletesOver) this.#rowsWait = false
		this.#hasForgottenRows ||= this.#rowsWait && (isOver || areDeletesOver)
	}

	/** The log may be folded away unless rows of it wait for others: they are in no state, and would be gone. */
	get mayFold(): boolean {
		return !this.#hasForgottenRows && !(this.#rowsWait && this.isWaiting)
	}

	folded(upTo: number, bytes: number) {
		Object.assign(this.#opened, { logRows: this.#opened.lastSeq - upTo, logBytes: 0, bytes })
	}

	reopen(opened: Opened) {
		this.close()
		this.#opened = opened
		this.#authors = new Authors()
		this.#rowsWait = this.isWaiting
		this.#hasForgottenRows = false
	}

	close() {
		this.#opened.doc.destroy()
	}
}
