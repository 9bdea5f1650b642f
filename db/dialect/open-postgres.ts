import { setTimeout as pause } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { Client, Pool, PoolClient } from 'pg'
import { typedWords, type Way } from '../typed-words.ts'
import { type Connection, type Database, voteTables } from './database.ts'
import { openNesting } from './nesting.ts'
import { writeAnew } from './postgres-rewriting.ts'
import { defaultPatience, Lines, type Patience } from './silence.ts'

const attempts = 25
/** From when it was asked for, however many writes wait before it. */
const giveUpMs = 10_000
/** How long a write waits for a lock in its turn; then others have theirs, who may not want that lock. */
const lockMs = 2_000
/** And one that is late: where nothing is locked it still goes through. */
const lateLockMs = 50
/** How long closing waits for writes under way. */
const lastWritesMs = 5_000
/** Every table that words are taken out of, and what could be tried out against what is left of them. */
const wordTables = new Set([
	...Object.entries(typedWords).flatMap(([table, columns]) => (isEverEmptied(columns) ? [inSnakeCase(table)] : [])),
	'writings',
	'ballot_salts',
])

function isEverEmptied(columns: Record<string, Way>) {
	return Object.values(columns).some((way) =>
		typeof way === 'object' ? way.losesNames : way === 'rebuild' || way === 'black-out' || way === 'with-the-person',
	)
}

function inSnakeCase(name: string) {
	return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const conflict = new Set(['40001', '40P01'])
const lockNotAvailable = new Set(['55P03'])

/**
 * Postgres behind the same two doors. Writes are serializable and run again when they conflict, so work may run twice. Within
 * a process they queue up, as on SQLite: every write of a partnership adds the next link to one chain, so side by side they
 * would only undo each other (sixty people casting at once ran out of attempts). What is left to conflict is another
 * process, and who holds a lock: what is tried again for that goes to the end of the queue.
 *
 * Who does not answer is not waited for without end: a statement that does not come back within `patience` throws `Silent`, and
 * whether a commit went through is then as unknown as where its line broke.
 */
export function openPostgres(url: string, patience: Patience = defaultPatience): Database {
	const lines = new Lines(url, patience)
	const db = drizzle(lines as unknown as Pool, { casing: 'snake_case' })
	const nesting = openNesting()
	let queue: Promise<unknown> = Promise.resolve()
	const connections = new WeakMap<PoolClient, { client: InTurn; tx: Connection }>()

	function over(pooled: PoolClient) {
		const known = connections.get(pooled)
		if (known) return known
		const client = new InTurn((...asked) => lines.ask(pooled, ...asked))
		const tx = drizzle(client as unknown as PoolClient, { casing: 'snake_case' }) as unknown as Connection
		connections.set(pooled, { client, tx })
		return { client, tx }
	}

	/** By hand: drizzle's own keeps a client for ever whose connection breaks before the transaction has begun. */
	async function once<Result>(work: (tx: Connection) => Promise<Result>, giveUpAt: number): Promise<Result> {
		const pooled = await lines.connect()
		const { client, tx } = over(pooled)
		let broken: Error | undefined
		try {
			const forLock = Math.ceil(Math.max(lateLockMs, Math.min(lockMs, giveUpAt - performance.now())))
			await client.query(`begin isolation level serializable; set local lock_timeout = ${forLock}`)
			const result = await nesting.within(() => work(tx))
			await client.query('commit')
			return result
		} catch (error) {
			await client.query('rollback').catch((lost: Error) => {
				broken = lost
			})
			throw error
		} finally {
			pooled.release(broken)
		}
	}

	async function transact<Result>(work: (tx: Connection) => Promise<Result>, giveUpAt: number): Promise<Result> {
		for (let attempt = 1; ; attempt++) {
			try {
				return await once(work, giveUpAt)
			} catch (error) {
				if (!hasCode(error, conflict) || attempt === attempts) throw error
				await pause(Math.random() * 10 * attempt)
			}
		}
	}

	return {
		read: db as unknown as Connection,
		async write(work) {
			nesting.refuse()
			const giveUpAt = performance.now() + giveUpMs
			for (;;) {
				const turn = queue.then(() => transact(work, giveUpAt))
				queue = turn.catch(() => undefined)
				try {
					return await turn
				} catch (error) {
					if (!hasCode(error, lockNotAvailable) || performance.now() >= giveUpAt) throw error
				}
			}
		},
		migrate: (folder) => lines.alone((line) => migrate(drizzle(line), { migrationsFolder: folder })),
		async check() {
			await lines.query('select 1')
		},
		async backup() {
			throw new Error('Back up a Postgres database with pg_dump: see docs/operate.md')
		},
		// Only the table that is written anew is locked, and a page of it at most for as long as that takes.
		isRewriting: false,
		async forget(what) {
			await lines.alone(async (line) => {
				// Plain vacuum would leave the old rows' bytes in place. Each table is locked while it is written anew.
				if (what === 'words')
					return await writeAnew(
						line,
						[...wordTables].map((table) => `vacuum (full, verbose) ${table}`),
					)
				// Votes in the order of their keys: rows lie in the order in which people voted otherwise.
				const statements: string[] = []
				for (const table of voteTables)
					statements.push(`cluster verbose ${table} using ${await primaryKeyOf(line, table)}`)
				await writeAnew(line, statements)
			})
		},
		async close() {
			await Promise.race([queue, pause(lastWritesMs, undefined, { ref: false })])
			await lines.close()
		},
	}
}

/**
 * One statement after another, also where a page's query asks for several things at once: within a transaction there is one line
 * to the database, and `pg` will no longer keep them waiting by itself.
 */
class InTurn {
	readonly #ask: (...asked: unknown[]) => Promise<unknown>
	#last: Promise<unknown> = Promise.resolve()

	constructor(ask: (...asked: unknown[]) => Promise<unknown>) {
		this.#ask = ask
	}

	query(...asked: unknown[]): Promise<unknown> {
		const answer = this.#last.then(() => this.#ask(...asked))
		this.#last = answer.catch(() => undefined)
		return answer
	}
}

async function primaryKeyOf(line: Client, table: string): Promise<string> {
	const { rows } = await line.query<{ name: string }>(
		'select indexrelid::regclass::text as name from pg_index where indrelid = $1::regclass and indisprimary',
		[table],
	)
	return rows[0]!.name
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
	if (!(error instanceof Error)) return false
	if ('code' in error && codes.has(String(error.code))) return true
	return hasCode(error.cause, codes)
}
