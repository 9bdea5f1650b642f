import type { DecisionKind, OutcomeOnly, Rules } from '../../domain/decisions/decision.ts'
import type { RuleNames } from './motion-words.ts'
import { shortVoices, voicesWords } from './short-voices.ts'
import type { Told } from './told.ts'

/** Said on the result of a secret vote with very few ballots, on its page of files and in its minute. */
export const tooFewToShow =
	'Fewer than five people voted, and the vote is secret. Any number here could show how one of them voted, so only the outcome is shown. Whoever knows those who voted, or is one of them, may still guess from it how the others voted.'

export const nothingToRecount =
	'The ballots are not handed out, for the same reason, so nobody outside can count them again. Their fingerprint, a code made from what is stored, is in the record, so that a change would be found.'

/** Objections stop it, however many: that there is one follows from the outcome. */
export function consentOutcomeOnly(kind: DecisionKind, { outcome }: OutcomeOnly): string | null {
	const isViews = kind === 'show-of-views'
	if (outcome === 'agreed') return isViews ? 'Nobody objects.' : 'Agreed: nobody objects.'
	if (outcome === 'not-agreed') return isViews ? 'At least one person objects.' : null
	return null
}

export function outcomeOnlyWhy(result: OutcomeOnly, rules: Rules, voiceNames?: RuleNames['voiceNames']): string[] {
	return [...(result.outcome === 'no-quorum' ? shortWords(result, rules, voiceNames) : []), tooFewToShow]
}

/** Each number that had to take part and did not. Of a voice it is said that fewer did, and not how many. */
function shortWords(result: OutcomeOnly, rules: Rules, voiceNames?: RuleNames['voiceNames']): string[] {
	const asked = ('voiceQuorum' in rules && rules.voiceQuorum) || []
	const hasLock = 'voiceLock' in rules && Boolean(rules.voiceLock?.length)
	const short = shortVoices({ rules, result } as Pick<Told, 'rules' | 'result'>)
	const all =
		result.voted < rules.quorum
			? [`At least ${rules.quorum} had to take part and ${result.voted} did, so nothing is settled.`]
			: []
	const ofVoices = asked.flatMap(({ voiceId, quorum }) =>
		short.includes(voiceId)
			? [
					`At least ${quorum} of ${voicesWords([voiceId], voiceNames)} had to take part and fewer did, so nothing is settled.`,
				]
			: [],
	)
	const said = [...all, ...ofVoices]
	// Nothing else is left that can have stopped it; which of several voices it was is not kept.
	if (said.length === 0 && hasLock && (asked.length === 0 || result.shortVoices))
		return ['Too few of a voice that is asked by itself took part, so nothing is settled.']
	return said
}
