import type { Database } from '../../../db/database.ts'
import { findLatestVersion } from '../../../db/queries/versions.ts'
import type { Place } from '../../domain/access/membership.ts'
import type { Section } from '../../domain/documents/content.ts'
import type { Document } from '../../domain/documents/document.ts'
import type { LiveDocuments, UnreadableWords } from '../../domain/documents/live.ts'
import { readSections } from './read-sections.server.ts'

/** Which words a page shows of a document whose own cannot be read; `null` when there are none to show. */
export type Instead = { from: 'copy'; at: Date } | { from: 'version'; number: number; at: Date } | null

export interface FoundWords {
	sections: Section[]
	/** What is stored of it cannot be read: `instead` says what `sections` are. */
	unreadable: { instead: Instead } | null
}

/** The words of a document as its pages show them: as they stand, or else the latest that can still be read. */
export async function findWords(
	{ db, live }: { db: Database; live: LiveDocuments },
	place: Place,
	document: Pick<Document, 'id' | 'template'>,
): Promise<FoundWords> {
	const read = await live.read(document.id)
	if (!('refused' in read)) return { sections: readSections(read.state, document.template), unreadable: null }
	return await findLastWords(db, place, document, read)
}

async function findLastWords(
	db: Database,
	place: Place,
	{ id, template }: Pick<Document, 'id' | 'template'>,
	{ last }: UnreadableWords,
): Promise<FoundWords> {
	const version = await findLatestVersion(db.read, place, id)
	if (last && !(version && version.frozenAt > last.at))
		return { sections: readSections(last.state, template), unreadable: { instead: { from: 'copy', at: last.at } } }
	if (!version) return { sections: [], unreadable: { instead: null } }
	const { sections, number, frozenAt } = version
	return { sections, unreadable: { instead: { from: 'version', number, at: frozenAt } } }
}
