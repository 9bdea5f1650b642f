import { and, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { canonicalJson } from '../../app/domain/canonical-json.ts'
import type { MotionRules, Result, Withdrawal } from '../../app/domain/decisions/decision.ts'
import type { TitleChange } from '../../app/domain/meetings/meeting.ts'
import type { Connection } from '../database.ts'
import {
	actions,
	ballots,
	decisions,
	disagreementNotes,
	documents,
	documentTurns,
	erasures,
	meetingInterests,
	meetingItems,
	paperReadings,
	rescuedWords,
	updates,
	verdicts,
	versions,
} from '../schema/index.ts'
import { typedWords } from '../typed-words.ts'

export interface BlackingOut {
	/** Gives a text without the words. */
	erase: (text: string) => string
	/** The record has hashes of a decision's ballots, result and withdrawals: told before one of them is changed. */
	beforeChanging: (decisionId: string) => Promise<void>
}

/**
 * Takes words out of everything that was typed around a document: its title, need and statement of power and money, every
 * reason, and what was said of its decisions and actions. Which columns is said in `typedWords`. Versions are
 * the caller's, because they are not plain text. Says in how many rows there were some.
 */
export async function blackOutAround(
	db: Connection,
	documentId: string,
	{ erase, beforeChanging }: BlackingOut,
): Promise<{ rows: number }> {
	const around = placesAround(db, documentId)
	let rows = 0
	for (const [name, { table, key = ['id'], where }] of Object.entries(around)) {
		const columns = Object.entries(typedWords[name]!).flatMap(([column, way]) => (way === 'black-out' ? [column] : []))
		for (const row of (await db.select().from(table).where(where)) as Record<string, unknown>[]) {
			const change = changeOf(name, row, columns, erase)
			if (!change) continue
			rows++
			if (name === 'ballots') await beforeChanging(row.decisionId as string)
			if (name === 'decisions' && ('result' in change || 'withdrawn' in change)) await beforeChanging(row.id as string)
			const all = getTableColumns(table)
			await db
				.update(table)
				.set(change)
				.where(and(...key.map((column) => eq(all[column]!, row[column]))))
		}
	}
	return { rows }
}

type Erase = (text: string) => string

/** Columns that are no plain text, and where in them people's words stand. */
const wordsInside: Record<string, Record<string, (value: never, erase: Erase) => unknown>> = {
	decisions: {
		/** Everything else of a result is made by Alongside. */
		result: (result: Result, erase) =>
			'casting' in result && result.casting
				? { ...result, casting: { ...result.casting, reason: erase(result.casting.reason) } }
				: result,
		withdrawn: (withdrawn: readonly Withdrawal[], erase) =>
			withdrawn.map((one) => ({ ...one, reason: erase(one.reason) })),
	},
	meetingItems: {
		titleChanges: (changes: readonly TitleChange[], erase) =>
			changes.map((one) => ({ ...one, title: erase(one.title), reason: erase(one.reason) })),
	},
}

function changeOf(table: string, row: Record<string, unknown>, columns: readonly string[], erase: Erase) {
	const changed = columns.flatMap((column): [string, unknown][] => {
		const value = row[column]
		if (value === null || value === undefined) return []
		const inside = wordsInside[table]?.[column]
		const erased = inside ? inside(value as never, erase) : erase(value as string)
		return canonicalJson(erased) === canonicalJson(value) ? [] : [[column, erased]]
	})
	return changed.length > 0 ? Object.fromEntries(changed) : null
}

/** `key`: the columns that tell its rows apart, where that is not `id`. */
type Place = { table: SQLiteTable; key?: readonly string[]; where: SQL }

function placesAround(db: Connection, documentId: string): Record<string, Place> {
	const { decided, agreed, items } = idsAround(db, documentId)
	return {
		documents: { table: documents, where: eq(documents.id, documentId) },
		documentTurns: { table: documentTurns, where: eq(documentTurns.documentId, documentId) },
		erasures: { table: erasures, where: eq(erasures.documentId, documentId) },
		rescuedWords: { table: rescuedWords, where: eq(rescuedWords.documentId, documentId) },
		decisions: { table: decisions, where: inArray(decisions.id, decided) },
		ballots: { table: ballots, where: inArray(ballots.decisionId, decided) },
		paperReadings: {
			table: paperReadings,
			key: ['decisionId', 'number', 'enteredBy'],
			where: inArray(paperReadings.decisionId, decided),
		},
		disagreementNotes: { table: disagreementNotes, where: inArray(disagreementNotes.decisionId, decided) },
		meetingItems: { table: meetingItems, where: inArray(meetingItems.id, items) },
		meetingInterests: { table: meetingInterests, where: inArray(meetingInterests.itemId, items) },
		actions: { table: actions, where: inArray(actions.id, agreed) },
		updates: { table: updates, where: inArray(updates.actionId, agreed) },
		verdicts: { table: verdicts, where: inArray(verdicts.actionId, agreed) },
	}
}

/** The decisions about any version of a document, the actions that came from them, and its items on agendas, as subqueries. */
function idsAround(db: Connection, documentId: string) {
	const frozen = db.select({ id: versions.id }).from(versions).where(eq(versions.documentId, documentId))
	const decided = db.select({ id: decisions.id }).from(decisions).where(inArray(decisions.versionId, frozen))
	const agreed = db.select({ id: actions.id }).from(actions).where(inArray(actions.decisionId, decided))
	const items = db.select({ id: meetingItems.id }).from(meetingItems).where(inArray(meetingItems.versionId, frozen))
	return { decided, agreed, items }
}

/** What one member alone typed around a document, under their name: notes, reports, reasons of named and of casting votes. */
export async function listOwnWordsAround(db: Connection, documentId: string, memberId: string): Promise<string[]> {
	const { decided, agreed } = idsAround(db, documentId)
	const found = await Promise.all([
		db
			.select({ words: disagreementNotes.words })
			.from(disagreementNotes)
			.where(and(eq(disagreementNotes.memberId, memberId), inArray(disagreementNotes.decisionId, decided))),
		db
			.select({ words: updates.words })
			.from(updates)
			.where(and(eq(updates.memberId, memberId), inArray(updates.actionId, agreed))),
		db
			.select({ words: ballots.reason })
			.from(ballots)
			.where(and(eq(ballots.memberId, memberId), inArray(ballots.decisionId, decided))),
	])
	const settled = await db
		.select({ rules: decisions.rules, result: decisions.result })
		.from(decisions)
		.where(inArray(decisions.id, decided))
	const casting = settled.flatMap(({ rules, result }) =>
		(rules as Partial<MotionRules>).castingVote?.memberId === memberId && result && 'casting' in result
			? (result.casting?.reason ?? [])
			: [],
	)
	return [...found.flat().map(({ words }) => words), ...casting]
}
