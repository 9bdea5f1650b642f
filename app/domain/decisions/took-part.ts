import { isOutcomeOnly, type Result } from './decision.ts'

/** As for the quorum: a paper nobody could read takes no part. */
export function tookPart(result: Result): number {
	if (isOutcomeOnly(result)) return result.voted
	if ('tally' in result) return result.tally.for + result.tally.against + result.tally.abstain
	if ('counts' in result) return result.counts.agree + result.counts.concern + result.counts.object
	const { counted, blank } = result.count.ballots
	return counted + blank
}
