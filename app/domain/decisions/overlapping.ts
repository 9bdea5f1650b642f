import type { Elector, VoiceResult } from './decision.ts'
import { fewestShown } from './small-numbers.ts'

/** An earlier secret vote about the same words, with what it showed. */
export interface EarlierVote {
	electors: readonly Elector[]
	byVoice: readonly VoiceResult[]
}

/**
 * Voices to hide because an earlier vote showed theirs and almost the same people are asked again: with one or a few
 * people joined or gone, the difference between the two counts would be their answers (product.md, rule 10). Nobody changed,
 * or five or more, gives nobody away.
 */
export function overlapping(electors: readonly Elector[], earlier: readonly EarlierVote[]): ReadonlySet<string> {
	const hidden = new Set<string>()
	for (const vote of earlier)
		for (const { voiceId, tally } of vote.byVoice) {
			if (!tally) continue
			const changed = difference(peopleOf(voiceId, electors), peopleOf(voiceId, vote.electors))
			if (changed > 0 && changed < fewestShown) hidden.add(voiceId)
		}
	return hidden
}

function peopleOf(voiceId: string, electors: readonly Elector[]) {
	return new Set(electors.filter((elector) => elector.voiceId === voiceId).map(({ memberId }) => memberId))
}

function difference(now: ReadonlySet<string>, before: ReadonlySet<string>) {
	const came = [...now].filter((person) => !before.has(person)).length
	const went = [...before].filter((person) => !now.has(person)).length
	return came + went
}
