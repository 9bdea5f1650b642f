import * as Y from 'yjs'
import type { Limits } from './limits.ts'
import { readShape } from './shape.ts'

/** The stored state itself cannot be read: nobody may go on from an empty document, and nothing is overwritten. */
export class Unreadable extends Error {}

interface LogRow {
	seq: number
	update: Uint8Array
}

/** Throws `Unreadable` for a corrupt state; a corrupt row of the log is left out and named. */
export function build(
	state: Uint8Array | null,
	rows: readonly LogRow[],
	limits: Limits,
): { doc: Y.Doc; corrupt: number[] } {
	if (state && 'refused' in readShape(state, limits)) throw new Unreadable('the compacted state does not decode')
	const sound = rows.filter(({ update }) => !('refused' in readShape(update, limits)))
	const corrupt = rows.filter((row) => !sound.includes(row))
	const doc = applyAll(state, sound)
	if (doc) return { doc, corrupt: corrupt.map(({ seq }) => seq) }
	return buildSlowly(state, sound, corrupt)
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
function buildSlowly(state: Uint8Array | null, rows: readonly LogRow[], corrupt: LogRow[]) {
	if (!applyAll(state, [])) throw new Unreadable('the compacted state does not apply')
	const good: LogRow[] = []
	let doc = applyAll(state, good)!
	for (const row of rows) {
		if (apply(doc, row.update)) good.push(row)
		else {
			corrupt.push(row)
			doc = applyAll(state, good)!
		}
	}
	return { doc, corrupt: corrupt.map(({ seq }) => seq) }
}

function applyAll(state: Uint8Array | null, rows: readonly LogRow[]): Y.Doc | null {
	const doc = new Y.Doc()
	try {
		doc.transact(() => {
			if (state) Y.applyUpdate(doc, state)
			for (const { update } of rows) Y.applyUpdate(doc, update)
		})
		return doc
	} catch {
		return null
	}
}

function apply(doc: Y.Doc, update: Uint8Array): boolean {
	try {
		Y.applyUpdate(doc, update)
		return true
	} catch {
		return false
	}
}
