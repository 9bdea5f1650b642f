import type { Connection } from '../../../db/database.ts'
import { listBallots } from '../../../db/queries/ballots.ts'
import { listClosedDecisions } from '../../../db/queries/decisions.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import type { Place } from '../../domain/access/membership.ts'
import { type Difference, verifyResult } from '../../domain/decisions/verify-result.ts'

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
		// A casting vote changes the result after the close; its entry says the whole of it again.
		const entry = entries.findLast(({ kind }) => kind === 'decision-closed' || kind === 'casting-vote-given')
		const differences = verifyResult(decision, ballots, entry?.details ?? null)
		if (differences.length > 0) different.push({ reference: decision.reference, differences })
	}
	return { checked: closed.length, different }
}
