import type { Connection } from '../../../db/database.ts'
import { findBallotSalt, listBallots } from '../../../db/queries/ballots.ts'
import { findMinute, findMinuteAsStored } from '../../../db/queries/board-decisions.ts'
import { listClosedDecisions } from '../../../db/queries/decisions.ts'
import { listElectors } from '../../../db/queries/electors.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Place } from '../../domain/access/membership.ts'
import { verifyMinute } from '../../domain/decisions/board/verify-minute.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { type Difference, recordedOf, verifyResult, verifySeal } from '../../domain/decisions/verify-result.ts'

export interface VerifiedResults {
	checked: number
	different: { reference: string; differences: Difference[] }[]
}

/**
 * Every closed decision of a partnership: are words, roll and lot still what was sealed when it opened, and result and
 * ballots what was recorded when it closed? Of a board's: is its minute what was sealed?
 */
export async function verifyResults(db: Connection, here: Place): Promise<VerifiedResults> {
	const closed = await listClosedDecisions(db, here)
	const different: VerifiedResults['different'] = []
	for (const decision of closed) {
		const differences = await (decision.kind === 'board-decision' ? ofMinute : ofVote)(db, here, decision)
		if (differences.length > 0) different.push({ reference: decision.reference, differences })
	}
	return { checked: closed.length, different }
}

async function ofVote(db: Connection, here: Place, decision: Decision): Promise<Difference[]> {
	const [ballots, salt, electorate, version, entries] = await Promise.all([
		listBallots(db, decision.id),
		findBallotSalt(db, decision.id),
		listElectors(db, decision.id),
		findVersion(db, here, decision.versionId),
		listEntriesAbout(db, here, decision.id),
	])
	const opened = entries.find(({ kind }) => kind === 'decision-opened')?.details ?? null
	const sealed = { versionFingerprint: version?.fingerprint ?? '', electorate }
	return [...verifySeal(decision, sealed, opened), ...verifyResult(decision, { ballots, salt }, recordedOf(entries))]
}

async function ofMinute(db: Connection, here: Place, decision: Decision): Promise<Difference[]> {
	const [stored, row, version, entries] = await Promise.all([
		findMinuteAsStored(db, decision.id),
		findMinute(db, decision.id),
		findVersion(db, here, decision.versionId),
		listEntriesAbout(db, here, decision.id),
	])
	if (!stored || !row) return ['not-recorded']
	return verifyMinute(decision, { stored, read: row.minute, versionFingerprint: version?.fingerprint ?? '' }, entries)
}
