import type { Database } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { listWaitingRescues, settleRescue } from '../../../db/queries/live-documents.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { templates } from '../../domain/documents/templates.ts'
import { appendToSection } from './change-section.server.ts'

export interface Settling {
	rescueId: string
	/** The words as their writer now wants them, in the plain form. */
	text: string
	sectionId: string
}

/**
 * Puts rescued words at the end of a section. They are claimed before they are put back, so that a form sent twice
 * cannot put them there twice.
 */
export async function putBackWords(
	{ db, live }: { db: Database; live: LiveDocuments },
	who: Membership,
	documentId: string,
	{ rescueId, text, sectionId }: Settling,
) {
	const document = await findDocument(db.read, who, documentId)
	if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
	if (!templates[document.template].sections.some(({ id }) => id === sectionId))
		return { refused: 'not-found' as const }
	if (document.phase === 'final' || document.phase === 'stopped') return { refused: 'ended' as const }
	if (!mayWriteDocument(who, document)) return { refused: 'not-allowed' as const }

	const update = appendToSection(await live.read(documentId), sectionId, text)
	if (!update) return { refused: 'no-words' as const }
	const claimed = await settle(db, who, documentId, rescueId, 'put-back')
	if (claimed) await live.merge(documentId, update, who.memberId)
	return { put: claimed }
}

export async function letGoOfWords(db: Database, who: Membership, documentId: string, rescueId: string) {
	return { letGo: await settle(db, who, documentId, rescueId, 'let-go') }
}

function settle(
	db: Database,
	{ memberId }: Membership,
	documentId: string,
	id: string,
	settled: 'put-back' | 'let-go',
) {
	return db.write(async (tx) => {
		const waiting = await listWaitingRescues(tx, documentId, memberId)
		return waiting.some((rescue) => rescue.id === id) && (await settleRescue(tx, { id, memberId, settled }))
	})
}
