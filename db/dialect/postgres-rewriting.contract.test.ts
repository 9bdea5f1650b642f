import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { holdSnapshot } from '../../tests/database-bytes.ts'
import { makeOwnPostgres } from '../../tests/own-postgres.ts'
import { oldRowsKept } from './postgres-rewriting.ts'

const server = process.env.DATABASE_URL
const own = server ? await makeOwnPostgres(server) : null
afterAll(() => own?.remove())

test.runIf(server).each(['vacuum (full, verbose) things', 'cluster verbose things using things_pkey'])(
	'%s tells how many old rows it kept for who still sees them',
	async (statement) => {
		const client = new pg.Client({ connectionString: own!.url })
		await client.connect()
		try {
			await client.query('drop table if exists things')
			await client.query('create table things (id int primary key)')
			await client.query('insert into things select * from generate_series(1, 10)')
			await client.query('create table if not exists persons (id int)')
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
