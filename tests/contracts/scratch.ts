import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../db/database.ts'
import { makeOwnPostgres } from '../own-postgres.ts'

/**
 * A fresh, migrated database for one test file: a SQLite file, or under `scripts/with-postgres.mjs` a database of its
 * own in the throw-away cluster that DATABASE_URL names. `reopen` is what a second process would see.
 */
export async function scratchDatabase(): Promise<{
	db: Database
	/** Where a SQLite database's files are. */
	dataDir?: string
	/** Where a PostgreSQL database is. */
	url?: string
	reopen(): Promise<Database>
	remove(): Promise<void>
}> {
	return process.env.DATABASE_URL ? await scratchPostgres(process.env.DATABASE_URL) : await scratchSqlite()
}

async function scratchSqlite() {
	const dataDir = await mkdtemp(join(tmpdir(), 'alongside-'))
	const opened: Database[] = []
	const reopen = async () => {
		const db = await openDatabase({ dataDir })
		opened.push(db)
		return db
	}
	return {
		db: await reopen(),
		dataDir,
		reopen,
		async remove() {
			await Promise.all(opened.map((db) => db.close()))
			await rm(dataDir, { recursive: true, force: true })
		},
	}
}

async function scratchPostgres(server: string) {
	const own = await makeOwnPostgres(server)
	const opened: Database[] = []
	const reopen = async () => {
		const db = await openDatabase({ url: own.url, dataDir: '' })
		opened.push(db)
		return db
	}
	return {
		db: await reopen(),
		url: own.url,
		reopen,
		async remove() {
			await Promise.all(opened.map((db) => db.close()))
			await own.remove()
		},
	}
}
