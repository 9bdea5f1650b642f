import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { documentStates, documentUpdates } from '../../db/schema/index.ts'

/** Bytes on a disk that have turned into something else. */
export async function damageUpdate(db: Database, documentId: string, seq: number) {
	await db.write(async (tx) => {
		const row = and(eq(documentUpdates.documentId, documentId), eq(documentUpdates.seq, seq))
		await tx
			.update(documentUpdates)
			.set({ update: Uint8Array.of(9, 9, 9) })
			.where(row)
	})
}

/** A row that a backup did not have yet. */
export async function loseUpdate(db: Database, documentId: string, seq: number) {
	await db.write(async (tx) => {
		await tx
			.delete(documentUpdates)
			.where(and(eq(documentUpdates.documentId, documentId), eq(documentUpdates.seq, seq)))
	})
}

/** Also of a document that was never folded into a state. */
export async function damageState(db: Database, documentId: string, state: Uint8Array) {
	await db.write(async (tx) => {
		await tx
			.insert(documentStates)
			.values({ documentId, generation: 1, upTo: 0, state, savedAt: new Date() })
			.onConflictDoUpdate({ target: [documentStates.documentId, documentStates.generation], set: { state } })
	})
}

/** What was there before the damage; null when the document had never been folded into a state. */
export async function mendState(db: Database, documentId: string, before: Uint8Array | null) {
	if (before) return await putBackState(db, documentId, before)
	await db.write(async (tx) => {
		await tx.delete(documentStates).where(eq(documentStates.documentId, documentId))
	})
}

/** An older state in the place of a damaged one, as docs/operate.md says. */
export async function putBackState(db: Database, documentId: string, state: Uint8Array) {
	await db.write(async (tx) => {
		await tx.update(documentStates).set({ state, digest: null }).where(eq(documentStates.documentId, documentId))
	})
}

export async function listSetAside(db: Database, documentId: string): Promise<number[]> {
	const rows = await db.read
		.select({ seq: documentUpdates.seq })
		.from(documentUpdates)
		.where(and(eq(documentUpdates.documentId, documentId), eq(documentUpdates.quarantined, true)))
	return rows.map(({ seq }) => seq)
}

/** What an operator types into `sqlite3` while nothing is running. */
export function runByHand(dataDir: string, statements: string) {
	const file = new BetterSqlite3(join(dataDir, 'alongside.db'))
	file.exec(statements)
	file.close()
}
