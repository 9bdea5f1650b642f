import type { Database } from '../../../db/database.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { nextReference } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { type NewDocument, start } from '../../domain/documents/start.ts'
import { templates } from '../../domain/documents/templates.ts'

/** Starts a document from a template. Sent twice with the same id, the second finds what the first has started. */
export function startDocument(db: Database, who: Membership, input: NewDocument, now = new Date()) {
	return db.write(async (tx) => {
		const already = await findDocument(tx, who, input.id)
		if (already) return { document: already }

		const starting = start(who, input, input.groupId ? await findGroup(tx, who, input.groupId) : null, now)
		if ('refused' in starting) return starting

		const reference = await nextReference(tx, who, templates[input.template].series, now.getUTCFullYear())
		const document = { ...starting.document, reference }
		await saveDocument(tx, document)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-started',
			subjectId: document.id,
			actorId: who.memberId,
			at: now,
			details: { reference, template: document.template, visibility: document.visibility },
		})
		return { document }
	})
}
