import * as Y from 'yjs'
import { byClient, type Range } from './ranges.ts'
import type { Shape } from './shape.ts'

type Struct = Y.Item | Y.GC | Y.Skip

/** An update this small cannot bring enough structs for the cuts in them to matter. */
const smallBytes = 50_000

/**
 * How many places in Yjs's arrays the deletions of an update would move: each deletion that begins or ends inside a standing struct
 * cuts it in two, and moves up every struct of that client behind it. Counted before the update is applied.
 */
export function movesOfDeleting(store: Y.Doc['store'], update: Uint8Array, { brings, deletes }: Shape): number {
	const bringing = new Set(update.length > smallBytes ? brings.map(({ client }) => client) : [])
	let brought: Map<number, Struct[]> | null = null
	let moves = 0
	for (const [client, ranges] of byClient(deletes)) {
		const standing = store.clients.get(client) ?? []
		const known = Y.getState(store, client)
		const isNew = ranges.at(-1)!.end > known && bringing.has(client)
		if (isNew) brought ??= structsIn(update)
		const coming = isNew ? (brought?.get(client) ?? []) : []
		let cuts = 0
		for (const { clock, end } of ranges)
			for (const edge of [clock, end]) if (isInside(edge < known ? standing : coming, edge)) cuts++
		moves += cuts * (standing.length + coming.length + cuts)
	}
	return moves
}

function structsIn(update: Uint8Array): Map<number, Struct[]> {
	const clients = new Map<number, Struct[]>()
	for (const struct of Y.decodeUpdate(update).structs) {
		const structs = clients.get(struct.id.client)
		if (structs) structs.push(struct)
		else clients.set(struct.id.client, [struct])
	}
	return clients
}

/** What is deleted already is not cut. */
function isInside(structs: readonly Struct[], edge: number): boolean {
	let low = 0
	let high = structs.length
	while (low < high) {
		const middle = (low + high) >> 1
		if (structs[middle]!.id.clock < edge) low = middle + 1
		else high = middle
	}
	const struct = structs[low - 1]
	if (!(struct instanceof Y.Item) || edge >= struct.id.clock + struct.length) return false
	return !struct.deleted && !(struct.content instanceof Y.ContentDeleted)
}

/**
 * How many places Yjs will move when the transaction ends, where it joins neighbours that are alike: from the last to the
 * first, each time moving down all that is behind. `changed` are structs that are new or were deleted in it.
 */
export function movesOfJoining({ clients }: Y.Doc['store'], changed: readonly Range[]): number {
	let moves = 0
	for (const [client, ranges] of byClient(changed)) {
		const structs = clients.get(client) ?? []
		for (const { clock, end } of ranges) {
			const from = Y.findIndexSS(structs, clock)
			let isJoining = false
			for (let at = from; at < structs.length && structs[at]!.id.clock <= end; at++) {
				const isAlike = at > 0 && areAlike(structs[at - 1]!, structs[at]!)
				if (isJoining && !isAlike) moves += structs.length - at
				isJoining = isAlike
			}
		}
	}
	return moves
}

/** Whether they may be joined: more are than do. */
function areAlike(one: Y.Item | Y.GC, next: Y.Item | Y.GC): boolean {
	if (one.deleted !== next.deleted) return false
	if (!(one instanceof Y.Item) || !(next instanceof Y.Item)) return one.constructor === next.constructor
	if (one.right !== next || !Y.compareIDs(one.rightOrigin, next.rightOrigin)) return false
	return one.deleted || one.content.constructor === next.content.constructor
}
