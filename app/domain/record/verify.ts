import { type Entry, entryHash, noEntry } from './entry.ts'

export type Verification =
	| { unbroken: true; entries: number; head: string }
	| { unbroken: false; entries: number; firstBroken: number; why: Break }
export type Break = 'number-missing' | 'link-broken' | 'content-changed'

/**
 * Walks one partnership's chain in order of number. Any entry altered, removed from the middle, swapped or slipped in is
 * named; null stands for one that cannot be read any more. Cutting entries off the end cannot be seen from the chain
 * alone: compare `head` with one written down earlier.
 */
export async function verify(entries: Iterable<Entry | null> | AsyncIterable<Entry | null>): Promise<Verification> {
	let count = 0
	let head = noEntry
	for await (const entry of entries) {
		const broken = entry && breakIn(entry, count + 1, head)
		if (broken || !entry)
			return { unbroken: false, entries: count, firstBroken: count + 1, why: broken ?? 'content-changed' }
		head = entry.hash
		count++
	}
	return { unbroken: true, entries: count, head }
}

function breakIn(entry: Entry, number: number, previousHash: string): Break | null {
	if (entry.number !== number) return 'number-missing'
	if (entry.previousHash !== previousHash) return 'link-broken'
	if (Number.isNaN(entry.at.getTime())) return 'content-changed'
	if (entry.hash !== entryHash(entry, previousHash)) return 'content-changed'
	return null
}
