import * as Y from 'yjs'
import type { Limits } from './limits.ts'
import type { Range } from './ranges.ts'

/** Thrown before anything of it is stored. */
export class Misgrown extends Error {}

/**
 * Has a document grown into something that Yjs cannot carry? Types inside types are deleted and encoded by recursion, so
 * some thousands of levels overflow the stack of the server and of every browser that opens it. Called before what grew is
 * stored. Returns what is wrong, or null.
 */
export function findMisgrowth(doc: Y.Doc, settled: readonly Range[], { nesting, roots }: Limits): string | null {
	if (doc.share.size > roots) return 'too many roots'
	for (const { client, clock, end } of settled) {
		const structs = doc.store.clients.get(client) ?? []
		for (let at = Y.findIndexSS(structs, clock); at < structs.length && structs[at]!.id.clock < end; at++) {
			const struct = structs[at]
			if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && isDeeper(struct, nesting))
				return 'too deep'
		}
	}
	return null
}

function isDeeper(item: Y.Item, levels: number): boolean {
	let left = levels
	let parent = item.parent
	while (parent instanceof Y.AbstractType && parent._item) {
		if (--left <= 0) return true
		parent = parent._item.parent
	}
	return false
}
