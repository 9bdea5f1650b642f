import type { Database } from '../../../db/database.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { endingOf, type Terms } from '../../domain/documents/document.ts'
import { fingerprint } from '../../domain/fingerprint.ts'

/** Says what is open and fixed, the money, who decides and by when. Saying the same again changes and records nothing. */
export function stateTerms(db: Database, who: Membership, documentId: string, terms: Terms, now = new Date()) {
	return db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
		const ending = endingOf(document)
		if (ending) return { refused: ending }
		if (!mayWriteDocument(who, document)) return { refused: 'not-allowed' as const }
		if (canonicalJson(document.terms) === canonicalJson(terms)) return { document }

		const changed = { ...document, terms, updatedAt: now }
		await saveDocument(tx, changed)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-terms-changed',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
			details: { fingerprint: fingerprint(terms) },
		})
		return { document: changed }
	})
}
