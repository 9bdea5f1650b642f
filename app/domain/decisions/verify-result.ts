import { canonicalJson } from '../canonical-json.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Details } from '../record/entry.ts'
import { type Ballot, type Decision, isOutcomeOnly } from './decision.ts'
import { publishedHash, sealedHash } from './result.ts'

/** What of a closed decision is not as it was recorded when it closed. */
export type Difference = 'not-recorded' | 'result-changed' | 'ballots-changed' | 'names-changed'

type Stored = Pick<Ballot, 'voiceId' | 'memberId' | 'answer' | 'reason'> & { receiptHash: string }

/**
 * Compares what is stored of a closed decision with the details of its `decision-closed` entry (null: there is none), with
 * the hash of names that a later removal of words put on the record in the place of its own. The
 * record is chained, so whoever changes a result or a ballot afterwards would have to change every later entry too.
 */
export function verifyResult(decision: Decision, ballots: readonly Stored[], recorded: Details | null): Difference[] {
	if (!recorded || !decision.result) return ['not-recorded']
	const withVoices = ballots.some(({ voiceId }) => voiceId !== '')
	const hash = isOutcomeOnly(decision.result) ? sealedHash(ballots) : publishedHash(decision, ballots, { withVoices })
	const differences: Difference[] = []
	if (fingerprint(decision.result) !== recorded.result) differences.push('result-changed')
	if (hash !== recorded.ballotsHash) differences.push('ballots-changed')
	if (recorded.names !== undefined && namesHash(ballots) !== recorded.names) differences.push('names-changed')
	return differences
}

/**
 * Who said what in a named vote, and why. The ballots' own hash knows no names, so that anybody can make it from the
 * published file; without this one, two people's answers could be exchanged unseen.
 */
export function namesHash(ballots: readonly Pick<Ballot, 'memberId' | 'answer' | 'reason'>[]): string {
	return fingerprint(ballots.map(({ memberId, answer, reason }) => canonicalJson({ memberId, answer, reason })).sort())
}
