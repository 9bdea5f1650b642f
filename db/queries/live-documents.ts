import { createHash } from 'node:crypto'
import { and, asc, desc, eq, inArray, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { hotStatement } from '../dialect/hot-statement.ts'
import { dialect } from '../dialect/index.ts'
import { given, prepared } from '../dialect/prepared.ts'
import {
	documentStates,
	documents,
	documentUpdates,
	endedClients,
	openForms,
	rescuedWords,
	writings,
} from '../schema/index.ts'
import { noteAccessChange } from './access-changes.ts'

export type UpdateRow = Omit<typeof documentUpdates.$inferInsert, 'quarantined'>
export type WritingRow = typeof writings.$inferInsert
export type RescueRow = typeof rescuedWords.$inferSelect

const rowsAtOnce = 400
const copiesTried = 5

export interface StoredDocument {
	state: Uint8Array | null
	/** Whether it is byte for byte what was written by a server that had checked it. Null when nobody can tell. */
	isAsWritten: boolean | null
	/** Log rows that can be read, oldest first. Some may already be in `state`: applying them again changes nothing. */
	updates: { seq: number; update: Uint8Array }[]
	lastSeq: number
	/** How many rows were set aside because they cannot be read. */
	setAside: number
}

const log = prepared((db) =>
	db
		.select({ seq: documentUpdates.seq, update: documentUpdates.update, quarantined: documentUpdates.quarantined })
		.from(documentUpdates)
		.where(
			and(eq(documentUpdates.documentId, given('documentId')), eq(documentUpdates.generation, given('generation'))),
		)
		.orderBy(asc(documentUpdates.seq))
		.prepare(),
)

const compactedState = prepared((db) =>
	db
		.select({ state: documentStates.state, digest: documentStates.digest, upTo: documentStates.upTo })
		.from(documentStates)
		.where(and(eq(documentStates.documentId, given('documentId')), eq(documentStates.generation, given('generation'))))
		.prepare(),
)

/**
 * The log is read before the state: a compaction that commits in between moves rows into the state, so this order may
 * read something twice and the other order could miss it.
 */
export async function loadLiveDocument(
	db: Connection,
	documentId: string,
	generation: number,
): Promise<StoredDocument> {
	const rows = await log(db).execute({ documentId, generation })
	const [compacted] = await compactedState(db).execute({ documentId, generation })
	return {
		state: compacted?.state ?? null,
		isAsWritten: compacted?.digest?.startsWith(checks) ? compacted.digest === digestOf(compacted.state) : null,
		updates: rows.filter((row) => !row.quarantined),
		setAside: rows.filter((row) => row.quarantined).length,
		lastSeq: Math.max(compacted?.upTo ?? 0, rows.at(-1)?.seq ?? 0),
	}
}

/** Which checks a state has passed that is written now: those of `collab-server/shape.ts` and `misgrowth.ts`. A new number when one is added. */
const checks = 'checked-1 '

function digestOf(state: Uint8Array): string {
	return checks + createHash('sha256').update(state).digest('hex')
}

/** What is stored has gone on without whoever asks: under another generation, or by the hand of another process. */
export class MovedOn extends Error {}

const generationOf = prepared((db) =>
	db
		.select({ generation: documents.generation })
		.from(documents)
		.where(eq(documents.id, given('documentId')))
		.prepare(),
)

/**
 * Until the transaction ends no other can replace these histories; throws `MovedOn` where one has. A rebuild whose line was lost may
 * still be committing, for as long as that takes: then this fails at once, rather than hold up every other write.
 */
export async function holdHistories(db: Connection, histories: readonly { documentId: string; generation: number }[]) {
	const present = await presentGenerations(db, [...new Set(histories.map(({ documentId }) => documentId))])
	for (const { documentId, generation } of histories)
		if (present.get(documentId) !== generation) throw new MovedOn('the document was rebuilt meanwhile')
}

async function presentGenerations(db: Connection, ids: readonly string[]): Promise<Map<string, number>> {
	const present = new Map<string, number>()
	if (dialect === 'sqlite') {
		for (const id of ids)
			for (const { generation } of await generationOf(db).execute({ documentId: id })) present.set(id, generation)
		return present
	}
	for (let first = 0; first < ids.length; first += rowsAtOnce) {
		const some = inArray(documents.id, ids.slice(first, first + rowsAtOnce))
		const rows = await db
			.select({ id: documents.id, generation: documents.generation })
			.from(documents)
			// Drizzle's SQLite builder, whose types the queries have, knows no locks.
			.where(sql`${some} for share nowait`)
		for (const { id, generation } of rows) present.set(id, generation)
	}
	return present
}

/** For every letter somebody types: on SQLite these statements are built and prepared once for each connection. */
export async function appendUpdates(db: Connection, rows: readonly UpdateRow[]) {
	if (dialect === 'sqlite') {
		const { appendUpdate } = hotStatements(db)
		for (const row of rows) appendUpdate(row)
		return
	}
	for (let first = 0; first < rows.length; first += rowsAtOnce) {
		await db
			.insert(documentUpdates)
			.values(rows.slice(first, first + rowsAtOnce).map((row) => ({ ...row, quarantined: false })))
	}
}

/**
 * Whether these rows are in the log already: their commit went through, and the answer got lost on the way. Throws `MovedOn` where other words
 * stand in one's place, which only another process can have put there.
 */
export async function hasUpdates(db: Connection, rows: readonly UpdateRow[]): Promise<boolean> {
	const [first] = rows
	if (!first) return false
	const { documentId, generation } = first
	const standing = await db
		.select({ seq: documentUpdates.seq, update: documentUpdates.update })
		.from(documentUpdates)
		.where(
			and(
				eq(documentUpdates.documentId, documentId),
				eq(documentUpdates.generation, generation),
				inArray(
					documentUpdates.seq,
					rows.map(({ seq }) => seq),
				),
			),
		)
	const found = new Map(standing.map(({ seq, update }) => [seq, update]))
	for (const { seq, update } of rows) {
		const there = found.get(seq)
		if (there && Buffer.compare(there, update) !== 0) throw new MovedOn('another process writes in the same document')
	}
	return found.size === rows.length
}

/** A run that grew is written again with its new length; its first moment and its writer stay. */
export async function saveWritings(db: Connection, rows: readonly WritingRow[]) {
	if (dialect === 'sqlite') {
		const { saveWriting } = hotStatements(db)
		for (const row of rows) saveWriting(row)
		return
	}
	for (let first = 0; first < rows.length; first += rowsAtOnce) {
		await db
			.insert(writings)
			.values(rows.slice(first, first + rowsAtOnce))
			.onConflictDoUpdate({ target: writingKey, set: { length: sql`excluded.length` } })
	}
}

const writingKey = [writings.documentId, writings.generation, writings.client, writings.clock]

const statements = new WeakMap<Connection, ReturnType<typeof prepareHot>>()

function hotStatements(db: Connection) {
	const known = statements.get(db) ?? prepareHot(db)
	statements.set(db, known)
	return known
}

/** SQLite has one connection that writes and no way to go, so one row at a time costs less than building one long statement. */
function prepareHot(db: Connection) {
	return {
		appendUpdate: hotStatement<UpdateRow>(
			db,
			db.insert(documentUpdates).values({
				documentId: given('documentId'),
				generation: given('generation'),
				seq: given('seq'),
				update: given('update'),
				memberId: given('memberId'),
				at: given('at'),
				quarantined: false,
			}),
		),
		saveWriting: hotStatement<WritingRow>(
			db,
			db
				.insert(writings)
				.values({
					documentId: given('documentId'),
					generation: given('generation'),
					client: given('client'),
					clock: given('clock'),
					length: given('length'),
					memberId: given('memberId'),
					at: given('at'),
				})
				.onConflictDoUpdate({ target: writingKey, set: { length: sql`excluded.length` } }),
		),
	}
}

export async function listWritings(db: Connection, documentId: string, generation: number) {
	return await db
		.select({
			client: writings.client,
			clock: writings.clock,
			length: writings.length,
			memberId: writings.memberId,
			at: writings.at,
		})
		.from(writings)
		.where(and(eq(writings.documentId, documentId), eq(writings.generation, generation)))
		.orderBy(asc(writings.client), asc(writings.clock))
}

const firstWritings = prepared((db) =>
	db
		.select({ client: writings.client, memberId: writings.memberId })
		.from(writings)
		.where(
			and(
				eq(writings.documentId, given('documentId')),
				eq(writings.generation, given('generation')),
				eq(writings.clock, 0),
			),
		)
		.prepare(),
)

/** Which member brought the first struct of each client. */
export async function mapOwners(db: Connection, documentId: string, generation: number): Promise<Map<number, string>> {
	const rows = await firstWritings(db).execute({ documentId, generation })
	return new Map(rows.map(({ client, memberId }) => [client, memberId]))
}

/** Who brought the struct of `client` at `clock`, and up to which clock the same run goes. */
export async function findWriting(
	db: Connection,
	documentId: string,
	generation: number,
	client: number,
	clock: number,
) {
	const [row] = await db
		.select({ memberId: writings.memberId, clock: writings.clock, length: writings.length })
		.from(writings)
		.where(
			and(
				eq(writings.documentId, documentId),
				eq(writings.generation, generation),
				eq(writings.client, client),
				lte(writings.clock, clock),
			),
		)
		.orderBy(desc(writings.clock))
		.limit(1)
	return row && clock < row.clock + row.length ? row : null
}

export async function saveRescue(db: Connection, rescue: RescueRow) {
	await db
		.insert(rescuedWords)
		.values(rescue)
		.onConflictDoUpdate({
			target: rescuedWords.id,
			set: { words: rescue.words },
			// What was settled stays so.
			setWhere: eq(rescuedWords.settled, 'waiting'),
		})
}

export async function findRescue(db: Connection, id: string): Promise<RescueRow | null> {
	const [row] = await db.select().from(rescuedWords).where(eq(rescuedWords.id, id))
	return row ?? null
}

/** A member's words that landed on deleted ground and wait for their yes or no, oldest first. */
export async function listWaitingRescues(db: Connection, documentId: string, memberId: string): Promise<RescueRow[]> {
	return await db
		.select()
		.from(rescuedWords)
		.where(
			and(
				eq(rescuedWords.documentId, documentId),
				eq(rescuedWords.memberId, memberId),
				eq(rescuedWords.settled, 'waiting'),
			),
		)
		.orderBy(asc(rescuedWords.at), asc(rescuedWords.id))
}

/** Only their own writer settles them. True when there was something to settle. */
export async function settleRescue(
	db: Connection,
	{ id, memberId, settled }: Pick<RescueRow, 'id' | 'memberId' | 'settled'>,
) {
	const rows = await db
		.update(rescuedWords)
		// What was let go of is gone, and what was put back stands in the document.
		.set({ settled, words: '' })
		.where(and(eq(rescuedWords.id, id), eq(rescuedWords.memberId, memberId), eq(rescuedWords.settled, 'waiting')))
		.returning({ id: rescuedWords.id })
	return rows.length > 0
}

export async function quarantineUpdates(
	db: Connection,
	documentId: string,
	generation: number,
	seqs: readonly number[],
) {
	await db
		.update(documentUpdates)
		.set({ quarantined: true })
		.where(
			and(
				eq(documentUpdates.documentId, documentId),
				eq(documentUpdates.generation, generation),
				inArray(documentUpdates.seq, [...seqs]),
			),
		)
}

/**
 * Replaces the log up to `upTo` by one state. Rows that were set aside stay for an operator to look at. A state that has later words,
 * by another process, stays as it is: the rows of those words are gone.
 */
export async function compactLiveDocument(db: Connection, state: Omit<typeof documentStates.$inferInsert, 'digest'>) {
	const digest = digestOf(state.state)
	await holdHistories(db, [state])
	const [written] = await db
		.insert(documentStates)
		.values({ ...state, digest })
		.onConflictDoUpdate({
			target: [documentStates.documentId, documentStates.generation],
			set: { state: state.state, digest, upTo: state.upTo, savedAt: state.savedAt },
			setWhere: lte(documentStates.upTo, state.upTo),
		})
		.returning({ upTo: documentStates.upTo })
	if (!written) throw new MovedOn('another process has folded later words of this document')
	await db
		.delete(documentUpdates)
		.where(
			and(
				eq(documentUpdates.documentId, state.documentId),
				eq(documentUpdates.generation, state.generation),
				lte(documentUpdates.seq, state.upTo),
				eq(documentUpdates.quarantined, false),
			),
		)
}

/** Every document that has been written in, for the operator's check. */
export async function listLiveDocuments(db: Connection) {
	return await db
		.select({ id: documents.id, reference: documents.reference, generation: documents.generation })
		.from(documents)
		.orderBy(asc(documents.id))
}

/** Whole copies of a document's state besides its own: those kept for open forms, newest first. */
export async function listReadableCopies(db: Connection, documentId: string, generation: number) {
	return await db
		.select({ state: openForms.state, openedAt: openForms.openedAt })
		.from(openForms)
		.where(and(eq(openForms.documentId, documentId), eq(openForms.generation, generation)))
		.orderBy(desc(openForms.openedAt))
		.limit(copiesTried)
}

/** Those of histories that were replaced. */
const endedIds = prepared((db) =>
	db
		.select({ client: endedClients.client })
		.from(endedClients)
		.where(eq(endedClients.documentId, given('documentId')))
		.prepare(),
)

export async function listEndedClients(db: Connection, documentId: string): Promise<number[]> {
	const rows = await endedIds(db).execute({ documentId })
	return rows.map(({ client }) => client)
}

/**
 * Puts a document without its history in the place of the old one: every trace of older generations goes, states kept for
 * open forms and rescues that are settled included; of the member `without`, those that wait since before `upTo` too. False when somebody
 * else has rebuilt it meanwhile. `ended` are the client ids of the old history.
 */
export async function replaceLiveDocument(
	db: Connection,
	{
		documentId,
		before,
		generation,
		state,
		writers,
		ended,
		without,
		upTo,
		at,
	}: {
		documentId: string
		before: number
		generation: number
		ended: readonly number[]
		state: Uint8Array
		writers: readonly WritingRow[]
		without: string | null
		upTo: Date
		at: Date
	},
): Promise<boolean> {
	const risen = await db
		.update(documents)
		.set({ generation })
		.where(and(eq(documents.id, documentId), eq(documents.generation, before)))
		.returning({ id: documents.id })
	if (risen.length === 0) return false
	for (const table of [documentStates, documentUpdates, writings, openForms]) {
		await db.delete(table).where(and(eq(table.documentId, documentId), lt(table.generation, generation)))
	}
	const gone = or(
		ne(rescuedWords.settled, 'waiting'),
		without === null ? undefined : and(eq(rescuedWords.memberId, without), lte(rescuedWords.at, upTo)),
	)
	await db.delete(rescuedWords).where(and(eq(rescuedWords.documentId, documentId), gone))
	await db
		.insert(documentStates)
		.values({ documentId, generation, upTo: 0, state, digest: digestOf(state), savedAt: at })
	await saveWritings(db, writers)
	for (let first = 0; first < ended.length; first += rowsAtOnce) {
		const rows = ended.slice(first, first + rowsAtOnce).map((client) => ({ documentId, client }))
		await db.insert(endedClients).values(rows).onConflictDoNothing()
	}
	await noteAccessChange(db)
	return true
}
