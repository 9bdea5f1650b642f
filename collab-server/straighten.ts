import * as Y from 'yjs'
import { hasMisplaced } from './misplaced.ts'
import { withoutTidying } from './opening.ts'
import type { Range } from './ranges.ts'
import { settledIn } from './settled.ts'
import { type Budget, counted, Walk } from './walk.ts'

const steps = 1_000_000

/**
 * When somebody undoes more than once around a paragraph that was deleted and put back, Yjs (13, `redoItem`) can write words
 * between two places the wrong way round, or between a place and itself. Where such words come to stand depends on how a
 * replica has joined what it holds (`getMissing` finds the left place, and splits it while it finds the right one), so
 * replicas differ. The right place is left out here: then the words stand after the left one, for everybody, which is where
 * their writer reads them. What the same writer types next to such words says "between" two places that are neighbours in
 * their tab alone: if that is not enough, the right place of everything the update brings is left out.
 *
 * Returns the update so changed, or null when it is still misplaced, or takes more than the budget. `state` is what it
 * comes to.
 */
export function straighten(state: Uint8Array, update: Uint8Array, budget: Budget): Uint8Array | null {
	return attempt({ state, update, budget }, backwards) ?? attempt({ state, update, budget }, all)
}

interface Given {
	state: Uint8Array
	update: Uint8Array
	budget: Budget
}

type Choose = (store: Y.Doc['store'], settled: readonly Range[]) => Iterable<Y.Item>

function attempt(given: Given, choose: Choose): Uint8Array | null {
	try {
		const straight = withoutRight(given, choose)
		return straight && isTaken({ ...given, update: straight }) ? straight : null
	} catch {
		return null
	}
}

function withoutRight({ state, update, budget }: Given, choose: Choose): Uint8Array | null {
	const doc = opened(state)
	const before = Y.encodeStateVector(doc)
	let changed = 0
	doc.transact((transaction) => {
		counted(new Walk(budget), () => Y.applyUpdate(doc, update))
		for (const item of choose(doc.store, settledIn(transaction))) {
			item.rightOrigin = null
			changed++
		}
	})
	return changed > 0 ? Y.encodeStateAsUpdate(doc, before) : null
}

function isTaken({ state, update, budget }: Given): boolean {
	const doc = opened(state)
	let isSound = false
	doc.transact((transaction) => {
		counted(new Walk(budget), () => Y.applyUpdate(doc, update))
		isSound = !hasMisplaced(doc, settledIn(transaction))
	})
	return isSound
}

/** Nothing is collected as garbage: words on ground that somebody else has deleted must come through, to be given back. */
function opened(state: Uint8Array): Y.Doc {
	const doc = withoutTidying(new Y.Doc({ gc: false }))
	Y.applyUpdate(doc, state)
	return doc
}

function* backwards(store: Y.Doc['store'], settled: readonly Range[]): Generator<Y.Item> {
	let left = steps
	for (const item of between(store, settled)) {
		const end = Y.getItem(store, item.origin!)
		for (let next: Y.Item | null = Y.getItem(store, item.rightOrigin!); next; next = next.right) {
			if (--left < 0) return
			if (next !== end) continue
			yield item
			break
		}
	}
}

function* all(store: Y.Doc['store'], settled: readonly Range[]): Generator<Y.Item> {
	for (const item of itemsIn(store, settled)) {
		if (!item.rightOrigin || item.parentSub !== null) continue
		// In another list it is nobody's neighbour: no editor writes that, and it is refused.
		const right = Y.getItem(store, item.rightOrigin)
		if (right.parent === item.parent && right.parentSub === null) yield item
	}
}

function* between(store: Y.Doc['store'], settled: readonly Range[]): Generator<Y.Item> {
	for (const item of itemsIn(store, settled)) if (item.origin && item.rightOrigin && item.parentSub === null) yield item
}

function* itemsIn(store: Y.Doc['store'], settled: readonly Range[]): Generator<Y.Item> {
	for (const { client, clock } of settled) {
		const structs = store.clients.get(client) ?? []
		for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
			const item = structs[at]
			if (item instanceof Y.Item) yield item
		}
	}
}
