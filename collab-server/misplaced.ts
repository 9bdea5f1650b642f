import * as Y from 'yjs'
import type { Range } from './ranges.ts'

const steps = 1_000_000

/**
 * Has something come to stand where no editor of ours can put it? Yjs takes it, and then orders it by when it came: who
 * was there reads another order than who comes later. Refused: words between two places of which the first is not in the
 * same list as the second, or not before it; and more than one thing at once under one key of a map.
 *
 * Call at the end of the transaction, before Yjs joins what it has split.
 */
export function hasMisplaced({ store }: Y.Doc, settled: readonly Range[]): boolean {
	const sound = new Set<Y.Item>()
	let left = steps
	/** From the last to the first: of words typed on and on, each then stands next to one that is known to be sound. */
	function isSound(item: Y.Item): boolean {
		if (item.parentSub !== null && item.length > 1 && !item.deleted) return false
		if (!item.rightOrigin) return true
		const right = structAt(store, item.rightOrigin)
		if (!(right instanceof Y.Item)) return true
		if (right.parent !== item.parent || right.parentSub !== item.parentSub) return false
		for (let at = item.right; at !== null; at = at.right) {
			if (at === right) return true
			if (--left < 0) return false
			if (sound.has(at) && Y.compareIDs(at.rightOrigin, item.rightOrigin)) return true
		}
		return false
	}
	for (const { client, clock } of settled) {
		const structs = store.clients.get(client) ?? []
		for (let at = structs.length - 1; at >= 0; at--) {
			const struct = structs[at]!
			if (struct.id.clock + struct.length <= clock) break
			if (!(struct instanceof Y.Item)) continue
			if (!isSound(struct)) return true
			sound.add(struct)
		}
	}
	return false
}

function structAt(store: Y.Doc['store'], { client, clock }: Y.ID) {
	const structs = store.clients.get(client) ?? []
	return structs[Y.findIndexSS(structs, clock)]
}
