import * as Y from 'yjs'
import type { Limits } from './limits.ts'
import { findMisgrowth } from './misgrowth.ts'
import { readShape } from './shape.ts'

/** The stored state itself cannot be read: nobody may go on from an empty document, and nothing is overwritten. */
export class Unreadable extends Error {}

interface LogRow {
	seq: number
	update: Uint8Array
}

/**
 * Throws `Unreadable` for a corrupt state; a corrupt row of the log is left out and named. A state that is known to have passed
 * the walk through its shape when it was written is not walked again: that takes half as long as to apply it.
 */
export function build(
	state: Uint8Array | null,
	rows: readonly LogRow[],
	limits: Limits,
	isChecked = false,
): { doc: Y.Doc; corrupt: number[] } {
	if (state && !isChecked && 'refused' in readShape(state, { nesting: limits.nesting }))
		throw new Unreadable('the compacted state does not decode')
	const sound = rows.filter(({ update }) => !('refused' in readShape(update, { nesting: limits.nesting })))
	const corrupt = rows.filter((row) => !sound.includes(row))
	const doc = applyAll(state, sound, limits)
	if (doc) return { doc, corrupt: corrupt.map(({ seq }) => seq) }
	return buildSlowly(state, sound, corrupt, limits)
}

/**
 * An older copy of a document's whole state with the log rows that fit on it, as one state again; null when the copy
 * cannot be read either. What stands on words that are not there is left out.
 */
export function buildLast(copy: Uint8Array, rows: readonly LogRow[], limits: Limits): Uint8Array | null {
	try {
		const { doc } = build(copy, rows, limits)
		doc.store.pendingStructs = null
		doc.store.pendingDs = null
		return Y.encodeStateAsUpdate(doc)
	} catch (error) {
		if (error instanceof Unreadable) return null
		throw error
	}
}

/** One row decodes and yet cannot be applied: find it by trying each on a document that has all the good ones before it. */
function buildSlowly(state: Uint8Array | null, rows: readonly LogRow[], corrupt: LogRow[], limits: Limits) {
	if (!applyAll(state, [], limits)) throw new Unreadable('the compacted state does not apply')
	const good: LogRow[] = []
	let doc = applyAll(state, good, limits)!
	for (const row of rows) {
		if (apply(doc, row.update, limits)) good.push(row)
		else {
			corrupt.push(row)
			doc = applyAll(state, good, limits)!
		}
	}
	return { doc, corrupt: corrupt.map(({ seq }) => seq) }
}

function applyAll(state: Uint8Array | null, rows: readonly LogRow[], limits: Limits): Y.Doc | null {
	const doc = withoutTidying(new Y.Doc())
	try {
		doc.transact(() => {
			if (state) Y.applyUpdate(doc, state)
			for (const { update } of rows) Y.applyUpdate(doc, update)
		})
		return isPoisoned(doc, limits) ? null : doc
	} catch {
		return null
	}
}

/**
 * Yjs tidies up marks that mark nothing after a remote change, by looking from each deleted struct through all the deleted
 * ones beside it: to delete 20,000 at once took 5 s. Whoever opens the document with an editor does it for themselves, and
 * nobody's name stands under what the server would do.
 */
export function withoutTidying(doc: Y.Doc): Y.Doc {
	doc.on('afterTransaction', (transaction) => {
		transaction._needFormattingCleanup = false
	})
	return doc
}

function apply(doc: Y.Doc, update: Uint8Array, limits: Limits): boolean {
	try {
		Y.applyUpdate(doc, update)
		return !isPoisoned(doc, limits)
	} catch {
		return false
	}
}

/** Stored before such things were refused: it would end the tab of whoever opens it, and nobody could delete it. */
function isPoisoned(doc: Y.Doc, limits: Limits): boolean {
	const everything = [...doc.store.clients].map(([client, structs]) => {
		const last = structs.at(-1)!
		return { client, clock: 0, end: last.id.clock + last.length }
	})
	return findMisgrowth(doc, everything, limits) !== null
}
