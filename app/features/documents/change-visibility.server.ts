import type { Database } from '../../../db/database.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunDocument } from '../../domain/access/policies.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import { refuseVisibility } from '../../domain/documents/start.ts'

/** Opens or narrows who can see a document. The caller rechecks live connections afterwards. */
export function changeVisibility(
	db: Database,
	who: Membership,
	documentId: string,
	visibility: Visibility,
	now = new Date(),
) {
	return db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
		if (!mayRunDocument(who, document)) return { refused: 'not-allowed' as const }
		const refused = refuseVisibility(visibility, document.groupId ? await findGroup(tx, who, document.groupId) : null)
		if (refused) return { refused }
		if (visibility === document.visibility) return { document }

		const changed = { ...document, visibility, updatedAt: now }
		await saveDocument(tx, changed)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-visibility-changed',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
			details: { from: document.visibility, to: visibility },
		})
		return { document: changed }
	})
}
