import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { makeOwnPostgres } from '../../tests/own-postgres.ts'
import { openPostgres } from './open-postgres.ts'

const server = process.env.DATABASE_URL
const own = server ? await makeOwnPostgres(server) : null
afterAll(() => own?.remove())

test.runIf(server)(
	'writes that wait for a lock give others their turn, give up as one, or go through when it is let go',
	async () => {
		const db = openPostgres(own!.url)
		const locker = new pg.Client({ connectionString: own!.url })
		await locker.connect()
		await locker.query('create table things (id int)')
		await locker.query('begin')
		await locker.query('lock table things in share mode')
		const settled: string[] = []
		const writing = (name: string, statement: string) =>
			db
				.write((tx) => (tx as unknown as { execute(statement: string): Promise<unknown> }).execute(statement))
				.then(
					() => settled.push(`${name} done`),
					() => settled.push(`${name} refused`),
				)
		const all = [1, 2, 3, 4].map((id) => writing('locked', `insert into things values (${id})`))
		await writing('free', 'select 1')
		expect(settled).toEqual(['free done'])
		await all[0]
		const late = writing('late', 'insert into things values (5)')
		await Promise.all(all)
		expect(settled).toEqual(['free done', ...all.map(() => 'locked refused')])
		await locker.query('commit')
		await late
		expect(settled.at(-1)).toBe('late done')
		await locker.end()
		await db.close()
	},
	40_000,
)
