import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
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

/** How long a form waits for the state it is opened on to be kept. */
const keepSoonMs = 1_000

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
	const standing = opened ?? (await live.read(documentId))
	if ('refused' in standing) return { refused: standing.refused }
	// The state was not kept. Where nobody has changed anything since, it is the one that stands.
	if (base !== undefined && !opened && base !== nameOf(documentId, standing))
		return { refused: 'form-too-old' as const }
	const client = base === undefined ? undefined : clientOf(`${base}/${sectionId}/${who.memberId}/${text}`)
	const update = changeSection(standing.state, sectionId, text, client)
	if (!update) return { changed: false, rescued: [] }
	const merged = await live.merge(documentId, update, who.memberId, standing.generation)
	if (merged.refused === 'rebuilt') return { refused: 'form-too-old' as const }
	if (merged.refused) return { refused: merged.refused }
	return { changed: true, rescued: merged.rescued }
}

/**
 * The words to put into the form, and the name of the state they were taken from, which is kept for a week. The form opens also while
 * the database takes no words: where it is never kept, whoever sends the form after others have written gets their words back.
 */
export async function openSectionForm(
	{ db, live, log }: Parts & { log?: Pick<Logger, 'warn'> },
	who: Membership,
	documentId: string,
	sectionId: string,
	now = new Date(),
) {
	const read = await live.read(documentId)
	if ('refused' in read) return { refused: read.refused }
	const { state, generation } = read
	const base = nameOf(documentId, read)
	const kept = db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		// Rebuilt since it was read: keeping the older state would keep words that were removed for good.
		if (document?.generation === generation)
			await saveOpenForm(tx, { id: base, documentId, generation, state, openedAt: now })
	})
	const tried = kept.catch((error: unknown) => log?.warn({ err: error }, 'the state of a form was not kept'))
	const hurry = new AbortController()
	await Promise.race([tried, pause(keepSoonMs, undefined, { signal: hurry.signal }).catch(() => undefined)])
	hurry.abort()
	return { text: formText(state, sectionId), base }
}

function nameOf(documentId: string, { state, generation }: { state: Uint8Array; generation: number }): string {
	return createHash('sha256').update(`${documentId}/${generation}/`).update(state).digest('hex').slice(0, 32)
}
