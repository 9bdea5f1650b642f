import { d } from '../dialect/index.ts'
import { documents, versions } from './documents.ts'
import { members } from './people.ts'

/** Everything a member had written in this history below `end` of each of these Yjs client ids. */
export interface Stood {
	generation: number
	ends: [client: number, end: number][]
}

/** Words removed from a document for good: that it happened, when, by whom and why. Never the words. */
export const erasures = d.table(
	'erasures',
	{
		id: d.text().primaryKey(),
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		reason: d.text().notNull(),
		doneBy: d
			.text()
			.notNull()
			.references(() => members.id),
		begunAt: d.instant().notNull(),
		/** What is still to be done, in case the process ends meanwhile. All three are emptied when it is done. */
		writerId: d.text().references(() => members.id),
		passages: d.json<string[]>().notNull(),
		/** What of the writer's was stored when it was asked for: what they write while it waits stays. */
		stood: d.json<Stood>(),
		/** When the document had gone on without the words; in the same write, so that it is not done twice. */
		rebuiltAt: d.instant(),
		doneAt: d.instant(),
		/** When the database's own files had let go of the words too. */
		forgottenAt: d.instant(),
	},
	(erasure) => [d.index('erasures_document').on(erasure.documentId)],
)

/** In which frozen versions an erasure blacked words out, and at how many places. */
export const erasedVersions = d.table(
	'erased_versions',
	{
		erasureId: d
			.text()
			.notNull()
			.references(() => erasures.id),
		versionId: d
			.text()
			.notNull()
			.references(() => versions.id),
		places: d.count().notNull(),
	},
	(erased) => [d.primaryKey({ columns: [erased.erasureId, erased.versionId] })],
)

/** Somebody's wish that their words in a document be removed, until those who run it have seen to it. */
export const erasureRequests = d.table(
	'erasure_requests',
	{
		documentId: d
			.text()
			.notNull()
			.references(() => documents.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		askedAt: d.instant().notNull(),
	},
	(request) => [d.primaryKey({ columns: [request.documentId, request.memberId] })],
)
