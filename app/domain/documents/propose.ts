import { isEmpty, type Section } from './content.ts'
import type { Document, Terms } from './document.ts'
import { goodLife, templates } from './templates.ts'

export type ProposeRefusal = 'not-a-draft' | 'good-life-empty' | 'terms-missing'
export type Proposing = { refused: ProposeRefusal; missing?: (keyof Terms)[] } | { document: Document }

/**
 * May these words leave draft? Every template opens with the good-life question and cannot be proposed with it empty; a
 * priority or a proposal must also state power and money in all five answers (product.md, "Templates").
 */
export function propose(document: Document, sections: readonly Section[]): Proposing {
	if (document.phase !== 'draft') return { refused: 'not-a-draft' }
	const opening = sections.find((section) => section.id === goodLife.id)
	if (!opening || isEmpty(opening.content)) return { refused: 'good-life-empty' }
	const missing = missingTerms(document)
	if (missing.length > 0) return { refused: 'terms-missing', missing }
	return { document: { ...document, phase: 'proposed' } }
}

/** The answers still to be given in the statement of power and money. */
export function missingTerms({ template, terms }: Pick<Document, 'template' | 'terms'>): (keyof Terms)[] {
	if (!templates[template].needsTerms) return []
	return (Object.keys(terms) as (keyof Terms)[]).filter((answer) => !terms[answer]?.trim())
}
