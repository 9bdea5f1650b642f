import type { Connection } from '../../../db/database.ts'
import { listBallots } from '../../../db/queries/ballots.ts'
import { listClosedDecisions } from '../../../db/queries/decisions.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import type { Place } from '../../domain/access/membership.ts'
import { type Difference, verifyResult } from '../../domain/decisions/verify-result.ts'
import type { Details, Entry } from '../../domain/record/entry.ts'

export interface VerifiedResults {
	checked: number
	different: { reference: string; differences: Difference[] }[]
}

/** Every closed decision of a partnership: are result and ballots still what was recorded when it closed? */
export async function verifyResults(db: Connection, here: Place): Promise<VerifiedResults> {
	const closed = await listClosedDecisions(db, here)
	const different: VerifiedResults['different'] = []
	for (const decision of closed) {
		const [ballots, entries] = await Promise.all([
			listBallots(db, decision.id),
			listEntriesAbout(db, here, decision.id),
		])
		const differences = verifyResult(decision, ballots, recordedOf(entries))
		if (differences.length > 0) different.push({ reference: decision.reference, differences })
	}
	return { checked: closed.length, different }
}

function recordedOf(entries: readonly Entry[]): Details | null {
	const closed = entries.find(({ kind }) => kind === 'decision-closed')
	const removed = entries.findLast(({ kind }) => kind === 'words-removed')
	return closed ? { ...closed.details, ...(removed && { names: removed.details.names ?? null }) } : null
}
