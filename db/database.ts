import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from './dialect/database.ts'
import { dialect } from './dialect/index.ts'

export type { Connection, Database } from './dialect/database.ts'

const migrations = new URL(`./migrations/${dialect}`, import.meta.url).pathname

/** Opens the database that DATABASE_URL names, or `alongside.db` in the data folder, and brings it up to date. */
export async function openDatabase(options: { url?: string | undefined; dataDir: string }): Promise<Database> {
	const db = await open(options)
	await db.migrate(migrations)
	return db
}

async function open({ url, dataDir }: { url?: string | undefined; dataDir: string }) {
	if (dialect === 'postgres') {
		const { openPostgres } = await import('./dialect/open-postgres.ts')
		return openPostgres(url ?? process.env.DATABASE_URL ?? '')
	}
	const { openSqlite } = await import('./dialect/open-sqlite.ts')
	const file = join(dataDir, 'alongside.db')
	mkdirSync(dirname(file), { recursive: true })
	return openSqlite(file)
}
