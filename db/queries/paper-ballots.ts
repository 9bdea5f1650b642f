import { and, asc, eq } from 'drizzle-orm'
import type { PaperReading, PaperReturned } from '../../app/domain/decisions/paper.ts'
import type { Connection } from '../database.ts'
import { electors, paperReadings } from '../schema/index.ts'

export async function listPaperReadings(db: Connection, decisionId: string): Promise<PaperReading[]> {
	const rows = await db
		.select()
		.from(paperReadings)
		.where(eq(paperReadings.decisionId, decisionId))
		.orderBy(asc(paperReadings.number), asc(paperReadings.enteredBy))
	return rows.map(({ decisionId: _, ...reading }) => reading)
}

/** The same person reading the same paper again corrects themselves. */
export async function savePaperReading(db: Connection, decisionId: string, reading: PaperReading) {
	const { voiceId, memberId, answer, reason } = reading
	await db
		.insert(paperReadings)
		.values({ decisionId, ...reading })
		.onConflictDoUpdate({
			target: [paperReadings.decisionId, paperReadings.number, paperReadings.enteredBy],
			set: { voiceId, memberId, answer, reason },
		})
}

/** All of a decision, or those of one paper or of one reader. */
export async function deletePaperReadings(
	db: Connection,
	decisionId: string,
	{ number, enteredBy }: Partial<Pick<PaperReading, 'number' | 'enteredBy'>> = {},
) {
	await db
		.delete(paperReadings)
		.where(
			and(
				eq(paperReadings.decisionId, decisionId),
				number === undefined ? undefined : eq(paperReadings.number, number),
				enteredBy === undefined ? undefined : eq(paperReadings.enteredBy, enteredBy),
			),
		)
}

/** Whose papers came back. */
export async function listReturned(db: Connection, decisionId: string): Promise<PaperReturned[]> {
	return await db
		.select({ memberId: electors.memberId, voiceId: electors.voiceId })
		.from(electors)
		.where(and(eq(electors.decisionId, decisionId), eq(electors.cameBy, 'paper')))
		.orderBy(asc(electors.memberId))
}
