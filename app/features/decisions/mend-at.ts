import type { Membership } from '../../domain/access/membership.ts'
import { mayWriteDocument } from '../../domain/access/policies.ts'
import type { Document } from '../../domain/documents/document.ts'
import { goodLife } from '../../domain/documents/templates.ts'

/**
 * Where what is missing can be filled in, inside the partnership: the form itself for somebody who writes this document,
 * and for somebody who only runs the vote the document's page, which says whose words it holds.
 */
export function mendAt(refused: string, who: Membership, document: Document): string | null {
	const page = `/documents/${document.id}`
	const form = mayWriteDocument(who, document)
	if (refused === 'good-life-empty') return form ? `${page}/sections/${goodLife.id}` : page
	if (refused === 'terms-missing') return form ? `${page}/terms` : `${page}#power-and-money`
	return null
}
