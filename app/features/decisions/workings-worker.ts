import { once } from 'node:events'
import { constants, getPriority, setPriority } from 'node:os'
import { openDatabase } from '../../../db/database.ts'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { place } from '../../domain/access/membership.ts'
import { isChoosing } from '../../domain/decisions/decision.ts'
import { type Worked, workOut } from '../../domain/decisions/worked.ts'

export interface ToWorker {
	where: { url?: string | undefined; dataDir: string }
	partnershipId: string
	decisionId: string
	what: keyof Worked
}

/** What was worked out, or why it could not be. */
export type FromWorker = { worked: Worked[keyof Worked] } | { failed: string }

// Whoever asked is no more.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

// Pages come first. Where it gives way further already it is left alone: going back up is refused to all but root.
const givesWay = constants.priority.PRIORITY_BELOW_NORMAL
if (getPriority() < givesWay) setPriority(givesWay)

const [asked] = (await once(process, 'message')) as [ToWorker]
const told = await answer(asked).catch((error: unknown): FromWorker => {
	// Between processes an error is no more than its words.
	return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
})
await new Promise((resolve) => process.send?.(told, resolve))
process.disconnect()

async function answer({ where, partnershipId, decisionId, what }: ToWorker): Promise<FromWorker> {
	const db = await openDatabase(where)
	try {
		const decision = await findDecision(db.read, place(partnershipId), decisionId)
		if (!decision || !isChoosing(decision)) throw new Error(`there is no vote ${decisionId} among options`)
		return { worked: workOut[what](decision, await listBallots(db.read, decisionId)) }
	} finally {
		await db.close()
	}
}
