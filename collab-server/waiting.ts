import * as Y from 'yjs'
import type { Edit } from './edit.ts'
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
export function hasCrowdWaiting(store: Y.Doc['store'], edit: Pick<Edit, 'update' | 'shape'>, most: number): boolean {
	return edit.shape.brings.length > most && standsOnMissing(store, edit)
}

/** Whether any part of an edit lacks its ground, or what it deletes: that part would have to wait. */
export function lacksGround(store: Y.Doc['store'], edit: Pick<Edit, 'update' | 'shape'>): boolean {
	const { brings, deletes } = edit.shape
	const ends = endsWith(store, brings)
	return deletes.some(({ client, end }) => end > ends(client)) || standsOnMissing(store, edit)
}

function standsOnMissing(store: Y.Doc['store'], { update, shape }: Pick<Edit, 'update' | 'shape'>): boolean {
	const here = endsWith(store, [])
	const reached = new Map<number, number>()
	for (const { client, clock, end } of shape.brings) {
		const known = reached.get(client) ?? here(client)
		if (clock > known) return true
		reached.set(client, Math.max(known, end))
	}
	const ends = endsWith(store, shape.brings)
	const isMissing = (id: Y.ID | null) => id !== null && id.clock >= ends(id.client)
	return Y.decodeUpdate(update).structs.some(
		(struct) =>
			struct instanceof Y.Item &&
			(isMissing(struct.origin) ||
				isMissing(struct.rightOrigin) ||
				(struct.parent instanceof Y.ID && isMissing(struct.parent))),
	)
}

/** Up to which clock each client id is known, here or in what is brought. */
function endsWith(store: Y.Doc['store'], brings: readonly Range[]) {
	const brought = new Map<number, number>()
	for (const { client, end } of brings) brought.set(client, Math.max(end, brought.get(client) ?? 0))
	return (client: number) => Math.max(brought.get(client) ?? 0, Y.getState(store, client))
}
