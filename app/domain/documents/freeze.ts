import type { Membership } from '../access/membership.ts'
import { mayFreezeDocument } from '../access/policies.ts'
import { canonicalJson } from '../canonical-json.ts'
import { isEmpty, type Section } from './content.ts'
import { type Document, type Ending, endingOf } from './document.ts'
import { fingerprintOf, frozenTerms, type Version } from './version.ts'

export type FreezeRefusal = 'not-allowed' | Ending | 'nothing-written' | 'same-words'

/** Freezes what stands now, unless it is what the latest version already holds. */
export function freeze(
	who: Membership,
	document: Document,
	{ id, sections, writers, latest }: { id: string; sections: Section[]; writers: number; latest: Version | null },
	now: Date,
): { refused: FreezeRefusal } | { version: Version } {
	const ending = endingOf(document)
	if (ending) return { refused: ending }
	if (!mayFreezeDocument(who, document)) return { refused: 'not-allowed' }
	if (sections.every(({ content }) => isEmpty(content))) return { refused: 'nothing-written' }
	const words = { title: document.title, sections, terms: canonicalJson(frozenTerms(document)) }
	const fingerprint = fingerprintOf(words)
	if (latest?.fingerprint === fingerprint) return { refused: 'same-words' }
	return {
		version: {
			...words,
			id,
			documentId: document.id,
			number: (latest?.number ?? 0) + 1,
			fingerprint,
			writers,
			frozenBy: who.memberId,
			frozenAt: now,
		},
	}
}
