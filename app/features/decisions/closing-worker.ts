import { once } from 'node:events'
import { constants, getPriority, setPriority } from 'node:os'
import { openDatabase } from '../../../db/database.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'

export interface ToWorker {
	where: { url?: string | undefined; dataDir: string }
	now: Date
}

/** How far the count of one decision is, or why nothing more comes: with what kept single decisions from being closed. */
export type FromWorker = { decisionId: string; runs: number } | { failed: string; because: string[] | null }

const saysOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const tell = (what: FromWorker) => new Promise((resolve) => process.send?.(what, resolve))

// Who asked has been told to stop, or is no more: a vote half closed is closed from the same ballots by whoever is next.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

// Not by all there is: a count would then wait for ever on a machine that is busy with other things. Where it gives way
// further already it is left alone: going back up is refused to all but root.
const givesWay = constants.priority.PRIORITY_BELOW_NORMAL
if (getPriority() < givesWay) setPriority(givesWay)

const [{ where, now }] = (await once(process, 'message')) as [ToWorker]
try {
	const db = await openDatabase(where)
	try {
		await closeDueDecisions(db, now, (file, decisionId) =>
			countOpenBallots(file, (runs) => void tell({ decisionId, runs })),
		)
	} finally {
		await db.close()
	}
} catch (error) {
	// Between processes an error is no more than its words.
	const because = error instanceof AggregateError ? error.errors.map(saysOf) : null
	await tell({ failed: saysOf(error), because })
	process.exitCode = 1
}
process.disconnect()
