import { isOutcomeOnly, type Result } from './decision.ts'

/** Ids of what was chosen or funded, or is level; of a motion there are none. */
export function winnersOf(result: Result): readonly string[] {
	if (isOutcomeOnly(result)) return result.winners
	return 'count' in result ? result.count.winners : []
}
