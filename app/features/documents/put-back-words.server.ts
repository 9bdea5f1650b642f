import type { Connection, Database } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { listWaitingRescues, settleRescue } from '../../../db/queries/live-documents.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import { endingOf } from '../../domain/documents/document.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { fromPlainForm } from '../../domain/documents/plain-form.ts'
import { templates } from '../../domain/documents/templates.ts'
import { appendToSection } from './change-section.server.ts'
import { clientOf } from './client-of.server.ts'

export interface Settling {
	rescueId: string
	/** The words as their writer now wants them, in the plain form. */
	text: string
	sectionId: string
}

/**
 * Puts rescued words at the end of a section, and only then notes that they are settled: whatever fails between, they are
 * offered again rather than lost. The edit is made under an id of its own, so the same words offered or sent twice still
 * stand there once. `put` is false when there was nothing of theirs to settle any more.
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
	const ending = endingOf(document)
	if (ending) return { refused: ending }
	if (!mayWriteDocument(who, document)) return { refused: 'not-allowed' as const }

	if (fromPlainForm(text).length === 0) return { refused: 'no-words' as const }
	if (!(await isWaiting(db.read, who, documentId, rescueId))) return { put: false }

	const client = clientOf(`${rescueId}/${sectionId}/${text}`)
	const read = await live.read(documentId)
	if ('refused' in read) return { refused: read.refused }
	const update = appendToSection(read.state, sectionId, text, client)
	const merged = update && (await live.merge(documentId, update, who.memberId, read.generation))
	if (merged?.refused) return { refused: merged.refused }
	return { put: await settle(db, who, documentId, rescueId, 'put-back') }
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
	return db.write(
		async (tx) =>
			(await isWaiting(tx, { memberId }, documentId, id)) && (await settleRescue(tx, { id, memberId, settled })),
	)
}

async function isWaiting(db: Connection, { memberId }: Pick<Membership, 'memberId'>, documentId: string, id: string) {
	return (await listWaitingRescues(db, documentId, memberId)).some((rescue) => rescue.id === id)
}
