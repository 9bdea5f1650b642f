import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import type { Database, Connection as Queries } from '../db/database.ts'
import { findDocumentById, touchDocument } from '../db/queries/documents.ts'
import {
	appendUpdates,
	compactLiveDocument,
	findRescue,
	findWriting,
	loadLiveDocument,
	quarantineUpdates,
	type RescueRow,
	saveRescue,
	saveWritings,
	type UpdateRow,
} from '../db/queries/live-documents.ts'
import type { Writing } from './authors.ts'
import type { Limits } from './limits.ts'
import type { LostWords } from './rescue.ts'
import { readShape } from './shape.ts'

/** A document as it stands in the database, opened. */
export interface Opened {
	doc: Y.Doc
	generation: number
	lastSeq: number
	/** What the log weighs since it was last folded into the state. */
	logRows: number
	logBytes: number
	bytes: number
	quarantined: number
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

/** The stored state itself cannot be read: nobody may go on from an empty document, and nothing is overwritten. */
export class Unreadable extends Error {}

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
		const { doc, corrupt } = build(stored.state, stored.updates, this.#limits)
		if (corrupt.length > 0) {
			await this.#db.write((tx) => quarantineUpdates(tx, documentId, generation, corrupt))
		}
		const logBytes = stored.updates.reduce((sum, { update }) => sum + update.length, 0)
		return {
			doc,
			generation,
			lastSeq: stored.lastSeq,
			logRows: stored.updates.length - corrupt.length,
			logBytes,
			bytes: logBytes + (stored.state?.length ?? 0),
			quarantined: corrupt.length,
		}
	}

	/** All or nothing, for as many rooms as there are. Resolves when it is on disk, with the words kept for their writers. */
	async append(entries: readonly Entry[]): Promise<Map<Entry, Rescued[]>> {
		return await this.#db.write(async (tx) => {
			await appendUpdates(tx, entries.flatMap(updateRows))
			await saveWritings(tx, entries.flatMap(writingRows))
			const rescued = new Map<Entry, Rescued[]>()
			for (const entry of entries) if (entry.lost.length > 0) rescued.set(entry, await keepLostWords(tx, entry))
			return rescued
		})
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
async function grown(tx: Queries, { growing, at }: Entry, lost: LostWords, memberId: string): Promise<Rescued> {
	const before = growing.find(
		(one) => one.memberId === memberId && one.client === lost.client && one.end === lost.clock,
	)
	if (before && (await findRescue(tx, before.id))?.settled === 'waiting') {
		return { ...before, words: before.words + lost.words, end: lost.end, at }
	}
	return { ...lost, id: newRescueId(), memberId, at }
}

function rescueRow(documentId: string, { id, memberId, sectionId, words, at }: Rescued): RescueRow {
	return { id, documentId, memberId, sectionId, words, at, settled: 'waiting' }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** As `app/http/new-id.ts`, which is not ours to import. */
function newRescueId() {
	return Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('')
}

interface LogRow {
	seq: number
	update: Uint8Array
}

/** Throws `Unreadable` for a corrupt state; a corrupt row of the log is left out and named. */
function build(state: Uint8Array | null, rows: readonly LogRow[], limits: Limits): { doc: Y.Doc; corrupt: number[] } {
	if (state && 'refused' in readShape(state, limits)) throw new Unreadable('the compacted state does not decode')
	const sound = rows.filter(({ update }) => !('refused' in readShape(update, limits)))
	const corrupt = rows.filter((row) => !sound.includes(row))
	const doc = applyAll(state, sound)
	if (doc) return { doc, corrupt: corrupt.map(({ seq }) => seq) }
	return buildSlowly(state, sound, corrupt)
}

/** One row decodes and yet cannot be applied: find it by trying each on a document that has all the good ones before it. */
function buildSlowly(state: Uint8Array | null, rows: readonly LogRow[], corrupt: LogRow[]) {
	if (!applyAll(state, [])) throw new Unreadable('the compacted state does not apply')
	const good: LogRow[] = []
	let doc = applyAll(state, good)!
	for (const row of rows) {
		if (apply(doc, row.update)) good.push(row)
		else {
			corrupt.push(row)
			doc = applyAll(state, good)!
		}
	}
	return { doc, corrupt: corrupt.map(({ seq }) => seq) }
}

function applyAll(state: Uint8Array | null, rows: readonly LogRow[]): Y.Doc | null {
	const doc = new Y.Doc()
	try {
		doc.transact(() => {
			if (state) Y.applyUpdate(doc, state)
			for (const { update } of rows) Y.applyUpdate(doc, update)
		})
		return doc
	} catch {
		return null
	}
}

function apply(doc: Y.Doc, update: Uint8Array): boolean {
	try {
		Y.applyUpdate(doc, update)
		return true
	} catch {
		return false
	}
}
