import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Database, Connection as Queries } from '../db/database.ts'
import { findDocumentById, touchDocument } from '../db/queries/documents.ts'
import { type Erasure, findErasure, noteRebuilt } from '../db/queries/erasures.ts'
import {
	appendUpdates,
	compactLiveDocument,
	findRescue,
	findWriting,
	hasUpdates,
	holdHistories,
	listEndedClients,
	listReadableCopies,
	listWritings,
	loadLiveDocument,
	mapOwners,
	quarantineUpdates,
	type RescueRow,
	replaceLiveDocument,
	saveRescue,
	saveWritings,
	type UpdateRow,
} from '../db/queries/live-documents.ts'
import type { Writing } from './authors.ts'
import { inTime } from './in-time.ts'
import type { Limits } from './limits.ts'
import { build, buildLast, Unreadable } from './opening.ts'
import { type Rebuilt, rebuild, type WriterOf } from './rebuild.ts'
import type { LostWords } from './rescue.ts'

/** A document as it stands in the database, opened. */
export interface Opened {
	doc: Y.Doc
	generation: number
	lastSeq: number
	/** Which member brought the first words of each Yjs client id. */
	owners: ReadonlyMap<number, string>
	/** Client ids of histories that were replaced by this one. */
	ended: ReadonlySet<number>
	/** What the log weighs since it was last folded into the state. */
	logRows: number
	logBytes: number
	bytes: number
	/** A large document as it was stored, where its log is empty: the answer to whoever has nothing, until somebody writes. */
	whole: Uint8Array | null
	/** Rows found unreadable just now, and all that ever were. */
	quarantined: number
	setAside: number
}

/** One room's part of a commit. */
export interface Entry {
	documentId: string
	generation: number
	updates: { seq: number; update: Uint8Array }[]
	/** Null when several people's words were gathered; `writings` says who wrote what. */
	memberId: string | null
	writings: Writing[]
	lost: LostWords[]
	/** Rescues of the last few seconds, that a few more letters may be added to. */
	growing: readonly Rescued[]
	at: Date
}

export interface Rescued extends LostWords {
	id: string
	memberId: string
	at: Date
}

export interface Rebuilding {
	documentId: string
	generation: number
	state: Uint8Array
	/** The member whose words are left out. */
	without: string | null
	/** What it is done for; what the member wrote since that was asked for stays, if it `hasWaited`. */
	erasure?: { id: string; hasWaited: boolean } | undefined
}

interface WorkedOut extends Omit<Rebuilding, 'state'> {
	rebuilt: Rebuilt
	/** When it was asked for that the member's words go. */
	upTo: Date | null
	/** Client ids of the history that ends. */
	ended: number[]
}

export class Store {
	readonly #db: Database
	readonly #limits: Limits

	constructor(db: Database, limits: Limits) {
		this.#db = db
		this.#limits = limits
	}

	/** Null when there is no such document. */
	async open(documentId: string): Promise<Opened | null> {
		const document = await findDocumentById(this.#db.read, documentId)
		if (!document) return null
		const { generation } = document
		const stored = await loadLiveDocument(this.#db.read, documentId, generation)
		if (stored.isAsWritten === false) throw new Unreadable('the compacted state is not what was written')
		const { doc, corrupt } = build(stored.state, stored.updates, this.#limits, stored.isAsWritten === true)
		if (corrupt.length > 0) {
			await this.#db.write((tx) => quarantineUpdates(tx, documentId, generation, corrupt))
		}
		const logBytes = stored.updates.reduce((sum, { update }) => sum + update.length, 0)
		return {
			doc,
			generation,
			lastSeq: stored.lastSeq,
			owners: await mapOwners(this.#db.read, documentId, generation),
			ended: new Set(generation > 1 ? await listEndedClients(this.#db.read, documentId) : []),
			logRows: stored.updates.length - corrupt.length,
			logBytes,
			bytes: logBytes + (stored.state?.length ?? 0),
			whole: stored.isAsWritten && stored.updates.length === 0 && isWorthKeeping(stored.state) ? stored.state : null,
			quarantined: corrupt.length,
			setAside: stored.setAside + corrupt.length,
		}
	}

	/**
	 * All or nothing, for as many rooms as there are. Resolves when it is on disk, with the words kept for their writers. `isAgain`:
	 * it was tried before, and whoever lost the answer to a commit does not know whether it went through. Throws `MovedOn` where a
	 * document's history is not the stored one any more.
	 */
	async append(entries: readonly Entry[], isAgain = false): Promise<Map<Entry, Rescued[]>> {
		// Rather than wait with every room: refused like this, the writers are told, each room tries again, and readers go on.
		if (this.#db.isRewriting) throw new Error('the database is being rewritten, to remove words for good')
		return await this.#db.write(async (tx) => {
			await holdHistories(tx, entries)
			const missing = isAgain ? await notStored(tx, entries) : entries
			await appendUpdates(tx, missing.flatMap(updateRows))
			await saveWritings(tx, entries.flatMap(writingRows))
			const rescued = new Map<Entry, Rescued[]>()
			for (const entry of entries) if (entry.lost.length > 0) rescued.set(entry, await keepLostWords(tx, entry))
			return rescued
		})
	}

	/** Null when there is no such document. */
	async generationOf(documentId: string): Promise<number | null> {
		return (await findDocumentById(this.#db.read, documentId))?.generation ?? null
	}

	/** For showing, when the stored state cannot be read: the latest whole copy that can, with what the log adds to it. */
	async readLast(documentId: string): Promise<{ state: Uint8Array; at: Date } | null> {
		const document = await findDocumentById(this.#db.read, documentId)
		if (!document) return null
		const { generation } = document
		const { updates } = await loadLiveDocument(this.#db.read, documentId, generation)
		for (const { state, openedAt } of await listReadableCopies(this.#db.read, documentId, generation)) {
			const last = buildLast(state, updates, this.#limits)
			if (last) return { state: last, at: openedAt }
		}
		return null
	}

	async writers(documentId: string, generation: number): Promise<WriterOf> {
		return byPlace(await listWritings(this.#db.read, documentId, generation))
	}

	/** A document's present words without their history, less those of `without`. Nothing is stored yet. Null: it was done already. */
	async workOut({ documentId, generation, state, without, erasure }: Rebuilding): Promise<WorkedOut | null> {
		const asked = erasure ? await findErasure(this.#db.read, erasure.id) : null
		if (asked?.rebuiltAt) return null
		const doc = new Y.Doc()
		Y.applyUpdate(doc, state)
		const writerOf = await this.writers(documentId, generation)
		const stood = erasure?.hasWaited && asked?.stood?.generation === generation ? asked.stood : null
		const rebuilt = rebuild(doc, stood && without ? sparing(writerOf, without, stood) : writerOf, without)
		const upTo = erasure?.hasWaited ? (asked?.begunAt ?? null) : null
		return { documentId, generation, without, erasure, rebuilt, upTo, ended: [...doc.store.clients.keys()] }
	}

	/**
	 * Puts them in the place of the document's history, under the next generation. Throws `Unanswered` when the database lets it
	 * wait: it may still go through, and then as a whole; `onLate` hears of that.
	 */
	async replace({ documentId, generation, without, erasure, rebuilt, upTo, ended }: WorkedOut, onLate: () => void) {
		const next = generationAfter(generation)
		const at = new Date()
		const rows = rebuilt.writings.map(({ client, clock, end, memberId }) => ({
			documentId,
			generation: next,
			client,
			clock,
			length: end - clock,
			memberId,
			at,
		}))
		const replacing = this.#db.write(async (tx) => {
			const isReplaced = await replaceLiveDocument(tx, {
				documentId,
				before: generation,
				generation: next,
				state: rebuilt.state,
				writers: rows,
				ended,
				without,
				upTo: upTo ?? at,
				at,
			})
			const writers = rebuilt.writings
			if (isReplaced) await noteRebuilt(tx, { id: erasure?.id ?? null, documentId, generation: next, writers, at })
			return isReplaced
		})
		const isReplaced = await inTime(replacing, this.#limits.mergeMs).catch(async (error: unknown) => {
			// The answer to the commit may be all that was lost.
			if (await this.isAt(documentId, next)) return true
			void replacing.then(onLate, () => undefined)
			throw error
		})
		if (!isReplaced) throw new Error('the document was rebuilt by somebody else')
	}

	/** Whether this is surely the document's present history: false also while nobody can tell. */
	async isAt(documentId: string, generation: number): Promise<boolean> {
		try {
			const document = await inTime(findDocumentById(this.#db.read, documentId), this.#limits.answerMs)
			return document?.generation === generation
		} catch {
			return false
		}
	}

	/** When the document was last written in, for lists: not worth a write for every edit. */
	async touch(documentId: string, at: Date) {
		await this.#db.write((tx) => touchDocument(tx, documentId, at))
	}

	/** Folds the log up to `upTo` into one state. Safe to do twice, and to be killed in. */
	async compact(compacted: { documentId: string; generation: number; upTo: number; state: Uint8Array }) {
		await this.#db.write((tx) => compactLiveDocument(tx, { ...compacted, savedAt: new Date() }))
	}
}

const firstRebuiltAt = 1_700_000_000

/**
 * Taken from the clock: where an old backup is put back and the document is rebuilt again, the number must be another than that
 * of the history which is gone, whose tabs still name it.
 */
function generationAfter(generation: number): number {
	return Math.max(generation + 1, Math.floor(Date.now() / 1_000) - firstRebuiltAt)
}

/** To open and encode a smaller one costs nothing that anybody notices. */
export const largeBytes = 64 * 1024

function isWorthKeeping(state: Uint8Array | null): boolean {
	return state !== null && state.length > largeBytes
}

function updateRows({ documentId, generation, updates, memberId, at }: Entry): UpdateRow[] {
	return updates.map(({ seq, update }) => ({ documentId, generation, seq, update, memberId, at }))
}

function writingRows({ documentId, generation, writings, at }: Entry) {
	return writings.map(({ client, clock, end, memberId }) => ({
		documentId,
		generation,
		client,
		clock,
		length: end - clock,
		memberId,
		at,
	}))
}

/** Those of which a commit did not go through after all. */
async function notStored(tx: Queries, entries: readonly Entry[]): Promise<Entry[]> {
	const missing: Entry[] = []
	for (const entry of entries) if (!(await hasUpdates(tx, updateRows(entry)))) missing.push(entry)
	return missing
}

async function keepLostWords(tx: Queries, entry: Entry): Promise<Rescued[]> {
	const kept: Rescued[] = []
	for (const lost of entry.lost) {
		if (lost.words.trim() === '') continue
		const writing = await findWriting(tx, entry.documentId, entry.generation, lost.client, lost.clock)
		if (!writing) continue
		const rescued = await grown(tx, entry, lost, writing.memberId)
		await saveRescue(tx, rescueRow(entry.documentId, rescued))
		kept.push(rescued)
	}
	return kept
}

/** The next letters of somebody who goes on typing where the ground has just gone belong to the same passage. */
async function grown(tx: Queries, entry: Entry, lost: LostWords, memberId: string): Promise<Rescued> {
	const { growing, at } = entry
	const before = growing.find(
		(one) => one.memberId === memberId && one.client === lost.client && one.end === lost.clock,
	)
	if (before && (await findRescue(tx, before.id))?.settled === 'waiting') {
		return { ...before, words: before.words + lost.words, end: lost.end, at }
	}
	return { ...lost, id: rescueId(entry, lost), memberId, at }
}

function rescueRow(documentId: string, { id, memberId, sectionId, words, at }: Rescued): RescueRow {
	return { id, documentId, memberId, sectionId, words, at, settled: 'waiting' }
}

/** Looks up by binary search: a long document has a run for every sentence. */
function byPlace(rows: readonly { client: number; clock: number; length: number; memberId: string }[]): WriterOf {
	const clients = new Map<number, (typeof rows)[number][]>()
	for (const row of rows) {
		const runs = clients.get(row.client)
		if (runs) runs.push(row)
		else clients.set(row.client, [row])
	}
	return (client, clock) => {
		const runs = clients.get(client) ?? []
		let low = 0
		let high = runs.length
		while (low < high) {
			const middle = (low + high) >> 1
			if (runs[middle]!.clock <= clock) low = middle + 1
			else high = middle
		}
		const run = runs[low - 1]
		return run && clock < run.clock + run.length ? { memberId: run.memberId, until: run.clock + run.length } : null
	}
}

/** What the member wrote since is theirs, and stays. */
function sparing(writerOf: WriterOf, memberId: string, { ends }: NonNullable<Erasure['stood']>): WriterOf {
	const endOf = new Map(ends)
	return (client, clock) => {
		const writer = writerOf(client, clock)
		if (writer?.memberId !== memberId) return writer
		const end = endOf.get(client) ?? 0
		return clock < end ? { ...writer, until: Math.min(writer.until, end) } : { ...writer, stays: true }
	}
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The same each time these words are stored: nobody is shown them twice where a commit had gone through after all. */
function rescueId({ documentId, generation }: Entry, { client, clock }: LostWords) {
	const digest = createHash('sha256').update(`${documentId}/${generation}/${client}/${clock}`).digest()
	return Array.from(digest.subarray(0, 16), (byte) => alphabet[byte % 32]).join('')
}
