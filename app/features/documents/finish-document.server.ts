import type { Database } from '../../../db/database.ts'
import { addTurn } from '../../../db/queries/document-turns.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { findLatestVersion } from '../../../db/queries/versions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { finish } from '../../domain/documents/finish.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { newId } from '../../http/new-id.ts'
import { readStoredSections } from './read-stored.server.ts'

/**
 * Says that the words of the latest version are final, if they are the words that are stored at this moment, whichever
 * process stored them. Open connections are told before it answers; in another process
 * within a second. Words that were stored in that second stay in the document, and its page says that they are not in
 * the version.
 */
export async function finishDocument(
	{ db, live }: { db: Database; live: LiveDocuments },
	who: Membership,
	documentId: string,
	reason: string,
	now = new Date(),
) {
	const before = await findDocument(db.read, who, documentId)
	if (!before || !mayReadDocument(who, before)) return { refused: 'not-found' as const }
	const read = await live.read(documentId)
	if ('refused' in read) return { refused: read.refused }

	const finishing = await db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document) return { refused: 'not-found' as const }
		const sections = await readStoredSections(tx, document)
		if (!sections) return { refused: 'unreadable' as const }
		const latest = await findLatestVersion(tx, who, documentId)
		const finishing = finish(who, document, { reason, sections, latest })
		if ('refused' in finishing) return finishing

		const { id: versionId, number } = finishing.version
		await saveDocument(tx, finishing.document)
		await addTurn(tx, {
			id: newId(),
			documentId,
			turn: 'final',
			versionId,
			reason: reason.trim(),
			by: who.memberId,
			at: now,
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-finished',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
			details: { version: versionId, number },
		})
		return finishing
	})
	if (!('refused' in finishing)) await live.recheck()
	return finishing
}
