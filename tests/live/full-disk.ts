import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'

/** A SQLite file that may grow no more, and has no page free either: SQLite then says that the disk is full. */
export async function fillDisk(db: Database) {
	await db.forget('words')
	const [pages] = await db.read.all<{ page_count: number }>(sql.raw('pragma page_count'))
	await growTo(db, pages!.page_count)
}

export async function emptyDisk(db: Database) {
	await growTo(db, 1_000_000)
}

async function growTo(db: Database, pages: number) {
	await db.write((tx) => tx.run(sql.raw(`pragma max_page_count = ${pages}`)))
}
