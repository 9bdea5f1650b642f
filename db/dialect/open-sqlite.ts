import { AsyncLocalStorage } from 'node:async_hooks'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { type Connection, type Database, voteTables } from './database.ts'

const busyRetryMs = 5
const busyGiveUpMs = 10_000

/**
 * SQLite in WAL mode behind two doors. Writes queue up in this process; another process that holds the lock is waited
 * for without blocking the event loop (the driver's own busy time-out would freeze it), so `timeout` is 0.
 */
export function openSqlite(file: string): Database {
	const writer = new BetterSqlite3(file, { timeout: 0 })
	// A second process may be opening the same file: switching to WAL needs the lock for a moment.
	retryNow(() => writer.pragma('journal_mode = WAL'))
	writer.pragma('foreign_keys = ON')
	writer.pragma('synchronous = FULL')
	// Secret ballots and erased words must not stay behind on free pages.
	writer.pragma('secure_delete = ON')
	writer.pragma('temp_store = MEMORY')
	// A process killed between a deletion and `forget` left old pages in its log.
	checkpoint(writer)
	const reader = new BetterSqlite3(file, { timeout: 0, readonly: true })

	const write = drizzle(writer, { casing: 'snake_case' }) as unknown as Connection
	const read = drizzle(reader, { casing: 'snake_case' }) as unknown as Connection
	const inside = new AsyncLocalStorage<true>()
	const begin = writer.prepare('begin immediate')
	const commit = writer.prepare('commit')
	let queue: Promise<unknown> = Promise.resolve()

	async function transact<Result>(work: (tx: Connection) => Promise<Result>): Promise<Result> {
		await beginImmediate(begin)
		try {
			const result = await inside.run(true, () => work(write))
			commit.run()
			return result
		} catch (error) {
			if (writer.inTransaction) writer.exec('rollback')
			throw error
		}
	}

	function inTurn<Result>(work: () => Result | Promise<Result>): Promise<Result> {
		const turn = queue.then(work)
		queue = turn.catch(() => undefined)
		return turn
	}

	return {
		read,
		write(work) {
			if (inside.getStore()) throw new Error('write inside write: pass the transaction on instead')
			return inTurn(() => transact(work))
		},
		async migrate(folder) {
			migrate(drizzle(writer), { migrationsFolder: folder })
		},
		async check() {
			reader.prepare('select 1').get()
		},
		async backup(to) {
			await reader.backup(to)
		},
		async forget(what) {
			const giveUpAt = Date.now() + busyGiveUpMs
			// Overwriting what is deleted leaves old copies in the gaps of pages whose rows were moved together.
			const rewrite = what === 'words' ? vacuum : rewriteVotes
			while (!(await inTurn(() => rewrite(writer)))) {
				if (Date.now() > giveUpAt) throw new Error('The database could not be rewritten: something keeps writing in it')
				await new Promise((resolve) => setTimeout(resolve, busyRetryMs))
			}
			// A backup or another process may be reading old pages: writes go on while we wait for it.
			while (!(await inTurn(() => checkpoint(writer)))) {
				if (Date.now() > giveUpAt)
					throw new Error('The write-ahead log could not be emptied: something keeps reading it')
				await new Promise((resolve) => setTimeout(resolve, busyRetryMs))
			}
		},
		async close() {
			await queue
			reader.close()
			writer.close()
		},
	}
}

async function beginImmediate(begin: BetterSqlite3.Statement) {
	const giveUpAt = Date.now() + busyGiveUpMs
	for (;;) {
		try {
			begin.run()
			return
		} catch (error) {
			if (!isBusy(error) || Date.now() > giveUpAt) throw error
			await new Promise((resolve) => setTimeout(resolve, busyRetryMs))
		}
	}
}

/** Cuts the write-ahead log, which holds old copies of pages, to nothing; false while somebody reads them. */
function checkpoint(connection: BetterSqlite3.Database): boolean {
	try {
		const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
		return log?.busy === 0
	} catch (error) {
		if (!isBusy(error)) throw error
		return false
	}
}

/** False while another process writes. */
function vacuum(connection: BetterSqlite3.Database): boolean {
	return unlessBusy(() => connection.exec('vacuum'))
}

/**
 * The same for the tables of votes alone: every row is taken out and put back in the order of its keys. Emptying a whole table
 * overwrites all its pages, which it does only while no foreign key is watched. False while another process writes.
 */
function rewriteVotes(connection: BetterSqlite3.Database): boolean {
	connection.pragma('foreign_keys = OFF')
	try {
		return unlessBusy(() => connection.transaction(() => voteTables.forEach(rewriteTable)).immediate())
	} finally {
		connection.pragma('foreign_keys = ON')
	}

	function rewriteTable(table: string) {
		connection.exec(`create temp table kept_rows as select * from ${table}`)
		connection.exec(`delete from ${table}`)
		connection.exec(`insert into ${table} select * from kept_rows order by 1, 2, 3`)
		connection.exec('drop table kept_rows')
	}
}

function unlessBusy(work: () => unknown): boolean {
	try {
		work()
		return true
	} catch (error) {
		if (!isBusy(error)) throw error
		return false
	}
}

function retryNow(work: () => unknown) {
	const giveUpAt = Date.now() + busyGiveUpMs
	for (;;) {
		try {
			return work()
		} catch (error) {
			if (!isBusy(error) || Date.now() > giveUpAt) throw error
		}
	}
}

function isBusy(error: unknown) {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
