import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { meetingNameRemovals, nameRemovals } from '../schema/index.ts'

export type NameRemoval = typeof nameRemovals.$inferSelect
export type MeetingNameRemoval = typeof meetingNameRemovals.$inferSelect

/** From the minute of a decision, oldest first. */
export async function listNameRemovals(db: Connection, decisionId: string): Promise<NameRemoval[]> {
	return await db
		.select()
		.from(nameRemovals)
		.where(eq(nameRemovals.decisionId, decisionId))
		.orderBy(asc(nameRemovals.removedAt), asc(nameRemovals.id))
}

/** From what a meeting itself keeps, oldest first. */
export async function listMeetingNameRemovals(db: Connection, meetingId: string): Promise<MeetingNameRemoval[]> {
	return await db
		.select()
		.from(meetingNameRemovals)
		.where(eq(meetingNameRemovals.meetingId, meetingId))
		.orderBy(asc(meetingNameRemovals.removedAt), asc(meetingNameRemovals.id))
}

/** Of every removal made before the files were rewritten. */
export async function noteNamesForgotten(db: Connection, began: Date) {
	for (const table of [nameRemovals, meetingNameRemovals])
		await db
			.update(table)
			.set({ forgottenAt: began })
			.where(and(isNull(table.forgottenAt), lte(table.removedAt, began)))
}

export async function areNamesUnforgotten(db: Connection): Promise<boolean> {
	for (const table of [nameRemovals, meetingNameRemovals]) {
		const [row] = await db.select({ id: table.id }).from(table).where(isNull(table.forgottenAt)).limit(1)
		if (row) return true
	}
	return false
}
