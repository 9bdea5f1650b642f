import type { Document, Terms, Visibility } from '../app/domain/documents/document.ts'
import type { TemplateId } from '../app/domain/documents/templates.ts'
import { goodLife } from '../app/domain/documents/templates.ts'
import { fingerprintOf, frozenTerms, type Version } from '../app/domain/documents/version.ts'
import { newId } from '../app/http/new-id.ts'
import type { Database } from '../db/database.ts'
import { saveDocument } from '../db/queries/documents.ts'
import { versions } from '../db/schema/index.ts'
import type { GivenPartnership } from './factories.ts'

const then = new Date('2026-01-06T09:00:00Z')
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

export const allTerms: Terms = {
	open: 'Who gives the breaks and when.',
	fixed: 'The total.',
	fixedWhy: 'The council set it in February.',
	money: '£180,000 a year',
	whoDecides: 'The Carers’ panel',
	byWhen: '2026-06-30',
}

/** A document with one frozen version, fit to be voted on unless told otherwise. */
export async function givenVersion(
	db: Database,
	given: GivenPartnership,
	{
		template = 'priority',
		visibility = 'public',
		groupId = null,
		goodLifeWords = 'A week with two evenings of our own.',
		terms = allTerms,
	}: {
		template?: TemplateId
		visibility?: Visibility
		groupId?: string | null
		goodLifeWords?: string
		terms?: Terms
	} = {},
): Promise<{ document: Document; version: Version }> {
	const id = newId()
	const document: Document = {
		id,
		partnershipId: given.place.partnershipId,
		groupId,
		reference: `PRI-2026-${id}`,
		template,
		title: 'Breaks for carers',
		need: 'Carers are worn out.',
		needSource: '31 carers, spring 2026',
		visibility,
		phase: 'draft',
		stoppedReason: null,
		generation: 1,
		terms,
		createdBy: given.citizen.memberId,
		createdAt: then,
		updatedAt: then,
	}
	const frozen = {
		title: document.title,
		sections: [{ id: goodLife.id, title: goodLife.title, content: goodLifeWords ? [paragraph(goodLifeWords)] : [] }],
		terms: JSON.stringify(frozenTerms(document)),
	}
	const version: Version = {
		...frozen,
		id: newId(),
		documentId: id,
		number: 1,
		fingerprint: fingerprintOf(frozen),
		writers: 3,
		frozenBy: given.citizen.memberId,
		frozenAt: then,
	}
	await db.write(async (tx) => {
		await saveDocument(tx, document)
		await tx.insert(versions).values(version)
	})
	return { document, version }
}
