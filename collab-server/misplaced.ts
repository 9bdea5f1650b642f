import * as Y from 'yjs'
import type { Range } from './ranges.ts'

const steps = 1_000_000

/** Thrown before anything of it is stored. */
export class Misplaced extends Error {}

/**
 * Has something come to stand where no editor can have put it? Yjs takes it, and then orders it by when it came: who was
 * there reads another order than who comes later. An editor writes between two places that are neighbours for it, or puts
 * back what was there; so refused are
 * - words between two places of which the first is not in the same list as the second, or not before it;
 * - words that passed by the place which what stands to their right was written next to. Their writer has seen it, since
 *   nobody can have the one without the other, and yet says that nothing stood there;
 * - under one key of a map, more than one thing at once, or something before another: a new value comes last;
 * - what is said to go on where its own writer's last words stand, in another list than those.
 *
 * Without the second, what passed by stops later words on their way to their place, for those who have it already. With it,
 * no order of arrival makes a difference, whatever the ids (`docs/collab-faults.md`, "Misplaced words").
 *
 * Call at the end of the transaction, before Yjs joins what it has split. Words typed on and on cost a look at each side.
 */
export function hasMisplaced({ store }: Y.Doc, settled: readonly Range[]): boolean {
	const sound = new Set<Y.Item>()
	let left = steps

	function isSound(item: Y.Item): boolean {
		const { origin, rightOrigin } = item
		if (item.parentSub !== null && (rightOrigin !== null || (item.length > 1 && !item.deleted))) return false
		if (origin !== null && !isInSameList(originOf(item, origin), item)) return false
		if (rightOrigin === null) return true
		const right = structAt(store, rightOrigin)
		if (!(right instanceof Y.Item)) return true
		return isInSameList(right, item) && !hasPassedBy(item, right) && isBefore(item, right)
	}

	function originOf({ left: beside }: Y.Item, origin: Y.ID) {
		return beside !== null && isAt(beside, origin) ? beside : structAt(store, origin)
	}

	/** Yjs has walked the same way to find the place. */
	function hasPassedBy({ origin, left: beside }: Y.Item, { origin: nextTo }: Y.Item): boolean {
		if (nextTo === null || Y.compareIDs(nextTo, origin)) return false
		for (let at = beside; at !== null && !(origin !== null && isAt(at, origin)); at = at.left)
			if (isAt(at, nextTo)) return true
		return false
	}

	/** From the last to the first: of words typed on and on, each then stands next to one that is known to be sound. */
	function isBefore(item: Y.Item, right: Y.Item): boolean {
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

function isInSameList(one: Y.Item | Y.GC | undefined, { parent, parentSub }: Y.Item): boolean {
	return one instanceof Y.Item && one.parent === parent && one.parentSub === parentSub
}

function isAt({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
	return id.client === client && id.clock <= clock && clock < id.clock + length
}

function structAt(store: Y.Doc['store'], { client, clock }: Y.ID) {
	const structs = store.clients.get(client) ?? []
	return structs[Y.findIndexSS(structs, clock)]
}
