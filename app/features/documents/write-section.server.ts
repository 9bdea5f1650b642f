import { createHash } from 'node:crypto'
import type { Database } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { findOpenForm, saveOpenForm } from '../../../db/queries/open-forms.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { templates } from '../../domain/documents/templates.ts'
import { changeSection, formText } from './change-section.server.ts'
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
 * was opened on is no longer kept, so nothing was changed.
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
	if (document.phase === 'final' || document.phase === 'stopped') return { refused: 'ended' as const }
	if (!mayWriteDocument(who, document)) return { refused: 'not-allowed' as const }

	const since = new Date(now.getTime() - keptForMs)
	const opened =
		base === undefined
			? null
			: await findOpenForm(db.read, { id: base, documentId, generation: document.generation, since })
	if (base !== undefined && !opened) return { refused: 'form-too-old' as const }

	const update = changeSection(opened?.state ?? (await live.read(documentId)), sectionId, text)
	if (!update) return { changed: false, rescued: [] }
	const { rescued } = await live.merge(documentId, update, who.memberId)
	return { changed: true, rescued }
}

/** The words to put into the form, and the name of the state they were taken from, which is kept for a week. */
export async function openSectionForm(
	{ db, live }: Parts,
	document: { id: string; generation: number },
	sectionId: string,
	now = new Date(),
): Promise<{ text: string; base: string }> {
	const state = await live.read(document.id)
	const base = createHash('sha256')
		.update(`${document.id}/${document.generation}/`)
		.update(state)
		.digest('hex')
		.slice(0, 32)
	await db.write((tx) =>
		saveOpenForm(tx, { id: base, documentId: document.id, generation: document.generation, state, openedAt: now }),
	)
	return { text: formText(state, sectionId), base }
}
