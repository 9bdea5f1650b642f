import type { Database } from '../../../db/database.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayFreezeDocument, mayReadDocument } from '../../domain/access/policies.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { propose } from '../../domain/documents/propose.ts'
import { readSections } from './read-sections.server.ts'

/** Takes a document out of draft, once the good-life question and the statement of power and money are answered. */
export async function proposeDocument(
	{ db, live }: { db: Database; live: LiveDocuments },
	who: Membership,
	documentId: string,
	now = new Date(),
) {
	const before = await findDocument(db.read, who, documentId)
	if (!before || !mayReadDocument(who, before)) return { refused: 'not-found' as const }
	const read = await live.read(documentId)
	if ('refused' in read) return { refused: read.refused }
	const sections = readSections(read.state, before.template)

	return await db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document) return { refused: 'not-found' as const }
		if (!mayFreezeDocument(who, document)) return { refused: 'not-allowed' as const }
		const proposing = propose(document, sections)
		if ('refused' in proposing) return proposing

		await saveDocument(tx, proposing.document)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-proposed',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
		})
		return proposing
	})
}
