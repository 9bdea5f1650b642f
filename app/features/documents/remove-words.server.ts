import { randomBytes } from 'node:crypto'
import type { Connection, Database } from '../../../db/database.ts'
import { findBallotSalt, listBallots, saveBallotSalt } from '../../../db/queries/ballots.ts'
import { blackOutAround } from '../../../db/queries/black-out.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findDocument, findDocumentById } from '../../../db/queries/documents.ts'
import {
	closeErasure,
	deleteErasure,
	type Erasure,
	findErasure,
	listUnfinishedErasures,
	noteForgotten,
	saveBlackedOut,
	saveErasure,
	settleErasureRequest,
} from '../../../db/queries/erasures.ts'
import { listWritings } from '../../../db/queries/live-documents.ts'
import { findMember } from '../../../db/queries/members.ts'
import { listEntriesAbout, recordEvent } from '../../../db/queries/record.ts'
import { listVersions } from '../../../db/queries/versions.ts'
import { type Membership, type Place, place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { namesHash, storedHash, withdrawnHash, wordsRecordedOf } from '../../domain/decisions/verify-result.ts'
import { blackOut, blackOutText } from '../../domain/documents/black-out.ts'
import { type Erasing, erase } from '../../domain/documents/erase.ts'
import type { LiveDocuments } from '../../domain/documents/live.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import type { Details } from '../../domain/record/entry.ts'

interface Parts {
	db: Database
	live: LiveDocuments
}

export interface Removing extends Erasing {
	id: string
	/** Whose standing words go. Null: only what was deleted before, and what versions hold. */
	writerId: string | null
}

/**
 * Removes words for good: a member's that still stand, if one is named, everything that was ever deleted, and passages in
 * frozen versions and in what was typed around the document (`db/typed-words`). Afterwards no file of the database, and no backup made later, has them. `isForgotten` is false when the
 * database's own files could not be rewritten yet; `finishErasures` goes on with it. Sent twice with the same id, it is
 * done once.
 */
export async function removeWords(
	{ db, live }: Parts,
	who: Membership,
	documentId: string,
	{ id, writerId, reason, passages }: Removing,
	now = new Date(),
) {
	const beginning = await db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
		const { refused } = erase(who, document, { reason, passages })
		if (refused) return { refused }
		if (writerId && !(await findMember(tx, who, writerId))) return { refused: 'no-such-writer' as const }
		const already = await findErasure(tx, id)
		if (already) return { erasure: already.documentId === documentId ? already : null, hasWaited: true }
		const begun = { id, documentId, writerId, passages: [...passages], reason: reason.trim(), doneBy: who.memberId }
		const { generation } = document
		const stood = { generation, ends: endsOf(await listWritings(tx, documentId, generation), writerId) }
		const erasure: Erasure = { ...begun, stood, begunAt: now, rebuiltAt: null, doneAt: null, forgottenAt: null }
		await saveErasure(tx, erasure)
		return { erasure, hasWaited: false }
	})
	if (beginning.refused) return beginning
	if (!beginning.erasure) return { refused: 'not-found' as const }
	return await finish({ db, live }, beginning.erasure, beginning.hasWaited)
}

/** What this member had written, as far as which clock of each client id. */
function endsOf(writings: Awaited<ReturnType<typeof listWritings>>, writerId: string | null): [number, number][] {
	const ends = new Map<number, number>()
	for (const { client, clock, length, memberId } of writings)
		if (memberId === writerId) ends.set(client, clock + length)
	return [...ends]
}

/**
 * Goes on with what was begun and not finished, because the process ended or a backup held the files. For the clock. One that
 * goes wrong holds no other up: what was thrown is thrown in the end.
 */
export async function finishErasures(parts: Parts, now = new Date()) {
	const wrong: unknown[] = []
	for (const erasure of await listUnfinishedErasures(parts.db.read, new Date(now.getTime() - underWayMs)))
		await finish(parts, erasure, true).catch((error: unknown) => wrong.push(error))
	if (wrong.length > 0)
		throw new Error(`${wrong.length} removals of words could not be finished; the first:`, { cause: wrong[0] })
}

const underWayMs = 120_000

async function finish({ db, live }: Parts, erasure: Erasure, hasWaited: boolean) {
	let letters = 0
	if (!erasure.doneAt) {
		const { id, documentId, writerId, rebuiltAt } = erasure
		const rebuilt = rebuiltAt ? { letters } : await live.rebuild(documentId, writerId, { id, hasWaited })
		// What was begun stays, and the clock comes back to it: also where the document has been damaged since it was promised.
		if (rebuilt.refused && (hasWaited || rebuilt.refused === 'not-in-time'))
			return { refused: 'not-removed-yet' as const }
		if (rebuilt.refused) {
			await db.write((tx) => deleteErasure(tx, id))
			return { refused: rebuilt.refused }
		}
		letters = rebuilt.letters
		await db.write((tx) => close(tx, erasure, new Date()))
	}
	const isForgotten = await forget(db, erasure.id)
	return { letters, isForgotten }
}

/** Everything of it that is words in tables, and its entry on the record, in one write. */
async function close(tx: Connection, { id }: Erasure, now: Date) {
	const erasure = await findErasure(tx, id)
	const document = erasure && (await findDocumentById(tx, erasure.documentId))
	if (!erasure || !document || erasure.doneAt) return
	const here = place(document.partnershipId)
	let changed = 0
	for (const version of await listVersions(tx, here, document.id)) {
		const { words, places } = blackOut(version, erasure.passages)
		if (places === 0) continue
		changed++
		await saveBlackedOut(tx, id, { ...words, id: version.id }, places)
	}
	const before = new Map<string, Standing | null>()
	const around = await blackOutAround(tx, document.id, {
		erase: (text) => blackOutText(text, erasure.passages),
		beforeChanging: async (decisionId) => {
			if (!before.has(decisionId)) before.set(decisionId, await findStanding(tx, here, decisionId))
		},
	})
	if (erasure.writerId) await settleErasureRequest(tx, document.id, erasure.writerId)
	await closeErasure(tx, id, now)
	await recordEvent(tx, {
		partnershipId: document.partnershipId,
		kind: 'words-removed',
		subjectId: document.id,
		actorId: erasure.doneBy,
		at: now,
		details: { erasure: id, versions: changed, around: around.rows },
	})
	for (const [decisionId, stood] of before) if (stood) await recordWhatIsLeft(tx, here, decisionId, stood, erasure, now)
}

/** The stored words of a vote, and which of their hashes are the ones on the record. */
interface Standing {
	hashes: Details
	asRecorded: ReadonlySet<string>
	salt: string | null
}

async function findStanding(tx: Connection, here: Place, decisionId: string): Promise<Standing | null> {
	const salt = await findBallotSalt(tx, decisionId)
	const hashes = await hashesOf(tx, here, decisionId, salt)
	if (!hashes) return null
	const recorded = wordsRecordedOf(await listEntriesAbout(tx, here, decisionId))
	return { hashes, asRecorded: new Set(Object.keys(hashes).filter((key) => hashes[key] === recorded[key])), salt }
}

/** Null where there is no such decision. */
async function hashesOf(tx: Connection, here: Place, decisionId: string, salt: string | null): Promise<Details | null> {
	const decision = await findDecision(tx, here, decisionId)
	if (!decision) return null
	const ballots = await listBallots(tx, decisionId)
	return {
		names: namesHash(ballots),
		stored: salt === null ? null : storedHash(ballots, salt),
		result: decision.result ? fingerprint(decision.result) : null,
		withdrawn: withdrawnHash(decision.withdrawn),
	}
}

/**
 * The record holds hashes of who said what in a named vote, and why; of every stored ballot with its reason; of a result with
 * the reason of its casting vote; and of what was withdrawn. When a reason goes, it gets the hash of what is left. Not where
 * somebody had changed the rest already: the old hash stays, and `record verify` goes on reporting it.
 */
async function recordWhatIsLeft(
	tx: Connection,
	here: Place,
	decisionId: string,
	stood: Standing,
	erasure: Erasure,
	at: Date,
) {
	const withOldSalt = await hashesOf(tx, here, decisionId, stood.salt)
	const isSaltedAnew = stood.salt !== null && withOldSalt?.stored !== stood.hashes.stored
	// With the old one, what went could be tried out against the old hash.
	const salt = isSaltedAnew ? randomBytes(32).toString('hex') : stood.salt
	if (isSaltedAnew) await saveBallotSalt(tx, decisionId, salt!)
	const left = isSaltedAnew ? await hashesOf(tx, here, decisionId, salt) : withOldSalt
	const changed = Object.entries(left ?? {}).filter(
		([key, hash]) => stood.asRecorded.has(key) && hash !== stood.hashes[key],
	)
	if (changed.length === 0) return
	await recordEvent(tx, {
		partnershipId: here.partnershipId,
		kind: 'words-removed',
		subjectId: decisionId,
		actorId: erasure.doneBy,
		at,
		details: { erasure: erasure.id, ...Object.fromEntries(changed) },
	})
}

async function forget(db: Database, erasureId: string): Promise<boolean> {
	try {
		await db.forget('words')
	} catch {
		// A backup under way holds the old pages. The erasure stays unfinished, and the clock comes back to it.
		return false
	}
	await db.write((tx) => noteForgotten(tx, erasureId, new Date()))
	return true
}
