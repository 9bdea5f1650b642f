import type { DecisionKind, OutcomeOnly } from '../../domain/decisions/decision.ts'

/** Said on the result of a secret vote with very few ballots, on its page of files and in its minute. */
export const tooFewToShow =
	'Fewer than five people voted, and the vote is secret. Any number here could show how one of them voted, so only the outcome is shown.'

export const nothingToRecount =
	'The ballots are not handed out, for the same reason, so nobody outside can count them again. What is stored of them has a fingerprint in the record, so that a change would be found.'

/** Objections stop it, however many: that there is one follows from the outcome. */
export function consentOutcomeOnly(kind: DecisionKind, { outcome }: OutcomeOnly): string | null {
	const isViews = kind === 'show-of-views'
	if (outcome === 'agreed') return isViews ? 'Nobody objects.' : 'Agreed: nobody objects.'
	if (outcome === 'not-agreed') return isViews ? 'At least one person objects.' : null
	return null
}

export function outcomeOnlyWhy({ outcome, voted }: OutcomeOnly, quorum: number): string[] {
	return [
		...(outcome === 'no-quorum' && voted < quorum
			? [`At least ${quorum} had to take part and ${voted} did, so nothing is settled.`]
			: []),
		tooFewToShow,
	]
}
