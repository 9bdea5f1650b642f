import { createHash } from 'node:crypto'
import type { Database } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { findOpenForm, saveOpenForm } from '../../../db/queries/open-forms.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import { endingOf } from '../../domain/documents/document.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { templates } from '../../domain/documents/templates.ts'
import { changeSection, formText } from './change-section.server.ts'
import { clientOf } from './client-of.server.ts'
import { keptForMs } from './sweep-open-forms.server.ts'

interface Parts {
	db: Database
	live: LiveDocuments
}

export interface Writing {
	text: string
	/** What `openSectionForm` gave. Without it, the text replaces what stands now. */
	base?: string
}

/**
 * Merges what somebody changed in the plain form of a section, whoever else is writing. `rescued` are words of theirs
 * that fell in a passage somebody had removed meanwhile: they are kept and shown to them. `form-too-old`: the state it
 * was opened on is no longer kept, so nothing was changed. The other refusals are the live document's own (`MergeRefusal`).
 */
export async function writeSection(
	{ db, live }: Parts,
	who: Membership,
	documentId: string,
	sectionId: string,
	{ text, base }: Writing,
	now = new Date(),
) {
	const document = await findDocument(db.read, who, documentId)
	if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
	if (!templates[document.template].sections.some(({ id }) => id === sectionId))
		return { refused: 'not-found' as const }
	const ending = endingOf(document)
	if (ending) return { refused: ending }
	if (!mayWriteDocument(who, document)) return { refused: 'not-allowed' as const }

	const since = new Date(now.getTime() - keptForMs)
	const opened =
		base === undefined
			? null
			: await findOpenForm(db.read, { id: base, documentId, generation: document.generation, since })
	if (base !== undefined && !opened) return { refused: 'form-too-old' as const }

	const standing = opened ?? (await live.read(documentId))
	if ('refused' in standing) return { refused: standing.refused }
	const client = base === undefined ? undefined : clientOf(`${base}/${sectionId}/${who.memberId}/${text}`)
	const update = changeSection(standing.state, sectionId, text, client)
	if (!update) return { changed: false, rescued: [] }
	const merged = await live.merge(documentId, update, who.memberId, standing.generation)
	if (merged.refused === 'rebuilt') return { refused: 'form-too-old' as const }
	if (merged.refused) return { refused: merged.refused }
	return { changed: true, rescued: merged.rescued }
}

/** The words to put into the form, and the name of the state they were taken from, which is kept for a week. */
export async function openSectionForm(
	{ db, live }: Parts,
	who: Membership,
	documentId: string,
	sectionId: string,
	now = new Date(),
) {
	const read = await live.read(documentId)
	if ('refused' in read) return { refused: read.refused }
	const { state, generation } = read
	const base = createHash('sha256').update(`${documentId}/${generation}/`).update(state).digest('hex').slice(0, 32)
	await db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		// Rebuilt since it was read: keeping the older state would keep words that were removed for good.
		if (document?.generation === generation)
			await saveOpenForm(tx, { id: base, documentId, generation, state, openedAt: now })
	})
	return { text: formText(state, sectionId), base }
}
