import { canonicalJson } from '../../canonical-json.ts'
import { judgeMinute, type Problem } from './judge-minute.ts'
import { judgeRules } from './judge-rules.ts'
import type { Minute } from './minute.ts'

/** A minute as it stands. `corrections` is how often it has been corrected. */
export interface Minuted {
	minute: Minute
	corrections: number
	approvedAt: Date | null
}

export type CorrectRefusal = 'approved' | 'corrected-meanwhile' | 'reason-missing' | 'nothing-changed'
export type Correcting =
	| { refused: CorrectRefusal }
	| { refused: 'not-so'; problems: Problem[] }
	| { minute: Minute; number: number }

/**
 * May this stand instead? Until it is approved, and only with a reason. `base` is the number of corrections its writer
 * had seen: a correction made meanwhile is never undone by not knowing of it. `names` as `judgeMinute` has them. Rules that were
 * written down wrongly may be corrected too, to rules that can be.
 */
export function correct(
	standing: Minuted,
	{ minute, reason, base }: { minute: Minute; reason: string; base: number },
	now: Date,
	names?: ReadonlyMap<string, string>,
): Correcting {
	if (standing.approvedAt) return { refused: 'approved' }
	if (base !== standing.corrections) return { refused: 'corrected-meanwhile' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	const problems = judgeMinute(minute, now, names)
	const mended = canonicalJson(minute.rules) !== canonicalJson(standing.minute.rules)
	if (problems.length > 0 || (mended && judgeRules(minute.rules, minute.seats).length > 0))
		return { refused: 'not-so', problems }
	if (canonicalJson(minute) === canonicalJson(standing.minute)) return { refused: 'nothing-changed' }
	return { minute, number: standing.corrections + 1 }
}
