import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import { type Details, type Entry, noEntry, type RecordKind, sealEntry } from '../../app/domain/record/entry.ts'
import type { Connection } from '../database.ts'
import { record } from '../schema/index.ts'

export interface Event {
	partnershipId: string
	kind: RecordKind
	subjectId: string
	actorId: string | null
	at: Date
	details?: Details
}

/** Adds the next link to the partnership's chain. Part of the write it records, so both stand or neither does. */
export async function recordEvent(db: Connection, { details = {}, ...event }: Event): Promise<Entry> {
	const last = await lastEntry(db, event.partnershipId)
	const content = { ...event, details, number: (last?.number ?? 0) + 1 }
	const entry = sealEntry(content, last?.hash ?? noEntry)
	await db.insert(record).values(entry)
	return entry
}

async function lastEntry(db: Connection, partnershipId: string) {
	const [last] = await db
		.select({ number: record.number, hash: record.hash })
		.from(record)
		.where(eq(record.partnershipId, partnershipId))
		.orderBy(desc(record.number))
		.limit(1)
	return last ?? null
}

/** Newest first, a page at a time: `before` is the number to continue under. */
export async function listEntries(
	db: Connection,
	{ partnershipId }: Place,
	{ before, limit }: { before?: number; limit: number },
) {
	return await db
		.select()
		.from(record)
		.where(and(eq(record.partnershipId, partnershipId), before === undefined ? undefined : lt(record.number, before)))
		.orderBy(desc(record.number))
		.limit(limit)
}

export async function listEntriesAbout(db: Connection, { partnershipId }: Place, subjectId: string): Promise<Entry[]> {
	return await db
		.select()
		.from(record)
		.where(and(eq(record.partnershipId, partnershipId), eq(record.subjectId, subjectId)))
		.orderBy(asc(record.number))
}

/** What entries of these kinds are about, in the order in which they were first made, without reading what they say. */
export async function listSubjectIds(
	db: Connection,
	{ partnershipId }: Place,
	kinds: readonly RecordKind[],
): Promise<string[]> {
	const rows = await db
		.select({ subjectId: record.subjectId })
		.from(record)
		.where(and(eq(record.partnershipId, partnershipId), inArray(record.kind, [...kinds])))
		.orderBy(asc(record.number))
	return [...new Set(rows.map(({ subjectId }) => subjectId))]
}

/**
 * The whole chain in order, fetched in slices so that a long one never stands in memory at once. It begins at the lowest
 * number there is, not at 1: an entry slipped in below must be met. Ends with null at one that cannot be read any more.
 */
export async function* walkEntries(db: Connection, here: Place, slice = 500): AsyncGenerator<Entry | null> {
	let after: number | undefined
	for (;;) {
		const entries: (Entry | null)[] = await readSlice(db, here, { after, slice })
		yield* entries
		const last = entries.at(-1)
		if (!last || entries.length < slice) return
		after = last.number
	}
}

async function readSlice(db: Connection, here: Place, from: { after: number | undefined; slice: number }) {
	try {
		return await listFrom(db, here, from)
	} catch (error) {
		// SQLite keeps details as text, so whoever holds the file can leave something there that is no JSON.
		if (!(error instanceof SyntaxError)) throw error
		return await readUntilUnreadable(db, here, from)
	}
}

async function readUntilUnreadable(db: Connection, here: Place, from: { after: number | undefined; slice: number }) {
	const entries: (Entry | null)[] = []
	for (let after = from.after; entries.length < from.slice; after = entries.at(-1)?.number) {
		try {
			entries.push(...(await listFrom(db, here, { after, slice: 1 })))
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error
			return [...entries, null]
		}
	}
	return entries
}

async function listFrom(
	db: Connection,
	{ partnershipId }: Place,
	{ after, slice }: { after: number | undefined; slice: number },
): Promise<Entry[]> {
	return await db
		.select()
		.from(record)
		.where(and(eq(record.partnershipId, partnershipId), after === undefined ? undefined : gt(record.number, after)))
		.orderBy(asc(record.number))
		.limit(slice)
}
