import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
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

/** The whole chain in order, fetched in slices so that a long one never stands in memory at once. */
export async function* walkEntries(db: Connection, { partnershipId }: Place, slice = 500): AsyncGenerator<Entry> {
	let after = 0
	for (;;) {
		const entries: Entry[] = await db
			.select()
			.from(record)
			.where(and(eq(record.partnershipId, partnershipId), gt(record.number, after)))
			.orderBy(asc(record.number))
			.limit(slice)
		yield* entries
		if (entries.length < slice) return
		after = entries.at(-1)!.number
	}
}
