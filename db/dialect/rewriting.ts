import { once } from 'node:events'
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

/** A second connection to a SQLite file, in a thread of its own, so that the event loop goes on. */
export function openRewriting(file: string): Rewriting {
	const worker = new Worker(new URL('./rewrite-worker.mjs', import.meta.url), { workerData: { file, voteTables } })
	async function ask(what: 'rewriteAll' | 'rewriteVotes' | 'cutLog' | 'close'): Promise<boolean> {
		const answered = once(worker, 'message') as Promise<[{ done: boolean } | { failed: string }]>
		worker.postMessage(what)
		const [answer] = await answered
		if ('failed' in answer) throw new Error(answer.failed)
		return answer.done
	}
	return {
		rewriteAll: () => ask('rewriteAll'),
		rewriteVotes: () => ask('rewriteVotes'),
		cutLog: () => ask('cutLog'),
		async close() {
			await ask('close').finally(() => worker.terminate())
		},
	}
}
