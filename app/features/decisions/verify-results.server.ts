import type { Connection } from '../../../db/database.ts'
import { listBallots } from '../../../db/queries/ballots.ts'
import { listClosedDecisions } from '../../../db/queries/decisions.ts'
import { listElectors } from '../../../db/queries/electors.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Place } from '../../domain/access/membership.ts'
import { type Difference, verifyResult, verifySeal } from '../../domain/decisions/verify-result.ts'
import type { Details, Entry } from '../../domain/record/entry.ts'

export interface VerifiedResults {
	checked: number
	different: { reference: string; differences: Difference[] }[]
}

/**
 * Every closed decision of a partnership: are words, roll and lot still what was sealed when it opened, and result and
 * ballots what was recorded when it closed?
 */
export async function verifyResults(db: Connection, here: Place): Promise<VerifiedResults> {
	const closed = await listClosedDecisions(db, here)
	const different: VerifiedResults['different'] = []
	for (const decision of closed) {
		const [ballots, electorate, version, entries] = await Promise.all([
			listBallots(db, decision.id),
			listElectors(db, decision.id),
			findVersion(db, here, decision.versionId),
			listEntriesAbout(db, here, decision.id),
		])
		const opened = entries.find(({ kind }) => kind === 'decision-opened')?.details ?? null
		const sealed = { versionFingerprint: version?.fingerprint ?? '', electorate }
		const differences = [
			...verifySeal(decision, sealed, opened),
			...verifyResult(decision, ballots, recordedOf(entries)),
		]
		if (differences.length > 0) different.push({ reference: decision.reference, differences })
	}
	return { checked: closed.length, different }
}

function recordedOf(entries: readonly Entry[]): Details | null {
	// A casting vote changes the result after the close; its entry says the whole of it again.
	const closed = entries.findLast(({ kind }) => kind === 'decision-closed' || kind === 'casting-vote-given')
	const removed = entries.findLast(({ kind }) => kind === 'words-removed')
	return closed ? { ...closed.details, ...(removed && { names: removed.details.names ?? null }) } : null
}
