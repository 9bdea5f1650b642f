import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolClient } from 'pg'
import type { Connection, Database } from './database.ts'

const attempts = 25
const kept = {
	votes: ['electors', 'ballots'],
	words: [
		'document_states',
		'document_updates',
		'open_forms',
		'rescued_words',
		'versions',
		'erasures',
		'writings',
		'board_minutes',
		'board_corrections',
		'decisions',
	],
}
const conflict = new Set(['40001', '40P01'])

/**
 * Postgres behind the same two doors. Writes are serializable and run again when they conflict, so work may run twice. Within
 * a process they queue up, as on SQLite: every write of a partnership adds the next link to one chain, so side by side they
 * would only undo each other (sixty people casting at once ran out of attempts). What is left to conflict is another
 * process.
 */
export function openPostgres(url: string): Database {
	const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
	// An idle connection that the server drops must not end the process; the next query opens another.
	pool.on('error', () => undefined)
	// Nor must one in use: its query fails by itself, and the client says so a second time, to nobody.
	pool.on('connect', (client) => client.on('error', () => undefined))
	const db = drizzle(pool, { casing: 'snake_case' })
	const inside = new AsyncLocalStorage<true>()
	let queue: Promise<unknown> = Promise.resolve()
	const connections = new WeakMap<PoolClient, Connection>()

	function over(client: PoolClient): Connection {
		const known = connections.get(client) ?? (drizzle(client, { casing: 'snake_case' }) as unknown as Connection)
		connections.set(client, known)
		return known
	}

	/** By hand: drizzle's own keeps a client for ever whose connection breaks before the transaction has begun. */
	async function once<Result>(work: (tx: Connection) => Promise<Result>): Promise<Result> {
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

	async function transact<Result>(work: (tx: Connection) => Promise<Result>): Promise<Result> {
		for (let attempt = 1; ; attempt++) {
			try {
				return await once(work)
			} catch (error) {
				if (!isConflict(error) || attempt === attempts) throw error
				await pause(Math.random() * 10 * attempt)
			}
		}
	}

	return {
		read: db as unknown as Connection,
		write(work) {
			if (inside.getStore()) throw new Error('write inside write: pass the transaction on instead')
			const turn = queue.then(() => transact(work))
			queue = turn.catch(() => undefined)
			return turn
		},
		migrate: (folder) => migrate(db, { migrationsFolder: folder }),
		async check() {
			await pool.query('select 1')
		},
		async backup() {
			throw new Error('Back up a Postgres database with pg_dump: see docs/operate.md')
		},
		async forget(what) {
			// Plain vacuum would leave the old rows' bytes in place. Each table is locked while it is written anew.
			for (const table of kept[what]) await pool.query(`vacuum full ${table}`)
		},
		async close() {
			await queue
			await pool.end()
		},
	}
}

function isConflict(error: unknown): boolean {
	if (!(error instanceof Error)) return false
	if ('code' in error && conflict.has(String(error.code))) return true
	return isConflict(error.cause)
}
