import * as Y from 'yjs'
import { byClient, type Range, subtract } from './ranges.ts'

/** Words that nobody deleted knowingly and that do not stand: their ground was gone when they came, or went before it was seen. */
export interface LostWords extends Range {
	words: string
	/** The root fragment they stood in; null when the ground has been forgotten altogether. */
	sectionId: string | null
}

/**
 * Yjs drops words without a word when their paragraph is deleted: they arrive deleted, or as garbage, or are swept away
 * with a paragraph by somebody who had not received them. Every knowing deletion names what it deletes; so what is gone
 * after a transaction and was named by none of its updates is lost, not deleted.
 *
 * Call at the end of the transaction, before Yjs collects garbage. `settled` are the structs that are new in it.
 */
export function findLostWords(
	transaction: Y.Transaction,
	{ settled, named, updates }: { settled: readonly Range[]; named: readonly Range[]; updates: readonly Uint8Array[] },
): LostWords[] {
	const store = transaction.doc.store
	const swept = [...deletedIn(transaction)]
	const garbage = settled.flatMap((range) => [...garbageIn(store, range)])
	if (swept.length === 0 && garbage.length === 0) return []
	return [
		...subtract(swept, named).flatMap((range) => [...wordsIn(transaction.doc, range)]),
		...(garbage.length > 0 ? wordsAsTheyCame(updates, subtract(garbage, named)) : []),
	]
}

/** Joins neighbours, so that a sentence typed letter by letter comes back as a sentence. */
export function joinWords(lost: readonly LostWords[]): LostWords[] {
	const joined: LostWords[] = []
	for (const one of [...lost].sort((a, b) => a.client - b.client || a.clock - b.clock)) {
		const last = joined.at(-1)
		if (last && last.client === one.client && last.end === one.clock) {
			last.words += one.words
			last.end = one.end
			last.sectionId ??= one.sectionId
		} else joined.push({ ...one })
	}
	return joined
}

function* deletedIn(transaction: Y.Transaction): Generator<Range> {
	for (const [client, deletes] of transaction.deleteSet.clients) {
		for (const { clock, len } of deletes) yield { client, clock, end: clock + len }
	}
}

function* garbageIn(store: Y.Doc['store'], range: Range): Generator<Range> {
	for (const struct of structsIn(store, range)) {
		if (struct instanceof Y.GC)
			yield { client: range.client, clock: struct.id.clock, end: struct.id.clock + struct.length }
	}
}

function* wordsIn(doc: Y.Doc, range: Range): Generator<LostWords> {
	for (const struct of structsIn(doc.store, range)) {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.parentSub !== null)
			continue
		const from = Math.max(range.clock, struct.id.clock)
		const end = Math.min(range.end, struct.id.clock + struct.length)
		const words = struct.content.str.slice(from - struct.id.clock, end - struct.id.clock)
		yield { client: range.client, clock: from, end, words, sectionId: rootOf(doc, struct) }
	}
}

function* structsIn(store: Y.Doc['store'], { client, clock, end }: Range) {
	const structs = store.clients.get(client)
	if (!structs || clock >= Y.getState(store, client)) return
	for (let at = Y.findIndexSS(structs, clock); at < structs.length && structs[at]!.id.clock < end; at++)
		yield structs[at]!
}

/** Yjs has thrown the words away; the updates that brought them still have them. */
function wordsAsTheyCame(updates: readonly Uint8Array[], lost: readonly Range[]): LostWords[] {
	const words: LostWords[] = []
	const wanted = byClient(lost)
	for (const update of updates) {
		for (const struct of Y.decodeUpdate(update).structs) {
			if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.parentSub !== null)
				continue
			const { client, clock } = struct.id
			for (const range of wanted.get(client) ?? []) {
				const from = Math.max(range.clock, clock)
				const end = Math.min(range.end, clock + struct.length)
				if (from >= end) continue
				const text = struct.content.str.slice(from - clock, end - clock)
				if (words.some((known) => known.client === client && known.clock <= from && end <= known.end)) continue
				words.push({ client, clock: from, end, words: text, sectionId: null })
			}
		}
	}
	return words
}

function rootOf(doc: Y.Doc, item: Y.Item): string | null {
	let type = item.parent
	while (type instanceof Y.AbstractType && type._item) type = type._item.parent
	for (const [name, root] of doc.share) if (root === type) return name
	return null
}
