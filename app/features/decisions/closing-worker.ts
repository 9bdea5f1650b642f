import { existsSync, readlinkSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { basename } from 'node:path'
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

/** In steps of 20. At 19 the count would wait for ever on a machine that is busy with other things. */
const giveWayBy = 10

/**
 * On Linux every thread has a priority of its own, and whoever asks here gets theirs. Elsewhere only the whole process has
 * one. One that gives way further already is left alone: going back up is refused to all but root.
 */
function giveWay() {
	const self = '/proc/thread-self'
	if (!existsSync(self)) return
	const thread = Number(basename(readlinkSync(self)))
	if (getPriority(thread) < giveWayBy) setPriority(thread, giveWayBy)
}

giveWay()
const { where, now } = workerData as ToWorker
const db = await openDatabase(where)
try {
	await closeDueDecisions(db, now, (file, decisionId) =>
		countOpenBallots(file, (runs) => parentPort?.postMessage({ decisionId, runs } satisfies FromWorker)),
	)
} finally {
	await db.close()
}
