import * as Y from 'yjs'
import { PerList, type Type } from './lists.ts'
import { type Tangle, tangleOf } from './tangle.ts'
import type { Arrivals, Walk } from './walk.ts'

/**
 * What a document may cost whoever puts it together, or more (`findTangle`), remembered for each list in which somebody wrote
 * unseen; the others cost nothing. For what comes into such a list the worst is added, until it matters: then only the lists
 * are measured again that have changed.
 */
export class Tangles {
	/** Of the whole document; what was added since `measure` makes it more than it is. */
	steps = 0
	/** What `steps` came to when it was last measured. */
	measured = 0
	readonly #store: Y.Doc['store']
	readonly #lists = new PerList<Tangle>()
	/** Those that have changed since they were measured. */
	readonly #loose = new PerList<true>()

	constructor(store: Y.Doc['store']) {
		this.#store = store
		for (const structs of store.clients.values())
			for (const struct of structs)
				if (struct instanceof Y.Item && struct.left === null && struct.parent instanceof Y.AbstractType)
					this.#remember(struct.parent, struct.parentSub, tangleOf(struct, store.clients))
		this.measured = this.steps
	}

	/** Call at the end of the transaction, before Yjs joins what it has split. */
	add({ lists }: Pick<Walk, 'lists'>, { _mergeStructs, changed }: Y.Transaction) {
		for (const [type, key, arrived] of lists) this.#grow(type, key, arrived)
		for (const struct of _mergeStructs) {
			if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) continue
			const { parent, parentSub } = struct
			if (this.#lists.get(parent, parentSub)) this.#grow(parent, parentSub, split)
		}
		for (const [type, keys] of changed) for (const key of keys) this.#loosen(type, key)
	}

	/** Costs what measuring the lists costs that have changed since the last time. */
	measure() {
		for (const [type, key] of this.#lists) if (type._item?.deleted) this.#loosen(type, key)
		for (const [type, key] of [...this.#loose]) {
			this.steps -= this.#lists.get(type, key)?.steps ?? 0
			this.#lists.delete(type, key)
			this.#loose.delete(type, key)
			const first = firstOf(type, key)
			if (first) this.#remember(type, key, tangleOf(first, this.#store.clients))
		}
		this.measured = this.steps
	}

	#grow(type: Type, key: string | null, { structs, unseen }: Arrivals) {
		let list = this.#lists.get(type, key)
		if (!list) {
			if (unseen === 0) return
			list = { steps: 0, rivals: 0, items: countItems(firstOf(type, key)) }
			this.#lists.set(type, key, list)
		}
		list.items += structs
		// Who comes to a place where somebody wrote unseen may meet all there are, and be met by them, and so may what follows.
		if (unseen > 0) list.rivals = list.items
		// Under a key, all of those go back to the first value as well, twice.
		const more = (2 * unseen + structs) * list.rivals * (key === null ? 1 : 3)
		list.steps += more
		this.steps += more
		this.#loosen(type, key)
	}

	#loosen(type: Type, key: string | null) {
		if (this.#lists.get(type, key)) this.#loose.set(type, key, true)
	}

	#remember(type: Type, key: string | null, tangle: Tangle) {
		if (tangle.rivals === 0) return
		this.#lists.set(type, key, tangle)
		this.steps += tangle.steps
	}
}

/** Those that stood on either half of a run did not see the other as something apart. */
const split: Arrivals = { structs: 1, unseen: 1 }

function countItems(first: Y.Item | null): number {
	let count = 0
	for (let item = first; item; item = item.right) count++
	return count
}

/** Null when the ground of the list is gone. */
function firstOf(type: Type, key: string | null): Y.Item | null {
	if (key === null) return type._start
	let first = type._map.get(key) ?? null
	while (first?.left) first = first.left
	return first
}
