import type { Membership } from '../access/membership.ts'
import { mayEraseWords } from '../access/policies.ts'
import { shortestPassage } from './black-out.ts'
import type { Document } from './document.ts'

export type EraseRefusal = 'not-allowed' | 'no-reason' | 'passage-too-short'

export interface Erasing {
	/** Why, for everyone who can read the document. */
	reason: string
	/** Words to black out in frozen versions. */
	passages: readonly string[]
}

/** May these words be removed for good? Also from a document that has ended: what should never have been there can go. */
export function erase(who: Membership, document: Document, { reason, passages }: Erasing): { refused?: EraseRefusal } {
	if (!mayEraseWords(who, document)) return { refused: 'not-allowed' }
	if (!reason.trim()) return { refused: 'no-reason' }
	if (passages.some((passage) => passage.trim().length < shortestPassage)) return { refused: 'passage-too-short' }
	return {}
}
