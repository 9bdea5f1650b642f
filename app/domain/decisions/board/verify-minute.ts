import { fingerprint } from '../../fingerprint.ts'
import type { Entry } from '../../record/entry.ts'
import type { Decision } from '../decision.ts'
import type { Difference } from '../verify-result.ts'
import { asDecision, sealOfMinute } from './as-decision.ts'
import type { Minute } from './minute.ts'

/** A minute as it lies in the database, and as it is read: older ones are completed with what was not asked for then. */
export interface KeptMinute {
	stored: Minute
	read: Minute
	versionFingerprint: string
}

/**
 * Is a board's minute still what the record says was sealed when it was entered or last corrected, and does its decision
 * follow from it? Names taken out since then change the minute and not its seal (docs/decisions/013): of such a one, the seal
 * itself and the result are compared.
 */
export function verifyMinute(
	decision: Pick<Decision, 'seal' | 'result' | 'question' | 'closedAt'>,
	{ stored, read, versionFingerprint }: KeptMinute,
	entries: readonly Pick<Entry, 'kind' | 'details'>[],
): Difference[] {
	const at = entries.findLastIndex(
		({ kind }) => kind === 'board-decision-recorded' || kind === 'board-decision-corrected',
	)
	const sealing = entries[at]
	if (!sealing) return ['not-recorded']
	const hasLostNames = entries.slice(at).some(({ kind }) => kind === 'minute-names-removed')
	const isSealed = hasLostNames || sealOfMinute(stored, versionFingerprint) === decision.seal
	const { result, question, closedAt } = asDecision(read, versionFingerprint)
	const isShown = decision.question === question && decision.closedAt?.getTime() === closedAt.getTime()
	return [
		...(decision.seal === sealing.details.seal && isSealed ? [] : ['seal-changed' as const]),
		...(fingerprint(result) === fingerprint(decision.result) ? [] : ['result-changed' as const]),
		...(isShown ? [] : ['minute-differs' as const]),
	]
}
