import type { Database } from '../db/database.ts'
import { listLiveDocuments, loadLiveDocument } from '../db/queries/live-documents.ts'
import { defaultLimits } from './limits.ts'
import { build, Unreadable } from './opening.ts'

export type Fault =
	/** The compacted state is lost: restore the row of `document_states` from a backup. */
	| 'state-unreadable'
	/** Rows of the log do not decode; everything else opens. */
	| 'rows-unreadable'
	/** Something stored stands on something that is not: a row is missing. */
	| 'gaps'

export interface Checked {
	id: string
	reference: string
	faults: Fault[]
	/** Rows that were set aside earlier count as unreadable too. */
	rows: number
}

/** For `npx alongside documents check`: opens every document as the server would, and changes nothing. */
export async function* checkLiveDocuments(db: Database): AsyncGenerator<Checked> {
	for (const { id, reference, generation } of await listLiveDocuments(db.read)) {
		const { state, isAsWritten, updates, setAside } = await loadLiveDocument(db.read, id, generation)
		const faults: Fault[] = []
		try {
			if (isAsWritten === false) throw new Unreadable('the compacted state is not what was written')
			const { doc, corrupt } = build(state, updates, defaultLimits)
			if (corrupt.length + setAside > 0) faults.push('rows-unreadable')
			if (doc.store.pendingStructs || doc.store.pendingDs) faults.push('gaps')
			doc.destroy()
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error
			faults.push('state-unreadable')
		}
		yield { id, reference, faults, rows: updates.length }
	}
}
