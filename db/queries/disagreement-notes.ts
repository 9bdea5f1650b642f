import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { decisions, disagreementNotes, members, persons, voices } from '../schema/index.ts'

export type DisagreementNote = typeof disagreementNotes.$inferSelect

export async function findNote(db: Connection, decisionId: string, id: string): Promise<DisagreementNote | null> {
	const [row] = await db
		.select()
		.from(disagreementNotes)
		.where(and(eq(disagreementNotes.id, id), eq(disagreementNotes.decisionId, decisionId)))
	return row ?? null
}

/** Oldest first, those taken back among them: that there was one is never hidden, its words are. */
export async function listNotes(db: Connection, decisionId: string) {
	return await db
		.select({
			id: disagreementNotes.id,
			memberId: disagreementNotes.memberId,
			name: persons.name,
			voice: voices.name,
			shape: voices.shape,
			words: disagreementNotes.words,
			at: disagreementNotes.at,
			withdrawnAt: disagreementNotes.withdrawnAt,
		})
		.from(disagreementNotes)
		.innerJoin(members, eq(members.id, disagreementNotes.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(eq(disagreementNotes.decisionId, decisionId))
		.orderBy(asc(disagreementNotes.at), asc(disagreementNotes.id))
}

export async function addNoteRow(db: Connection, note: DisagreementNote) {
	await db.insert(disagreementNotes).values(note)
}

export async function withdrawNoteRow(db: Connection, id: string, at: Date) {
	await db.update(disagreementNotes).set({ withdrawnAt: at, words: '' }).where(eq(disagreementNotes.id, id))
}

/** How many notes stand on the decisions about some versions, decision by decision. */
export async function countNotesOn(db: Connection, versionIds: readonly string[]) {
	if (versionIds.length === 0) return []
	const rows = await db
		.select({
			versionId: decisions.versionId,
			decisionId: decisions.id,
			reference: decisions.reference,
			notes: count(disagreementNotes.id),
		})
		.from(decisions)
		.innerJoin(disagreementNotes, eq(disagreementNotes.decisionId, decisions.id))
		.where(and(inArray(decisions.versionId, [...versionIds]), isNull(disagreementNotes.withdrawnAt)))
		.groupBy(decisions.versionId, decisions.id, decisions.reference)
		.orderBy(asc(decisions.reference))
	return rows.map((row) => ({ ...row, notes: Number(row.notes) }))
}
