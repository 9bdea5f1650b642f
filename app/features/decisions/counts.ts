import { Worker } from 'node:worker_threads'
import {
	type CountableBallots,
	countOpenBallots,
	type PublishedCount,
} from '../../domain/decisions/methods/count-open-ballots.ts'
import type { FromWorker } from './count-worker.ts'

/** Different ballots up to which counting is quicker than waking a worker up (measured: tens of milliseconds). */
const fewEnough = 200

/** Counts ballots without holding up the pages, and knows how far each count is. */
export class Counts {
	readonly #runs = new Map<string, number>()

	/** `decisionId` is whose ballots these are, for `runsOf`. Rejects when the ballots cannot be counted. */
	readonly count = async (file: CountableBallots, decisionId: string): Promise<PublishedCount> => {
		if (file.ballots.length <= fewEnough) return countOpenBallots(file)
		this.#runs.set(decisionId, 0)
		try {
			return await this.#inWorker(file, decisionId)
		} finally {
			this.#runs.delete(decisionId)
		}
	}

	/** How often a count under way here has gone through the ballots; null when there is none. */
	runsOf(decisionId: string): number | null {
		return this.#runs.get(decisionId) ?? null
	}

	#inWorker(file: CountableBallots, decisionId: string): Promise<PublishedCount> {
		const worker = new Worker(new URL('./count-worker.mjs', import.meta.url), { workerData: file })
		return new Promise<PublishedCount>((resolve, reject) => {
			worker.on('message', (said: FromWorker) => {
				if ('runs' in said) this.#runs.set(decisionId, said.runs)
				else resolve(said.count)
			})
			worker.on('error', reject)
			worker.on('exit', () => reject(new Error(`the count of ${decisionId} ended without a result`)))
		}).finally(() => worker.terminate())
	}
}
