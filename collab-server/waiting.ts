import * as Y from 'yjs'
import type { Range } from './ranges.ts'

const nothing = Uint8Array.of(0, 0)

/**
 * Puts in what has its ground here, and tells what the rest waits for: the next of these ids. Kept within Yjs, the rest would come in
 * together with the next letter of somebody else, who would have to answer for it: it may be such that the document cannot
 * take it (`early.ts`). Rows of the log were taken once, and go on waiting.
 */
export function applyWithoutWaiting(doc: Y.Doc, update: Uint8Array): [client: number, clock: number][] {
	const { store } = doc
	const { pendingStructs, pendingDs } = store
	store.pendingStructs = null
	store.pendingDs = null
	Y.applyUpdate(doc, update)
	const missing = [...(doc.store.pendingStructs?.missing ?? [])]
	store.pendingStructs = pendingStructs
	store.pendingDs = pendingDs
	if (pendingStructs || pendingDs) Y.applyUpdate(doc, nothing)
	return missing
}

/**
 * Whether an edit brings words of more than `most` client ids and stands on something that is not here: for each that must
 * wait, Yjs looks through all the ids of the edit. After a backup was put back a tab may bring the words of thousands, but
 * it has all they stand on.
 */
export function hasCrowdWaiting(
	store: Y.Doc['store'],
	update: Uint8Array,
	brings: readonly Range[],
	most: number,
): boolean {
	if (brings.length <= most) return false
	const ends = new Map<number, number>()
	for (const { client, clock, end } of brings) {
		const here = ends.get(client) ?? Y.getState(store, client)
		if (clock > here) return true
		ends.set(client, Math.max(here, end))
	}
	const isMissing = (id: Y.ID | null) =>
		id !== null && id.clock >= (ends.get(id.client) ?? Y.getState(store, id.client))
	return Y.decodeUpdate(update).structs.some(
		(struct) =>
			struct instanceof Y.Item &&
			(isMissing(struct.origin) ||
				isMissing(struct.rightOrigin) ||
				(struct.parent instanceof Y.ID && isMissing(struct.parent))),
	)
}
