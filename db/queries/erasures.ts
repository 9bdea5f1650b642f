import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Version } from '../../app/domain/documents/version.ts'
import type { Connection } from '../database.ts'
import {
	documents,
	erasedVersions,
	erasureRequests,
	erasures,
	members,
	persons,
	rescuedWords,
	versions,
	writings,
} from '../schema/index.ts'

export type Erasure = typeof erasures.$inferSelect

export async function findErasure(db: Connection, id: string): Promise<Erasure | null> {
	const [row] = await db.select().from(erasures).where(eq(erasures.id, id))
	return row ?? null
}

export async function saveErasure(db: Connection, erasure: Erasure) {
	await db.insert(erasures).values(erasure)
}

/** Of an erasure that came to nothing. */
export async function deleteErasure(db: Connection, id: string) {
	await db.delete(erasures).where(eq(erasures.id, id))
}

/** Done: whose words they were and what they said is not kept. */
export async function closeErasure(db: Connection, id: string, doneAt: Date) {
	await db.update(erasures).set({ doneAt, writerId: null, passages: [] }).where(eq(erasures.id, id))
}

export async function noteForgotten(db: Connection, id: string, forgottenAt: Date) {
	await db.update(erasures).set({ forgottenAt }).where(eq(erasures.id, id))
}

/** Begun before `before` and not finished, oldest first. */
export async function listUnfinishedErasures(db: Connection, before: Date): Promise<Erasure[]> {
	return await db
		.select()
		.from(erasures)
		.where(and(isNull(erasures.forgottenAt), lt(erasures.begunAt, before)))
		.orderBy(asc(erasures.begunAt))
}

const told = { id: erasures.id, reason: erasures.reason, doneAt: erasures.doneAt, by: persons.name }

/** What was removed from a document for good, newest first. `doneAt` is null while it is under way. */
export async function listErasures(db: Connection, documentId: string) {
	return await selectTold(db).where(eq(erasures.documentId, documentId)).orderBy(desc(erasures.begunAt))
}

/** The erasures that blacked words out in a version, oldest first. */
export async function listErasuresIn(db: Connection, versionId: string) {
	return await selectTold(db)
		.innerJoin(erasedVersions, eq(erasedVersions.erasureId, erasures.id))
		.where(eq(erasedVersions.versionId, versionId))
		.orderBy(asc(erasures.begunAt))
}

function selectTold(db: Connection) {
	return db
		.select(told)
		.from(erasures)
		.innerJoin(members, eq(members.id, erasures.doneBy))
		.innerJoin(persons, eq(persons.id, members.personId))
		.$dynamic()
}

/** The one change a frozen version can ever see. Its fingerprint stays that of the words as they were frozen. */
export async function saveBlackedOut(
	db: Connection,
	erasureId: string,
	{ id, title, sections, terms }: Pick<Version, 'id' | 'title' | 'sections' | 'terms'>,
	places: number,
) {
	await db.update(versions).set({ title, sections, terms }).where(eq(versions.id, id))
	await db.insert(erasedVersions).values({ erasureId, versionId: id, places })
}

export async function askForErasure(db: Connection, request: typeof erasureRequests.$inferInsert) {
	await db.insert(erasureRequests).values(request).onConflictDoNothing()
}

export async function settleErasureRequest(db: Connection, documentId: string, memberId: string) {
	await db
		.delete(erasureRequests)
		.where(and(eq(erasureRequests.documentId, documentId), eq(erasureRequests.memberId, memberId)))
}

export async function listErasureRequests(db: Connection, documentId: string) {
	return await db
		.select({ memberId: erasureRequests.memberId, askedAt: erasureRequests.askedAt })
		.from(erasureRequests)
		.where(eq(erasureRequests.documentId, documentId))
		.orderBy(asc(erasureRequests.askedAt))
}

/** The documents in which words brought by one of these members are kept, and what they have asked about them. */
export async function listDocumentsWrittenBy(db: Connection, memberIds: readonly string[]) {
	if (memberIds.length === 0) return []
	const written = await db
		.selectDistinct({ documentId: writings.documentId, memberId: writings.memberId })
		.from(writings)
		.where(inArray(writings.memberId, [...memberIds]))
	const rescued = await db
		.selectDistinct({ documentId: rescuedWords.documentId, memberId: rescuedWords.memberId })
		.from(rescuedWords)
		.where(inArray(rescuedWords.memberId, [...memberIds]))
	const asked = await db
		.select()
		.from(erasureRequests)
		.where(inArray(erasureRequests.memberId, [...memberIds]))
	const by = new Map([...written, ...rescued].map(({ documentId, memberId }) => [documentId, memberId]))
	if (by.size === 0) return []
	const rows = await db
		.select({ id: documents.id, partnershipId: documents.partnershipId })
		.from(documents)
		.where(inArray(documents.id, [...by.keys()]))
		.orderBy(desc(documents.updatedAt), asc(documents.id))
	return rows.map((row) => ({
		...row,
		memberId: by.get(row.id)!,
		askedAt: asked.find(({ documentId }) => documentId === row.id)?.askedAt ?? null,
	}))
}
