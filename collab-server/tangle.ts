import * as Y from 'yjs'

/** How much a document can cost whoever puts it together, whatever the order its parts come in. */
export interface Tangle {
	/** More steps than Yjs needs to find the places of everything in it, but for one step for each struct. */
	steps: number
	/** How many structs may meet another that was written unseen in the same place, also when a run is cut in two. */
	rivals: number
	/** How many structs there are in the lists of more than one. */
	items: number
}

/**
 * Words written one after the other cost nothing, whoever wrote them. Words written unseen at one place are compared with
 * one another, and with all that stands on those, and the order they are sent in decides which with which: a document that
 * came in cheaply may be dear to open. So each pair counts that may meet.
 *
 * A struct that was written next to the left of another had seen it, and never meets it.
 */
export function findTangle({ clients }: Y.Doc['store']): Tangle {
	const tangle = { steps: 0, rivals: 0, items: 0 }
	for (const structs of clients.values())
		for (const struct of structs) {
			if (!(struct instanceof Y.Item) || struct.left !== null) continue
			const { steps, rivals, items } = tangleOf(struct, clients)
			tangle.steps += steps
			tangle.rivals += rivals
			tangle.items += items
		}
	return tangle
}

type Clients = Y.Doc['store']['clients']

/** One list, or one key of a map, from its first item. Nobody in one list ever meets somebody in another. */
export function tangleOf(first: Y.Item, clients: Clients): Tangle {
	const tangle = { steps: 0, rivals: 0, items: 0 }
	if (first.right === null) return tangle
	const at = new Map<Y.Item | Y.GC, number>()
	const items: Y.Item[] = []
	for (let item: Y.Item | null = first; item; item = item.right) at.set(item, items.push(item) - 1)
	const indexOf = (id: Y.ID | null) => (id ? (at.get(itemAt(clients, id)!) ?? -1) : -1)

	tangle.items = items.length
	const origins = items.map(({ origin }) => indexOf(origin))
	tangle.rivals += countInside(items, indexOf)
	const sizes = items.map(() => 1)
	for (let one = items.length - 1; one >= 0; one--) {
		const origin = origins[one]!
		if (origin >= 0 && origin < one) sizes[origin]! += sizes[one]!
	}
	for (const [origin, siblings] of bySharedOrigin(origins)) {
		const keyed = first.parentSub !== null && origin < 0
		const steps = costOf(siblings, sizes, items, indexOf) + (keyed ? 2 * siblings.length * items.length : 0)
		tangle.steps += steps
		if (steps > 0) tangle.rivals += siblings.length
	}
	return tangle
}

/** Those who were written next to a place within what is one run by now. */
function countInside(items: readonly Y.Item[], indexOf: (id: Y.ID | null) => number): number {
	let count = 0
	for (const { origin, rightOrigin } of items) {
		const left = items[indexOf(origin)]
		const right = items[indexOf(rightOrigin)]
		if (left && origin!.clock < left.id.clock + left.length - 1) count++
		else if (right && rightOrigin!.clock > right.id.clock) count++
	}
	return count
}

/** Those who were written next to the right of the same item, from left to right, where they are several. */
function bySharedOrigin(origins: readonly number[]): Map<number, number[]> {
	const last = new Map<number, number>()
	const groups = new Map<number, number[]>()
	for (let at = 0; at < origins.length; at++) {
		const origin = origins[at]!
		const before = last.get(origin)
		if (before !== undefined) {
			const group = groups.get(origin)
			if (group) group.push(at)
			else groups.set(origin, [before, at])
		}
		last.set(origin, at)
	}
	return groups
}

/** Each with what stands on it (`sizes`). It may pass those on its left, less those who had seen it, and on its right. */
function costOf(
	siblings: readonly number[],
	sizes: readonly number[],
	items: readonly Y.Item[],
	indexOf: (id: Y.ID | null) => number,
): number {
	const count = siblings.length
	const before = [0]
	for (const at of siblings) before.push(before.at(-1)! + sizes[at]!)
	const rightPlaces = siblings.map((at) => indexOf(items[at]!.rightOrigin))
	const rights = rightPlaces.map((right, one) => rightOf(one, siblings, sizes, right))
	const sawIt = new Array<number>(count).fill(0)
	const places = siblings.map((at) => placeName(items[at]!.rightOrigin))
	const alike = new Map<string, number>()
	for (const [one, place] of places.entries()) alike.set(place, (alike.get(place) ?? 0) + sizes[siblings[one]!]!)

	let steps = 0
	for (let one = 0; one < count; one++) {
		const size = sizes[siblings[one]!]!
		const right = rights[one]!
		if (right < count) sawIt[right]! += size + sawIt[one]!
		const onLeft = before[one]! - sawIt[one]!
		const alikeOnRight = alike.get(places[one]!)! - size
		alike.set(places[one]!, alikeOnRight)
		// Of those who name the same two places, it stops at the first on its right.
		const onRight = Math.max(0, before[right]! - before[one + 1]! - alikeOnRight)
		steps += onLeft + onRight + (right < count ? rightPlaces[one]! - siblings[right]! : 0)
	}
	return steps
}

/** Which of the siblings its right place stands in; past the last when it stands in none. */
function rightOf(one: number, siblings: readonly number[], sizes: readonly number[], right: number): number {
	let low = one + 1
	let high = siblings.length
	while (low < high) {
		const middle = (low + high) >> 1
		if (siblings[middle]! <= right) low = middle + 1
		else high = middle
	}
	const found = low - 1
	if (found <= one) return siblings.length
	return right < siblings[found]! + sizes[siblings[found]!]! ? found : siblings.length
}

function placeName(id: Y.ID | null): string {
	return id ? `${id.client} ${id.clock}` : ''
}

function itemAt(clients: Clients, { client, clock }: Y.ID) {
	const structs = clients.get(client)
	const last = structs?.at(-1)
	if (!structs || !last || clock >= last.id.clock + last.length) return undefined
	return structs[Y.findIndexSS(structs, clock)]
}
