import { Worker } from 'node:worker_threads'
import { voteTables } from './database.ts'

export interface Rewriting {
	/** The whole file anew, without what pages keep of what was deleted. False while somebody else writes. */
	rewriteAll(): Promise<boolean>
	/** The same for the tables of votes alone, their rows in the order of their keys. */
	rewriteVotes(): Promise<boolean>
	/** The write-ahead log cut to nothing. False while somebody reads in it. */
	cutLog(): Promise<boolean>
	close(): Promise<void>
}

type Asked = 'rewriteAll' | 'rewriteVotes' | 'cutLog'
type Answer = { done: boolean } | { failed: string }

/**
 * A second connection to a SQLite file, in a thread of its own, so that the event loop goes on. A thread that fails or ends
 * refuses what it is asked, then and later: whoever waits is told, and nobody waits for ever.
 */
export function openRewriting(file: string): Rewriting {
	const worker = new Worker(new URL('./rewrite-worker.mjs', import.meta.url), { workerData: { file, voteTables } })
	let ended: Error | null = null
	let waiting: Waiting | null = null

	const end = (why: Error) => {
		ended ??= why
		waiting?.reject(ended)
		waiting = null
	}
	worker.on('error', end)
	worker.on('exit', () => end(new Error('the thread that rewrites the database has ended')))
	worker.on('message', (answer: Answer) => {
		if ('failed' in answer) waiting?.reject(new Error(answer.failed))
		else waiting?.resolve(answer.done)
		waiting = null
	})

	function ask(what: Asked): Promise<boolean> {
		return new Promise((resolve, reject) => {
			if (ended) return reject(ended)
			waiting = { resolve, reject }
			worker.postMessage(what)
		})
	}

	return {
		rewriteAll: () => ask('rewriteAll'),
		rewriteVotes: () => ask('rewriteVotes'),
		cutLog: () => ask('cutLog'),
		async close() {
			await worker.terminate()
		},
	}
}

interface Waiting {
	resolve(done: boolean): void
	reject(error: Error): void
}
