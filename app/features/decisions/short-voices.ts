import { isOutcomeOnly } from '../../domain/decisions/decision.ts'
import { listWords } from './option-names.ts'
import type { Told } from './told.ts'

/** Ids of the voices of whom too few took part, for the quorum or in a lock; empty where that is not known. */
export function shortVoices({ rules, result }: Pick<Told, 'rules' | 'result'>): string[] {
	if (!result) return []
	if (isOutcomeOnly(result)) return [...(result.shortVoices ?? [])]
	const asked = ('voiceQuorum' in rules && rules.voiceQuorum) || []
	const turnout = ('voiceTurnout' in result && result.voiceTurnout) || []
	const tookPart = new Map(turnout.map((voice) => [voice.voiceId, voice.tookPart]))
	const short = asked.flatMap(({ voiceId, quorum }) => ((tookPart.get(voiceId) ?? 0) < quorum ? [voiceId] : []))
	const locked = (result.lock ?? []).flatMap(({ voiceId, outcome }) =>
		outcome === 'no-quorum' || outcome === 'nobody-voted' ? [voiceId] : [],
	)
	return [...new Set([...short, ...locked])]
}

/** "the Citizens and the Providers"; "a voice" where their names are not at hand. */
export function voicesWords(ids: readonly string[], voiceNames: Readonly<Record<string, string>> = {}): string {
	const names = ids.flatMap((id) => (Object.hasOwn(voiceNames, id) ? [`the ${voiceNames[id]}`] : []))
	return names.length > 0 ? listWords(names) : 'a voice that is asked for'
}
