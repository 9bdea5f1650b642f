// Rewriting a SQLite file keeps a thread busy for seconds: this one has nothing else to do.
import { parentPort, workerData } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'

const connection = new BetterSqlite3(workerData.file, { timeout: 0 })
connection.pragma('secure_delete = ON')
connection.pragma('synchronous = FULL')

const work = {
	rewrite: () => {
		connection.exec('vacuum')
		return true
	},
	/** Cuts the write-ahead log, which holds old copies of pages, to nothing; not while somebody reads them. */
	cutLog: () => connection.pragma('wal_checkpoint(TRUNCATE)')[0]?.busy === 0,
	close: () => {
		connection.close()
		return true
	},
}

parentPort.on('message', (what) => {
	try {
		parentPort.postMessage({ done: work[what]() })
	} catch (error) {
		const isBusy = String(error.code).startsWith('SQLITE_BUSY')
		parentPort.postMessage(isBusy ? { done: false } : { failed: String(error) })
	}
})
