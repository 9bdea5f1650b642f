// Rewriting a SQLite file keeps a thread busy for seconds: this one has nothing else to do.
import { parentPort, workerData } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'

const connection = new BetterSqlite3(workerData.file, { timeout: 0 })
connection.pragma('secure_delete = ON')
connection.pragma('synchronous = FULL')
connection.pragma('temp_store = MEMORY')

const work = {
	rewriteAll: () => {
		// A file that was made without it has it from here on: pages that are free can be given back to the disk.
		connection.pragma('auto_vacuum = INCREMENTAL')
		connection.exec('vacuum')
		return true
	},
	/** Emptying a whole table overwrites all its pages, which it does only while no foreign key is watched. */
	rewriteVotes: () => {
		connection.pragma('foreign_keys = OFF')
		connection.transaction(() => workerData.voteTables.forEach(rewriteTable)).immediate()
		return true
	},
	/** Cuts the write-ahead log, which holds old copies of pages, to nothing; not while somebody reads them. */
	cutLog: () => connection.pragma('wal_checkpoint(TRUNCATE)')[0]?.busy === 0,
}

function rewriteTable(table) {
	connection.exec(`create temp table kept_rows as select * from ${table}`)
	connection.exec(`delete from ${table}`)
	connection.exec(`insert into ${table} select * from kept_rows order by 1, 2, 3`)
	connection.exec('drop table kept_rows')
}

parentPort.on('message', (what) => {
	try {
		parentPort.postMessage({ done: work[what]() })
	} catch (error) {
		const isBusy = String(error.code).startsWith('SQLITE_BUSY')
		parentPort.postMessage(isBusy ? { done: false } : { failed: String(error) })
	}
})
