import * as Y from 'yjs'
import { PerList, type Type } from './lists.ts'

/** Thrown before anything of it is stored: putting it in place would hold the process, now or when the document is opened. */
export class Tangled extends Error {}

/** What came into one list. */
export interface Arrivals {
	/** Structs put in place. */
	structs: number
	/** Those of them that were compared with others. */
	unseen: number
}

export interface Budget {
	/** Neighbours compared to find the places of words. */
	walkSteps: number
	/** Places in Yjs's arrays that are moved up where a struct is split, or together where two are joined. */
	arrayMoves: number
}

/**
 * What Yjs goes through to find the place of each struct, counted before it goes. Throws `Tangled` when the budget is not
 * enough; then the transaction is spoilt.
 */
export class Walk {
	steps = 0
	moves = 0
	readonly lists = new PerList<Arrivals>()
	readonly #budget: Budget
	#splits = 0

	constructor(budget: Budget) {
		this.#budget = budget
	}

	take(steps: number) {
		this.steps += steps
		if (this.steps > this.#budget.walkSteps) throw new Tangled('too many steps to find the place of words')
	}

	move(entries: number) {
		this.moves += entries
		if (this.moves > this.#budget.arrayMoves) throw new Tangled('too many cuts in what stands')
	}

	/** As `Item.integrate` (Yjs 13.6) will go, without its changes. */
	foresee(item: Y.Item, transaction: Y.Transaction, offset: number) {
		const { store } = transaction.doc
		this.#countSplits(item, transaction)
		const { id, right, parentSub } = item
		// What was known of it already is left out: the rest goes on after that.
		const known = offset > 0 ? Y.createID(id.client, id.clock + offset - 1) : null
		const left = known ? Y.getItem(store, known) : item.left
		const origin = known ?? item.origin
		const parent = item.parent as Type | null
		if (!parent || (left && !(left instanceof Y.Item))) return
		const list = this.#arrivalsIn(parent, parentSub)
		list.structs++
		if (left ? left.right === right : right !== null && right.left === null) return

		let met: Y.Item | null | undefined = left ? left.right : parent._start
		if (!left && parentSub !== null) met = this.#first(parent._map.get(parentSub))
		const passed = new Set<Y.Item>()
		for (; met && met !== right; met = met.right) {
			this.take(1)
			passed.add(met)
			if (Y.compareIDs(origin, met.origin)) {
				if (met.id.client >= id.client && Y.compareIDs(item.rightOrigin, met.rightOrigin)) break
			} else if (met.origin === null || !passed.has(Y.getItem(store, met.origin))) break
		}
		if (passed.size > 0) list.unseen++
	}

	#arrivalsIn(type: Type, key: string | null): Arrivals {
		const before = this.lists.get(type, key)
		if (before) return before
		const arrivals = { structs: 0, unseen: 0 }
		this.lists.set(type, key, arrivals)
		return arrivals
	}

	/** Under a key, Yjs goes back from the last value to the first, twice. */
	#first(last: Y.Item | undefined): Y.Item | undefined {
		let first = last
		for (; first?.left; first = first.left) this.take(2)
		return first
	}

	#countSplits({ left, right }: Y.Item, { _mergeStructs, doc: { store } }: Y.Transaction) {
		const splits = _mergeStructs.length - this.#splits
		if (splits <= 0) return
		this.#splits = _mergeStructs.length
		for (const beside of [left, right]) if (beside) this.move(splits * store.clients.get(beside.id.client)!.length)
	}
}

let walk: Walk | null = null
const integrate = Y.Item.prototype.integrate

/** Yjs offers no way to ask beforehand, and only here is it known where it will begin. Outside `counted` nothing changes. */
Y.Item.prototype.integrate = function (transaction, offset) {
	walk?.foresee(this, transaction, offset)
	integrate.call(this, transaction, offset)
}

/** Counts what Yjs does for `work`, which must not wait for anything. */
export function counted<T>(by: Walk, work: () => T): T {
	const before = walk
	walk = by
	try {
		return work()
	} finally {
		walk = before
	}
}
