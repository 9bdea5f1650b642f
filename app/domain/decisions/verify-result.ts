import { fingerprint } from '../fingerprint.ts'
import type { Details } from '../record/entry.ts'
import type { Ballot, Decision } from './decision.ts'
import { publishedHash } from './result.ts'

/** What of a closed decision is not as it was recorded when it closed. */
export type Difference = 'not-recorded' | 'result-changed' | 'ballots-changed'

/**
 * Compares what is stored of a closed decision with the details of its `decision-closed` entry (null: there is none). The
 * record is chained, so whoever changes a result or a ballot afterwards would have to change every later entry too.
 */
export function verifyResult(
	decision: Decision,
	ballots: readonly Pick<Ballot, 'voiceId' | 'answer'>[],
	recorded: Details | null,
): Difference[] {
	if (!recorded || !decision.result) return ['not-recorded']
	const withVoices = ballots.some(({ voiceId }) => voiceId !== '')
	const differences: Difference[] = []
	if (fingerprint(decision.result) !== recorded.result) differences.push('result-changed')
	if (publishedHash(decision, ballots, { withVoices }) !== recorded.ballotsHash) differences.push('ballots-changed')
	return differences
}
