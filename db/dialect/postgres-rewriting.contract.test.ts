import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { holdSnapshot } from '../../tests/database-bytes.ts'
import { makeOwnPostgres } from '../../tests/own-postgres.ts'
import { followAsStandby } from '../../tests/standby-line.ts'
import { oldRowsKept, writeAnew } from './postgres-rewriting.ts'

const server = process.env.DATABASE_URL
const own = server ? await makeOwnPostgres(server) : null
afterAll(() => own?.remove())

const rewriting = 'vacuum (full, verbose) things'

test.runIf(server).each([rewriting, 'cluster verbose things using things_pkey'])(
	'%s tells how many old rows it kept for who still sees them',
	async (statement) => {
		const client = await givenThings()
		try {
			const release = await holdSnapshot(own!.url)
			await client.query('delete from things where id <= 3')
			expect(await oldRowsKept(client, statement)).toBe(3)
			await release()
			await expect.poll(() => oldRowsKept(client, statement)).toBe(0)
		} finally {
			await client.end()
		}
	},
)

test.runIf(server)(
	'what a standby still sees is waited for before a table is written anew, and not without end',
	async () => {
		const client = await givenThings()
		const standby = await followAsStandby(own!.url)
		try {
			const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
			standby.sees(Number(rows[0]!.xid))
			await expect.poll(() => xminOfStandby(client)).toBe(rows[0]!.xid)
			await client.query('delete from things where id <= 3')
			await expect(writeAnew(client, ['select pg_advisory_lock(1)'], 300)).rejects.toThrow('Old rows could not')
			const { rows: begun } = await client.query("select 1 from pg_locks where locktype = 'advisory'")
			expect(begun).toEqual([])
			standby.sees(0)
			await writeAnew(client, [rewriting])
			expect(await oldRowsKept(client, rewriting)).toBe(0)
		} finally {
			await standby.end()
			await client.end()
		}
	},
)

test.runIf(server)(
	'who reads a table that cannot be locked is answered meanwhile; then it is written anew',
	async () => {
		const client = await givenThings()
		const left = await connected()
		const reader = await connected()
		try {
			await left.query('begin')
			await left.query('select count(*) from things')
			const written = writeAnew(client, [rewriting])
			const isWanted = async () =>
				(await reader.query("select 1 from pg_locks where relation = 'things'::regclass and not granted")).rowCount
			await expect.poll(isWanted).toBe(1)
			expect((await reader.query('select count(*)::int as n from things')).rows).toEqual([{ n: 10 }])
			await left.query('commit')
			await written
		} finally {
			await left.end()
			await reader.end()
			await client.end()
		}
	},
)

async function connected() {
	const client = new pg.Client({ connectionString: own!.url, statement_timeout: 15_000 })
	await client.connect()
	return client
}

async function givenThings() {
	const client = await connected()
	await client.query('drop table if exists things')
	await client.query('create table things (id int primary key)')
	await client.query('insert into things select * from generate_series(1, 10)')
	await client.query('create table if not exists persons (id int)')
	return client
}

async function xminOfStandby(client: pg.Client) {
	const { rows } = await client.query<{ xmin: string }>(
		"select backend_xmin::text as xmin from pg_stat_activity where backend_type = 'walsender' and backend_xmin is not null",
	)
	return rows[0]?.xmin
}
