import * as Y from 'yjs'
import { settledIn } from './settled.ts'

const steps = 1_000_000

/**
 * When somebody undoes more than once around a paragraph that was deleted and put back, Yjs (13, `redoItem`) can write words
 * between two places the wrong way round, or between a place and itself. Where such words come to stand depends on how a
 * replica has joined what it holds (`getMissing` finds the left place, and splits it while it finds the right one), so
 * replicas differ. The right place is left out here: then the words stand after the left one, for everybody, which is where
 * their writer reads them.
 *
 * Returns the update so changed, or null when there is nothing of the kind in it. `state` is what it comes to.
 */
export function straighten(state: Uint8Array, update: Uint8Array): Uint8Array | null {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, state)
	const before = Y.encodeStateVector(doc)
	let changed = 0
	try {
		doc.transact((transaction) => {
			Y.applyUpdate(doc, update)
			for (const item of backwards(transaction)) {
				item.rightOrigin = null
				changed++
			}
		})
	} catch {
		return null
	}
	return changed > 0 ? Y.encodeStateAsUpdate(doc, before) : null
}

function* backwards(transaction: Y.Transaction): Generator<Y.Item> {
	const { store } = transaction.doc
	let left = steps
	for (const { client, clock } of settledIn(transaction)) {
		const structs = store.clients.get(client) ?? []
		for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
			const item = structs[at]
			if (!(item instanceof Y.Item) || !item.origin || !item.rightOrigin || item.parentSub !== null) continue
			const end = Y.getItem(store, item.origin)
			for (let next: Y.Item | null = Y.getItem(store, item.rightOrigin); next; next = next.right) {
				if (--left < 0) return
				if (next !== end) continue
				yield item
				break
			}
		}
	}
}
