import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../db/database.ts'

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
	const name = `alongside_${randomBytes(6).toString('hex')}`
	await onServer(server, `create database ${name}`)
	const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
	const opened: Database[] = []
	const reopen = async () => {
		const db = await openDatabase({ url, dataDir: '' })
		opened.push(db)
		return db
	}
	return {
		db: await reopen(),
		url,
		reopen,
		async remove() {
			await Promise.all(opened.map((db) => db.close()))
			await onServer(server, `drop database ${name} with (force)`)
		},
	}
}

async function onServer(server: string, statement: string) {
	const client = new pg.Client({ connectionString: server })
	await client.connect()
	try {
		await client.query(statement)
	} finally {
		await client.end()
	}
}
