import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../../db/database.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'

export interface ToWorker {
	where: { url?: string | undefined; dataDir: string }
	now: Date
}

/** How far the count of one decision is. */
export interface FromWorker {
	decisionId: string
	runs: number
}

const { where, now } = workerData as ToWorker
const db = await openDatabase(where)
try {
	await closeDueDecisions(db, now, (file, decisionId) =>
		countOpenBallots(file, (runs) => parentPort?.postMessage({ decisionId, runs } satisfies FromWorker)),
	)
} finally {
	await db.close()
}
