import { and, desc, eq } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Document } from '../../app/domain/documents/document.ts'
import type { Connection } from '../database.ts'
import { given, prepared } from '../dialect/prepared.ts'
import { documents } from '../schema/index.ts'
import { noteAccessChange } from './access-changes.ts'

type Row = typeof documents.$inferSelect

/** What the policies ask of a document. */
const guards = ['phase', 'visibility', 'groupId', 'generation'] as const

export async function findDocument(db: Connection, { partnershipId }: Place, id: string): Promise<Document | null> {
	const [row] = await db
		.select()
		.from(documents)
		.where(and(eq(documents.id, id), eq(documents.partnershipId, partnershipId)))
	return row ? fromRow(row) : null
}

const byId = prepared((db) =>
	db
		.select()
		.from(documents)
		.where(eq(documents.id, given('id')))
		.prepare(),
)

/** For the collab server, which learns the partnership from the document and checks rights next. */
export async function findDocumentById(db: Connection, id: string): Promise<Document | null> {
	const [row] = await byId(db).execute({ id })
	return row ? fromRow(row) : null
}

/** Latest change of words first. The caller shows only what the reader may read. */
export async function listDocuments(db: Connection, { partnershipId }: Place): Promise<Document[]> {
	const rows = await db
		.select()
		.from(documents)
		.where(eq(documents.partnershipId, partnershipId))
		.orderBy(desc(documents.updatedAt), desc(documents.id))
	return rows.map(fromRow)
}

export async function saveDocument(db: Connection, document: Document) {
	const row = toRow(document)
	const before = await findDocumentById(db, document.id)
	await db.insert(documents).values(row).onConflictDoUpdate({ target: documents.id, set: row })
	if (before && guards.some((guard) => before[guard] !== document[guard])) await noteAccessChange(db)
}

export async function touchDocument(db: Connection, id: string, at: Date) {
	await db.update(documents).set({ updatedAt: at }).where(eq(documents.id, id))
}

function fromRow({
	termsOpen,
	termsFixed,
	termsFixedWhy,
	termsMoney,
	termsWhoDecides,
	termsByWhen,
	...document
}: Row): Document {
	return {
		...document,
		terms: {
			open: termsOpen,
			fixed: termsFixed,
			fixedWhy: termsFixedWhy,
			money: termsMoney,
			whoDecides: termsWhoDecides,
			byWhen: termsByWhen,
		},
	}
}

function toRow({ terms, ...document }: Document): Row {
	return {
		...document,
		termsOpen: terms.open,
		termsFixed: terms.fixed,
		termsFixedWhy: terms.fixedWhy,
		termsMoney: terms.money,
		termsWhoDecides: terms.whoDecides,
		termsByWhen: terms.byWhen,
	}
}
