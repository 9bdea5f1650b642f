import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolClient } from 'pg'
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
	const connections = new WeakMap<PoolClient, Connection>()

	function over(client: PoolClient): Connection {
		const known = connections.get(client) ?? (drizzle(client, { casing: 'snake_case' }) as unknown as Connection)
		connections.set(client, known)
		return known
	}

	/** By hand: drizzle's own keeps a client for ever whose connection breaks before the transaction has begun. */
	async function transact<Result>(work: (tx: Connection) => Promise<Result>): Promise<Result> {
		const client = await pool.connect()
		let broken: Error | undefined
		try {
			await client.query('begin isolation level serializable')
			const result = await inside.run(true, () => work(over(client)))
			await client.query('commit')
			return result
		} catch (error) {
			await client.query('rollback').catch((lost: Error) => {
				broken = lost
			})
			throw error
		} finally {
			client.release(broken)
		}
	}

	return {
		read: db as unknown as Connection,
		async write(work) {
			if (inside.getStore()) throw new Error('write inside write: pass the transaction on instead')
			for (let attempt = 1; ; attempt++) {
				try {
					return await transact(work)
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
