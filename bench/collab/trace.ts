import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'

interface Trace {
	endContent: string
	txns: { patches: [at: number, deleted: number, inserted: string][] }[]
}

/** A real paper's keystrokes as the updates one tab would send, one for each edit. */
export function readHistory(file: string): { updates: Uint8Array[]; end: string } {
	const { txns, endContent } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace
	const doc = new Y.Doc()
	const text = doc.getText('good-life')
	const updates: Uint8Array[] = []
	doc.on('update', (update: Uint8Array) => updates.push(update))
	for (const { patches } of txns) {
		doc.transact(() => {
			for (const [at, deleted, inserted] of patches) {
				if (deleted > 0) text.delete(at, deleted)
				if (inserted) text.insert(at, inserted)
			}
		})
	}
	return { updates, end: endContent }
}
