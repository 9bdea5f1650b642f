import type { Database } from '../../../db/database.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { stop } from '../../domain/documents/stop.ts'

/** Ends a document openly. The caller rechecks live connections afterwards: nobody may write in it any more. */
export function stopDocument(db: Database, who: Membership, documentId: string, reason: string, now = new Date()) {
	return db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
		const stopping = stop(who, document, reason)
		if ('refused' in stopping) return stopping

		await saveDocument(tx, stopping.document)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-stopped',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
		})
		return stopping
	})
}
