import type { Membership } from '../access/membership.ts'
import { mayRunDocument } from '../access/policies.ts'
import { type Document, type Ending, endingOf } from './document.ts'

export type StopRefusal = 'not-allowed' | Ending | 'no-reason'

/** Ends a document openly: it stays readable, with the reason, and nobody can change it any more. */
export function stop(
	who: Membership,
	document: Document,
	reason: string,
): { refused: StopRefusal } | { document: Document } {
	if (!mayRunDocument(who, document)) return { refused: 'not-allowed' }
	const ending = endingOf(document)
	if (ending) return { refused: ending }
	if (!reason.trim()) return { refused: 'no-reason' }
	return { document: { ...document, phase: 'stopped', stoppedReason: reason.trim() } }
}
