import type { Membership } from '../access/membership.ts'
import { mayRunDocument } from '../access/policies.ts'
import { canonicalJson } from '../canonical-json.ts'
import { type DecisionFacts, isAgreed } from '../thread/choose.ts'
import type { Section } from './content.ts'
import { type Document, type Ending, endingOf } from './document.ts'
import { fingerprintOf, frozenTerms, type Version } from './version.ts'

export type FinishRefusal = 'not-allowed' | Ending | 'no-version' | 'not-these-words' | 'no-reason'
export type ReopenRefusal = 'not-allowed' | 'not-final' | 'decided' | 'no-reason'

type Frozen = Pick<Version, 'fingerprint'>

/**
 * Says that the words of the latest version are final: nobody writes any more, and they can be decided on as they are.
 * Running a document gives no pen, so what is called final is always what its writers froze: words that stand otherwise
 * are refused as `not-these-words`.
 */
export function finish<Latest extends Frozen>(
	who: Membership,
	document: Document,
	{ reason, sections, latest }: { reason: string; sections: readonly Section[]; latest: Latest | null },
): { refused: FinishRefusal } | { document: Document; version: Latest } {
	if (!mayRunDocument(who, document)) return { refused: 'not-allowed' }
	const ending = endingOf(document)
	if (ending) return { refused: ending }
	if (!latest) return { refused: 'no-version' }
	if (!isFrozenAs(latest, document, sections)) return { refused: 'not-these-words' }
	if (!reason.trim()) return { refused: 'no-reason' }
	return { document: { ...document, phase: 'final' }, version: latest }
}

/** Gives final words back to their writers, until a decision rests on them. They are a draft again. */
export function reopen(
	who: Membership,
	document: Document,
	{ reason, decisions }: { reason: string; decisions: readonly DecisionFacts[] },
): { refused: ReopenRefusal } | { document: Document } {
	if (!mayRunDocument(who, document)) return { refused: 'not-allowed' }
	if (document.phase !== 'final') return { refused: 'not-final' }
	if (restsOn(decisions)) return { refused: 'decided' }
	if (!reason.trim()) return { refused: 'no-reason' }
	return { document: { ...document, phase: 'draft' } }
}

/** A binding decision about the document that is being taken, or that agreed. Advice, and what led nowhere, binds nobody. */
export function restsOn(decisions: readonly DecisionFacts[]): boolean {
	return decisions.some(
		(one) => isAgreed(one) || (one.kind !== 'show-of-views' && (one.state === 'open' || one.state === 'counting')),
	)
}

/** Whether a version holds the very words, need and statement of power and money that stand now. */
export function isFrozenAs(version: Frozen, document: Document, sections: readonly Section[]): boolean {
	const now = { title: document.title, sections: [...sections], terms: canonicalJson(frozenTerms(document)) }
	return version.fingerprint === fingerprintOf(now)
}
