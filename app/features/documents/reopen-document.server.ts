import type { Database } from '../../../db/database.ts'
import { addTurn } from '../../../db/queries/document-turns.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { listDecisionFacts } from '../../../db/queries/thread.ts'
import { findLatestVersion } from '../../../db/queries/versions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { reopen } from '../../domain/documents/finish.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { newId } from '../../http/new-id.ts'

/** Gives final words back to their writers, who are told at once if they have the document open. */
export async function reopenDocument(
	{ db, live }: { db: Database; live: LiveDocuments },
	who: Membership,
	documentId: string,
	reason: string,
	now = new Date(),
) {
	const reopening = await db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
		const reopening = reopen(who, document, { reason, decisions: await listDecisionFacts(tx, documentId) })
		if ('refused' in reopening) return reopening

		const latest = await findLatestVersion(tx, who, documentId)
		await saveDocument(tx, reopening.document)
		await addTurn(tx, {
			id: newId(),
			documentId,
			turn: 'opened-again',
			versionId: latest!.id,
			reason: reason.trim(),
			by: who.memberId,
			at: now,
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-opened-again',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
		})
		return reopening
	})
	if (!('refused' in reopening)) await live.recheck()
	return reopening
}
