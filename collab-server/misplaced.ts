import * as Y from 'yjs'
import type { Range } from './ranges.ts'
import { Walk as Steps } from './walk.ts'

/** To look at a neighbour costs a fifteenth of what it costs Yjs to compare it. */
const budget = { walkSteps: 1_000_000, arrayMoves: 0 }

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
 * Throws `Tangled` when a million looks at neighbours are not enough.
 *
 * Call at the end of the transaction, before Yjs joins what it has split. Words typed on and on cost a look at each side.
 */
export function hasMisplaced({ store }: Y.Doc, settled: readonly Range[]): boolean {
	let walk: Walk | null = null
	for (const { client, clock } of settled) {
		const structs = store.clients.get(client) ?? []
		// From the last to the first: of words typed on and on, each then stands next to one that is known to be sound.
		for (let at = structs.length - 1; at >= 0; at--) {
			const struct = structs[at]!
			if (struct.id.clock + struct.length <= clock) break
			if (!(struct instanceof Y.Item) || isBetweenItsOwn(struct)) continue
			walk ??= new Walk(store)
			if (!walk.isSound(struct)) return true
		}
	}
	return false
}

/** As nearly always: it stands right between the places it names, where nobody else has written. */
function isBetweenItsOwn({ left, right, origin, rightOrigin, parent, parentSub }: Y.Item): boolean {
	if (parentSub !== null) return false
	if (origin !== null) {
		if (left === null || left.parent !== parent || left.parentSub !== null) return false
		if (left.id.client !== origin.client || left.id.clock + left.length - 1 !== origin.clock) return false
	} else if (left !== null) return false
	if (rightOrigin === null) return true
	if (right === null || right.parent !== parent || right.parentSub !== null) return false
	return right.id.client === rightOrigin.client && right.id.clock === rightOrigin.clock
}

class Walk {
	readonly #store: Y.Doc['store']
	readonly #sound = new Set<Y.Item>()
	readonly #steps = new Steps(budget)

	constructor(store: Y.Doc['store']) {
		this.#store = store
	}

	isSound(item: Y.Item): boolean {
		const { origin, rightOrigin } = item
		if (item.parentSub !== null && (rightOrigin !== null || (item.length > 1 && !item.deleted))) return false
		if (origin !== null && !isInSameList(this.#structAt(origin), item)) return false
		if (rightOrigin !== null) {
			const right = this.#structAt(rightOrigin)
			if (right instanceof Y.Item) {
				if (!isInSameList(right, item) || this.#hasPassedBy(item, right) || !this.#isBefore(item, right)) return false
			}
		}
		this.#sound.add(item)
		return true
	}

	#isBefore(item: Y.Item, right: Y.Item): boolean {
		for (let at = item.right; at !== null; at = at.right) {
			if (at === right) return true
			this.#steps.take(1)
			if (this.#sound.has(at) && Y.compareIDs(at.rightOrigin, item.rightOrigin)) return true
		}
		return false
	}

	/** Yjs has walked the same way to find the place; since then more may have come in between. */
	#hasPassedBy({ origin, left }: Y.Item, { origin: nextTo }: Y.Item): boolean {
		if (nextTo === null || Y.compareIDs(nextTo, origin)) return false
		for (let at = left; at !== null && !(origin !== null && isAt(at, origin)); at = at.left) {
			this.#steps.take(1)
			if (isAt(at, nextTo)) return true
		}
		return false
	}

	#structAt({ client, clock }: Y.ID) {
		const structs = this.#store.clients.get(client) ?? []
		return structs[Y.findIndexSS(structs, clock)]
	}
}

function isInSameList(one: Y.Item | Y.GC | undefined, { parent, parentSub }: Y.Item): boolean {
	return one instanceof Y.Item && one.parent === parent && one.parentSub === parentSub
}

function isAt({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
	return id.client === client && id.clock <= clock && clock < id.clock + length
}
