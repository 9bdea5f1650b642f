import { bytes, raw } from './corpus.ts'

/** Between the two letters that client 1 wrote first, as somebody writes who has seen nobody else there. */
const place = [1, 0, 1, 1]

export function rivalAt(client: number): Uint8Array {
	return bytes(1, 1, client, 0, [raw(196), place, 'x'], 0)
}

/**
 * `count` client ids that claim one place, in one edit. Yjs begins with the highest, which is cheap; here each waits for
 * something that the one below it wrote after its letter, so they come from the lowest to the highest, and each is compared
 * with all before it.
 */
export function crowdAtOnePlace(first: number, count: number): Uint8Array {
	const clients = Array.from({ length: count }, (_, at) => {
		const client = first + count - 1 - at
		const isLowest = at === count - 1
		const waitsFor = isLowest ? [1, 'chain'] : [0, client - 1, 2]
		return [3, client, 0, [raw(4), waitsFor, 'c'], [raw(196), place, 'x'], [raw(7), [1, 'types'], 2]]
	})
	return bytes(count, ...clients, 0)
}
