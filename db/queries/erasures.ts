import { and, asc, desc, eq, inArray, isNull, lt, notInArray, or } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { blackedOut } from '../../app/domain/documents/black-out.ts'
import type { Version } from '../../app/domain/documents/version.ts'
import type { Connection } from '../database.ts'
import {
	actions,
	ballots,
	decisions,
	disagreementNotes,
	documents,
	electors,
	erasedVersions,
	erasureRequests,
	erasures,
	members,
	persons,
	rescuedWords,
	updates,
	verdictGivers,
	verdicts,
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
	await db.update(erasures).set({ doneAt, writerId: null, passages: [], stood: null }).where(eq(erasures.id, id))
}

/**
 * The document has gone on under `generation`, for the erasure `id` or for none. Of others that wait, their writers' words go as
 * far as they stood then: in the new history nobody can tell which of those are older than the asking.
 */
export async function noteRebuilt(
	db: Connection,
	{
		id,
		documentId,
		generation,
		writers,
		at,
	}: {
		id: string | null
		documentId: string
		generation: number
		writers: readonly { client: number; end: number; memberId: string }[]
		at: Date
	},
) {
	const waiting = await db
		.select({ id: erasures.id, writerId: erasures.writerId })
		.from(erasures)
		.where(and(eq(erasures.documentId, documentId), isNull(erasures.doneAt), isNull(erasures.rebuiltAt)))
	for (const erasure of waiting) {
		const theirs = writers.filter(({ memberId }) => memberId === erasure.writerId)
		const stood = { generation, ends: theirs.map(({ client, end }): [number, number] => [client, end]) }
		await db
			.update(erasures)
			.set(erasure.id === id ? { rebuiltAt: at } : { stood })
			.where(eq(erasures.id, erasure.id))
	}
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

/** What of theirs is kept about a document: its own words, what they put aside, started, said or answered. */
export type Kept = 'words' | 'rescued' | 'started' | 'note' | 'reason' | 'report' | 'answer'

/**
 * The documents about which something is kept that one of these members typed, and what they have asked about them. An
 * answer, or the reason of a secret vote, has no name on it: only that one was given is known.
 */
export async function listDocumentsWrittenBy(db: Connection, memberIds: readonly string[]) {
	if (memberIds.length === 0) return []
	const by = new Map<string, { memberId: string; kept: Set<Kept> }>()
	for (const { documentId, memberId, kept } of await listKept(db, [...memberIds])) {
		const found = by.get(documentId) ?? { memberId, kept: new Set() }
		by.set(documentId, { ...found, kept: found.kept.add(kept) })
	}
	if (by.size === 0) return []
	const asked = await db
		.select()
		.from(erasureRequests)
		.where(inArray(erasureRequests.memberId, [...memberIds]))
	const rows = await db
		.select({ id: documents.id, partnershipId: documents.partnershipId })
		.from(documents)
		.where(inArray(documents.id, [...by.keys()]))
		.orderBy(desc(documents.updatedAt), asc(documents.id))
	return rows.map((row) => ({
		...row,
		memberId: by.get(row.id)!.memberId,
		kept: [...by.get(row.id)!.kept],
		askedAt: asked.find(({ documentId }) => documentId === row.id)?.askedAt ?? null,
	}))
}

async function listKept(db: Connection, memberIds: string[]) {
	const of = <Row extends { documentId: string; memberId: string | null }>(kept: Kept, rows: readonly Row[]) =>
		rows.map(({ documentId, memberId }) => ({ documentId, memberId: memberId!, kept }))
	const isLeft = (words: SQLiteColumn) => notInArray(words, ['', blackedOut])
	const documentId = versions.documentId
	return [
		...of(
			'words',
			await db
				.selectDistinct({ documentId: writings.documentId, memberId: writings.memberId })
				.from(writings)
				.where(inArray(writings.memberId, memberIds)),
		),
		...of(
			'rescued',
			await db
				.selectDistinct({ documentId: rescuedWords.documentId, memberId: rescuedWords.memberId })
				.from(rescuedWords)
				.where(and(inArray(rescuedWords.memberId, memberIds), isLeft(rescuedWords.words))),
		),
		...of(
			'started',
			await db
				.select({ documentId: documents.id, memberId: documents.createdBy })
				.from(documents)
				.where(and(inArray(documents.createdBy, memberIds), or(isLeft(documents.need), isLeft(documents.title)))),
		),
		...of(
			'note',
			await db
				.selectDistinct({ documentId, memberId: disagreementNotes.memberId })
				.from(disagreementNotes)
				.innerJoin(decisions, eq(decisions.id, disagreementNotes.decisionId))
				.innerJoin(versions, eq(versions.id, decisions.versionId))
				.where(and(inArray(disagreementNotes.memberId, memberIds), isLeft(disagreementNotes.words))),
		),
		...of(
			'reason',
			await db
				.selectDistinct({ documentId, memberId: electors.memberId })
				.from(electors)
				.innerJoin(ballots, eq(ballots.decisionId, electors.decisionId))
				.innerJoin(decisions, eq(decisions.id, electors.decisionId))
				.innerJoin(versions, eq(versions.id, decisions.versionId))
				.where(
					and(
						inArray(electors.memberId, memberIds),
						eq(electors.hasVoted, true),
						isLeft(ballots.reason),
						or(isNull(ballots.memberId), eq(ballots.memberId, electors.memberId)),
					),
				),
		),
		...of(
			'report',
			await db
				.selectDistinct({ documentId, memberId: updates.memberId })
				.from(updates)
				.innerJoin(actions, eq(actions.id, updates.actionId))
				.innerJoin(decisions, eq(decisions.id, actions.decisionId))
				.innerJoin(versions, eq(versions.id, decisions.versionId))
				.where(and(inArray(updates.memberId, memberIds), isLeft(updates.words))),
		),
		...of(
			'answer',
			await db
				.selectDistinct({ documentId, memberId: verdictGivers.memberId })
				.from(verdictGivers)
				.innerJoin(verdicts, eq(verdicts.actionId, verdictGivers.actionId))
				.innerJoin(actions, eq(actions.id, verdictGivers.actionId))
				.innerJoin(decisions, eq(decisions.id, actions.decisionId))
				.innerJoin(versions, eq(versions.id, decisions.versionId))
				.where(and(inArray(verdictGivers.memberId, memberIds), isLeft(verdicts.words))),
		),
	]
}
