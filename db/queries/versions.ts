import { and, countDistinct, desc, eq } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Version } from '../../app/domain/documents/version.ts'
import type { Connection } from '../database.ts'
import { documents, versions, writings } from '../schema/index.ts'

export async function findVersion(db: Connection, place: Place, id: string): Promise<Version | null> {
	const [row] = await selectVersions(db).where(and(eq(versions.id, id), isHere(place)))
	return row?.version ?? null
}

export async function findVersionByNumber(
	db: Connection,
	place: Place,
	documentId: string,
	number: number,
): Promise<Version | null> {
	const [row] = await selectVersions(db).where(
		and(eq(versions.documentId, documentId), eq(versions.number, number), isHere(place)),
	)
	return row?.version ?? null
}

/** Newest first. */
export async function listVersions(db: Connection, place: Place, documentId: string): Promise<Version[]> {
	const rows = await selectVersions(db)
		.where(and(eq(versions.documentId, documentId), isHere(place)))
		.orderBy(desc(versions.number))
	return rows.map((row) => row.version)
}

export async function findLatestVersion(db: Connection, place: Place, documentId: string): Promise<Version | null> {
	const [row] = await selectVersions(db)
		.where(and(eq(versions.documentId, documentId), isHere(place)))
		.orderBy(desc(versions.number))
		.limit(1)
	return row?.version ?? null
}

/** A version is only ever added. */
export async function saveVersion(db: Connection, version: Version) {
	await db.insert(versions).values(version)
}

/** How many members have typed in a document, in all its generations. */
export async function countWriters(db: Connection, documentId: string): Promise<number> {
	const [row] = await db
		.select({ writers: countDistinct(writings.memberId) })
		.from(writings)
		.where(eq(writings.documentId, documentId))
	return Number(row?.writers ?? 0)
}

function selectVersions(db: Connection) {
	return db
		.select({ version: versions })
		.from(versions)
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.$dynamic()
}

function isHere({ partnershipId }: Place) {
	return eq(documents.partnershipId, partnershipId)
}
