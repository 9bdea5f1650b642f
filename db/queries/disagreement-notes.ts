import { and, asc, eq } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { disagreementNotes, members, persons, voices } from '../schema/index.ts'

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
