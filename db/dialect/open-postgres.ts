import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import type { Connection, Database } from './database.ts'

const attempts = 25
const conflict = new Set(['40001', '40P01'])

/** Postgres behind the same two doors. Writes are serializable and run again when they conflict, so work may run twice. */
export function openPostgres(url: string): Database {
	const pool = new Pool({ connectionString: url, max: 10 })
	// An idle connection that the server drops must not end the process; the next query opens another.
	pool.on('error', () => undefined)
	// Nor must one in use: its query fails by itself, and the client says so a second time, to nobody.
	pool.on('connect', (client) => client.on('error', () => undefined))
	const db = drizzle(pool, { casing: 'snake_case' })
	const inside = new AsyncLocalStorage<true>()

	return {
		read: db as unknown as Connection,
		async write(work) {
			if (inside.getStore()) throw new Error('write inside write: pass the transaction on instead')
			for (let attempt = 1; ; attempt++) {
				try {
					return await db.transaction((tx) => inside.run(true, () => work(tx as unknown as Connection)), {
						isolationLevel: 'serializable',
					})
				} catch (error) {
					if (!isConflict(error) || attempt === attempts) throw error
					await pause(Math.random() * 10 * attempt)
				}
			}
		},
		migrate: (folder) => migrate(db, { migrationsFolder: folder }),
		async check() {
			await pool.query('select 1')
		},
		async backup() {
			throw new Error('Back up a Postgres database with pg_dump: see docs/operate.md')
		},
		async forget() {
			// Plain vacuum would leave the old rows' bytes in place; these tables are small, so the lock is short.
			await pool.query('vacuum full electors')
			await pool.query('vacuum full ballots')
		},
		close: () => pool.end(),
	}
}

function isConflict(error: unknown): boolean {
	if (!(error instanceof Error)) return false
	if ('code' in error && conflict.has(String(error.code))) return true
	return isConflict(error.cause)
}
