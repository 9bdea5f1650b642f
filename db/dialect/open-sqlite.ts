import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Connection, Database } from './database.ts'
import { openGivingBack } from './giving-back.ts'
import { openNesting } from './nesting.ts'
import { openRewriting } from './rewriting.ts'

const busyRetryMs = 5
const busyGiveUpMs = 10_000

/**
 * SQLite in WAL mode behind two doors. Writes queue up in this process; another process that holds the lock is waited
 * for without blocking the event loop (the driver's own busy time-out would freeze it), so `timeout` is 0. A write gives up `waitMs`
 * after it was asked for, however many wait before it: else each of them would wait as long again.
 */
export function openSqlite(file: string, waitMs = busyGiveUpMs): Database {
	const writer = new BetterSqlite3(file, { timeout: 0 })
	// Counts for a new file only, and must come first: pages that are free can be given back to the disk.
	retryNow(() => writer.pragma('auto_vacuum = INCREMENTAL'))
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
	const nesting = openNesting()
	const begin = writer.prepare('begin immediate')
	const commit = writer.prepare('commit')
	let queue: Promise<unknown> = Promise.resolve()
	let rewrites = 0

	async function transact<Result>(work: (tx: Connection) => Promise<Result>, giveUpAt: number): Promise<Result> {
		await beginImmediate(begin, giveUpAt)
		try {
			const result = await nesting.within(() => work(write))
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

	const givingBack = openGivingBack(writer, inTurn)
	// What a process that was killed had still to give back.
	givingBack.wrote()

	/** From when it waits for its turn: what is asked for from then on would come after it. */
	async function rewritingInTurn(work: () => Promise<boolean>): Promise<boolean> {
		rewrites++
		try {
			return await inTurn(work)
		} finally {
			rewrites--
		}
	}

	return {
		read,
		write(work) {
			nesting.refuse()
			givingBack.wrote()
			const giveUpAt = performance.now() + waitMs
			return inTurn(() => transact(work, giveUpAt))
		},
		async migrate(folder) {
			migrate(drizzle(writer), { migrationsFolder: folder })
		},
		async check() {
			reader.prepare('select 1').get()
		},
		async backup(to) {
			// In one step: SQLite begins again whenever somebody has written between two.
			await reader.backup(to, { progress: ({ totalPages }) => Math.max(1, totalPages) })
		},
		get isRewriting() {
			return rewrites > 0
		},
		async forget(what) {
			const apart = openRewriting(file)
			const untilDone = async (work: () => Promise<boolean>, otherwise: string) => {
				const giveUpAt = performance.now() + busyGiveUpMs
				while (!(await rewritingInTurn(work))) {
					if (performance.now() > giveUpAt) throw new Error(otherwise)
					await new Promise((resolve) => setTimeout(resolve, busyRetryMs))
				}
			}
			try {
				// Overwriting what is deleted leaves old copies in the gaps of pages whose rows were moved together.
				const rewrite = what === 'words' ? apart.rewriteAll : apart.rewriteVotes
				await untilDone(rewrite, 'The database could not be rewritten: something keeps writing in it')
				// A backup or another process may be reading old pages: writes go on while we wait for it.
				await untilDone(apart.cutLog, 'The write-ahead log could not be emptied: something keeps reading it')
			} finally {
				await apart.close()
				givingBack.wrote()
			}
		},
		async close() {
			await queue
			givingBack.end()
			reader.close()
			writer.close()
		},
	}
}

async function beginImmediate(begin: BetterSqlite3.Statement, giveUpAt: number) {
	for (;;) {
		try {
			begin.run()
			return
		} catch (error) {
			if (!isBusy(error) || performance.now() > giveUpAt) throw error
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

function retryNow(work: () => unknown) {
	const giveUpAt = performance.now() + busyGiveUpMs
	for (;;) {
		try {
			return work()
		} catch (error) {
			if (!isBusy(error) || performance.now() > giveUpAt) throw error
		}
	}
}

function isBusy(error: unknown) {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
