import { desc, eq } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { documentTurns, members, persons, versions } from '../schema/index.ts'

export async function addTurn(db: Connection, turn: typeof documentTurns.$inferInsert) {
	await db.insert(documentTurns).values(turn)
}

export type Turn = Awaited<ReturnType<typeof listTurns>>[number]

/** Every time the words were said to be final or were opened again, newest first. */
export async function listTurns(db: Connection, documentId: string) {
	return await db
		.select({
			id: documentTurns.id,
			turn: documentTurns.turn,
			version: versions.number,
			reason: documentTurns.reason,
			by: persons.name,
			at: documentTurns.at,
		})
		.from(documentTurns)
		.innerJoin(versions, eq(versions.id, documentTurns.versionId))
		.innerJoin(members, eq(members.id, documentTurns.by))
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(eq(documentTurns.documentId, documentId))
		.orderBy(desc(documentTurns.at), desc(documentTurns.id))
}
