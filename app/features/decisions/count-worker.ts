import { parentPort, workerData } from 'node:worker_threads'
import {
	type CountableBallots,
	countOpenBallots,
	type PublishedCount,
} from '../../domain/decisions/methods/count-open-ballots.ts'

export type FromWorker = { runs: number } | { count: PublishedCount }

/** A thread of its own for one long count: told the ballots, it tells how far it is and then the result. */
const tell = (said: FromWorker) => parentPort?.postMessage(said)
tell({ count: countOpenBallots(workerData as CountableBallots, (runs) => tell({ runs })) })
