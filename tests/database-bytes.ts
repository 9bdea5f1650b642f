import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Every byte the database keeps of its tables, by file: on SQLite the file and its log, on PostgreSQL the files of every
 * table and index, dead rows and gaps included. PostgreSQL's write-ahead log is not among them (see docs/security.md), nor
 * its statistics, which hold the values of single columns, sorted, and so join nothing.
 */
export async function databaseBytes(at: { dataDir?: string; url?: string }): Promise<Map<string, string>> {
	return at.url ? await ofPostgres(at.url) : await ofSqlite(at.dataDir!)
}

async function ofSqlite(dataDir: string) {
	const files = (await readdir(dataDir)).filter((file) => file.startsWith('alongside.db'))
	return new Map(
		await Promise.all(files.map(async (file) => [file, await readFile(join(dataDir, file), 'latin1')] as const)),
	)
}

/** Pages changed in memory are written first, so that what is read is what a stolen disk would show. */
async function ofPostgres(url: string) {
	return await onPostgres(url, async (client) => {
		await client.query('checkpoint')
		const { rows } = await client.query<{ name: string; bytes: Buffer }>(
			`select relname as name, pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
			 where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
			 or oid in (select reltoastrelid from pg_class where relnamespace = 'public'::regnamespace)`,
		)
		return new Map(rows.map(({ name, bytes }) => [name, bytes.toString('latin1')]))
	})
}

/** What a table shows of how its rows came: their place, and on PostgreSQL who wrote them when. */
export async function rowsAsKept(
	at: { dataDir?: string; url?: string },
	table: string,
	column: string,
): Promise<{ value: string; writtenBy: string }[]> {
	if (at.url)
		return await onPostgres(at.url, async (client) => {
			const { rows } = await client.query(
				`select ${column} as value, xmin::text as "writtenBy" from ${table} order by ctid`,
			)
			return rows
		})
	const { default: Sqlite } = await import('better-sqlite3')
	const db = new Sqlite(join(at.dataDir!, 'alongside.db'), { readonly: true })
	try {
		return db.prepare(`select ${column} as value, '' as writtenBy from ${table} order by rowid`).all() as never
	} finally {
		db.close()
	}
}

/** A transaction that goes on seeing the database as it is now, until it is let go. */
export async function holdSnapshot(url: string): Promise<() => Promise<void>> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	await client.query('begin isolation level repeatable read')
	await client.query('select count(*) from persons')
	return () => client.end()
}

/** A transaction that writes, so that everything begun while it goes on counts as begun before what is written meanwhile. */
export async function holdNumber(url: string): Promise<() => Promise<void>> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	await client.query('begin')
	await client.query('select pg_current_xact_id()')
	return () => client.end()
}

async function onPostgres<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		return await work(client)
	} finally {
		await client.end()
	}
}
