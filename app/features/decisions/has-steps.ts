import type { Result } from '../../domain/decisions/decision.ts'

/** A count by equal shares can be followed by hand, unless voices are too small to show what each person could spend. */
export function hasSteps(result: Result | null, isMissingVoices: boolean): boolean {
	if (!result || !('count' in result) || isMissingVoices) return false
	return result.count.method === 'equal-shares' && result.outcome !== 'nobody-voted'
}
