import type { Database } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { countWriters, findLatestVersion, findVersion, saveVersion } from '../../../db/queries/versions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { freeze } from '../../domain/documents/freeze.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { readStoredSections } from './read-stored.server.ts'

/**
 * Freezes the words that are durable now, whichever process stored them, as the next version. Words that arrive meanwhile are in the next one. Sent
 * twice with the same id, the second finds the version of the first.
 */
export async function freezeVersion(
	{ db, live }: { db: Database; live: LiveDocuments },
	who: Membership,
	documentId: string,
	{ id }: { id: string },
	now = new Date(),
) {
	const before = await findDocument(db.read, who, documentId)
	if (!before || !mayReadDocument(who, before)) return { refused: 'not-found' as const }
	const read = await live.read(documentId)
	if ('refused' in read) return { refused: read.refused }

	return await db.write(async (tx) => {
		const already = await findVersion(tx, who, id)
		if (already?.documentId === documentId) return { version: already }

		const document = await findDocument(tx, who, documentId)
		if (!document) return { refused: 'not-found' as const }
		const sections = await readStoredSections(tx, document)
		if (!sections) return { refused: 'unreadable' as const }
		const latest = await findLatestVersion(tx, who, documentId)
		const freezing = freeze(who, document, { id, sections, writers: await countWriters(tx, documentId), latest }, now)
		if ('refused' in freezing) return freezing

		await saveVersion(tx, freezing.version)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'version-frozen',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
			details: { version: id, number: freezing.version.number, fingerprint: freezing.version.fingerprint },
		})
		return freezing
	})
}
