import type * as Y from 'yjs'
import type { Range } from './ranges.ts'

/** The structs that are new in a transaction. */
export function settledIn(transaction: Y.Transaction): Range[] {
	const settled: Range[] = []
	for (const [client, structs] of transaction.doc.store.clients) {
		const last = structs.at(-1)
		const end = last ? last.id.clock + last.length : 0
		const clock = transaction.beforeState.get(client) ?? 0
		if (end > clock) settled.push({ client, clock, end })
	}
	return settled
}
