import { z } from 'zod'
import type { Connection } from '../../../db/database.ts'
import { findBallotSalt, listBallots } from '../../../db/queries/ballots.ts'
import { findMinute, findMinuteAsStored, listCorrections } from '../../../db/queries/board-decisions.ts'
import { findStoredDecision, listDecisionIds } from '../../../db/queries/decisions.ts'
import { findTurnout, listElectors } from '../../../db/queries/electors.ts'
import { listEntriesAbout, listSubjectIds } from '../../../db/queries/record.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Place } from '../../domain/access/membership.ts'
import { verifyMinute } from '../../domain/decisions/board/verify-minute.ts'
import { countAgain, type Uncounted } from '../../domain/decisions/count-again.ts'
import { type Decision, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import {
	type Difference,
	recordedOf,
	verifyResult,
	verifySeal,
	verifyWithdrawals,
} from '../../domain/decisions/verify-result.ts'
import { hasPlace, verifyEntry, verifyOutcomeWords, verifyStanding } from '../../domain/decisions/verify-standing.ts'
import type { Entry } from '../../domain/record/entry.ts'

/** What nobody can check, whoever asks. */
export type Unchecked =
	| Uncounted
	| 'ballots-while-open'
	| 'why-stopped'
	| 'place'
	| 'whole-ballots'
	| 'minute-without-names'
	| 'outcome-words'

export interface VerifiedResults {
	/** How many are closed, and how many are not, by the record or by the database. */
	checked: number
	others: number
	different: { reference: string; differences: Difference[] }[]
	unchecked: { reference: string; unchecked: Unchecked[] }[]
}

type Tell = (reference: string, ballots: number) => void
type Found = { differences: Difference[]; unchecked: Unchecked[] }

/**
 * Every decision of a partnership that the record or the database has: does it stand as the record says, are words, roll and
 * lot what was sealed when it opened, result and ballots what was recorded when it closed, and does the result come out when
 * the ballots are counted again? Of a board's: is its minute what was sealed? `tell` hears of counts that take a while.
 */
export async function verifyResults(
	db: Connection,
	here: Place,
	tell: Tell = () => undefined,
): Promise<VerifiedResults> {
	// In this order, because one may be opened between the two.
	const recorded = await listSubjectIds(db, here, ['decision-opened', 'board-decision-recorded'])
	const stored = new Map((await listDecisionIds(db, here)).map(({ id, reference }) => [id, reference]))
	const found: VerifiedResults = { checked: 0, others: 0, different: [], unchecked: [] }
	for (const id of new Set([...stored.keys(), ...recorded])) {
		const { entries, differences, unchecked } = await check(db, here, id, stored.has(id), tell)
		const isClosed = entries.some(({ kind }) => kind === 'decision-closed' || kind === 'board-decision-recorded')
		found[isClosed ? 'checked' : 'others']++
		const reference = stored.get(id) ?? nameOf(id, entries)
		if (differences.length > 0) found.different.push({ reference, differences })
		if (unchecked.length > 0) found.unchecked.push({ reference, unchecked })
	}
	return found
}

/** Again where somebody voted, or it was closed, while it was looked at. */
async function check(
	db: Connection,
	here: Place,
	id: string,
	isStored: boolean,
	tell: Tell,
): Promise<Found & { entries: Entry[] }> {
	const entries = await listReadable(db, here, id)
	const found = isStored ? await ofStored(db, here, id, entries, tell) : gone
	if (found.differences.length === 0) return { ...found, entries }
	const isAsBefore = (await listReadable(db, here, id)).length === entries.length
	return isAsBefore ? { ...found, entries } : await check(db, here, id, isStored, tell)
}

/** None where one of them cannot be read any more: the walk of the chain names that one. */
async function listReadable(db: Connection, here: Place, id: string): Promise<Entry[]> {
	try {
		return await listEntriesAbout(db, here, id)
	} catch (error) {
		if (isOfWhatIsStored(error)) return []
		throw error
	}
}

const gone: Found = { differences: ['gone'], unchecked: [] }
const unreadable: Found = { differences: ['unreadable'], unchecked: [] }

function nameOf(id: string, entries: readonly Entry[]): string {
	const reference = entries.find(({ details }) => hasPlace(details))?.details.reference
	return typeof reference === 'string' ? reference : `the decision ${id}`
}

async function ofStored(db: Connection, here: Place, id: string, entries: Entry[], tell: Tell): Promise<Found> {
	try {
		const decision = (await findStoredDecision(db, here, id))!
		const version = await findVersion(db, here, decision.versionId)
		const around = version ? await listEntriesAbout(db, here, version.documentId) : []
		const wordsRemovedAt = around.findLast(({ kind }) => kind === 'words-removed')?.at ?? null
		const isBoard = entries.some(({ kind }) => kind === 'board-decision-recorded')
		const versionFingerprint = version?.fingerprint ?? ''
		const { differences, unchecked } = isBoard
			? await ofMinute(db, decision, versionFingerprint, entries)
			: await ofVote(db, decision, versionFingerprint, entries, tell)
		const start = entries.find(({ kind }) => kind === 'decision-opened' || kind === 'board-decision-recorded')
		const isRemoved = decision.outcome !== null && wordsRemovedAt !== null
		return {
			differences: [...differences, ...verifyOutcomeWords(decision, entries, wordsRemovedAt)],
			unchecked: [
				...unchecked,
				...(start && !hasPlace(start.details) ? ['place' as const] : []),
				...(isRemoved ? ['outcome-words' as const] : []),
			],
		}
	} catch (error) {
		// Whoever holds the database can leave there what is no decision any more.
		if (isOfWhatIsStored(error)) return unreadable
		throw error
	}
}

function isOfWhatIsStored(error: unknown): boolean {
	return [SyntaxError, TypeError, RangeError, z.ZodError].some((kind) => error instanceof kind)
}

/** More than a second's work, perhaps. */
const manyBallots = 1_000

async function ofVote(
	db: Connection,
	decision: Decision,
	versionFingerprint: string,
	entries: Entry[],
	tell: Tell,
): Promise<Found> {
	const [ballots, salt, electorate, { voted }] = await Promise.all([
		listBallots(db, decision.id),
		findBallotSalt(db, decision.id),
		listElectors(db, decision.id),
		findTurnout(db, decision.id),
	])
	const opened = entries.find(({ kind }) => kind === 'decision-opened')?.details ?? null
	const standing = [
		...verifyStanding(decision, { voted, ballots: ballots.length }, entries),
		...verifySeal(decision, { versionFingerprint, electorate }, opened),
		...verifyWithdrawals(decision, entries),
	]
	if (decision.state === 'stopped') return { differences: standing, unchecked: ['why-stopped'] }
	if (decision.state !== 'closed') return { differences: standing, unchecked: ['ballots-while-open'] }
	const { result } = decision
	const recorded = recordedOf(entries)
	const differences = [...standing, ...verifyResult(decision, { ballots, salt }, recorded)]
	if (!result) return { differences: [...new Set(differences)], unchecked: [] }

	if (ballots.length >= manyBallots) tell(decision.reference, ballots.length)
	const { isSame, uncounted } = countAgain(
		{ ...decision, result } as Parameters<typeof countAgain>[0],
		ballots,
		electorate,
	)
	const isOld = recorded !== null && recorded.stored === undefined && !isOutcomeOnly(result)
	return {
		differences: [...new Set(differences), ...(isSame ? [] : ['count-differs' as const])],
		unchecked: [...(uncounted ? [uncounted] : []), ...(isOld ? ['whole-ballots' as const] : [])],
	}
}

async function ofMinute(
	db: Connection,
	decision: Decision,
	versionFingerprint: string,
	entries: Entry[],
): Promise<Found> {
	const [stored, row, corrections] = await Promise.all([
		findMinuteAsStored(db, decision.id),
		findMinute(db, decision.id),
		listCorrections(db, decision.id),
	])
	if (!stored || !row) return { differences: ['minute-gone'], unchecked: [] }
	const differences = [
		...verifyEntry(decision, { ...row, kept: corrections.length }, entries),
		...verifyMinute(decision, { stored, read: row.minute, versionFingerprint }, entries),
	]
	const hasLostNames = entries.some(({ kind }) => kind === 'minute-names-removed')
	return { differences: [...new Set(differences)], unchecked: hasLostNames ? ['minute-without-names'] : [] }
}
