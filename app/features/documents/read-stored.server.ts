import * as Y from 'yjs'
import type { Connection } from '../../../db/database.ts'
import { loadLiveDocument } from '../../../db/queries/live-documents.ts'
import type { Section } from '../../domain/documents/content.ts'
import type { Document } from '../../domain/documents/document.ts'
import { readSections } from './read-sections.server.ts'

/**
 * The sections as they are stored at this point of the database's own order, so also what another process has stored since
 * this one last looked. Ask `live.read` first: it has everything stored that this process has heard, and says if what is
 * stored cannot be read. Null when what is stored has become another than was written while the document was open.
 */
export async function readStoredSections(
	tx: Connection,
	{ id, generation, template }: Document,
): Promise<Section[] | null> {
	const { state, isAsWritten, updates } = await loadLiveDocument(tx, id, generation)
	if (isAsWritten === false) return null
	const doc = new Y.Doc()
	try {
		doc.transact(() => {
			if (state) Y.applyUpdate(doc, state)
			for (const { update } of updates) Y.applyUpdate(doc, update)
		})
	} catch {
		return null
	}
	// What stands on words that are not there is no words yet.
	doc.store.pendingStructs = null
	doc.store.pendingDs = null
	return readSections(Y.encodeStateAsUpdate(doc), template)
}
