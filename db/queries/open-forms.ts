import { and, eq, gte, lt } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { openForms } from '../schema/index.ts'

export type OpenForm = typeof openForms.$inferSelect

/** The same state is kept once, however many forms were opened on it, until a week after the last of them. */
export async function saveOpenForm(db: Connection, form: OpenForm) {
	await db
		.insert(openForms)
		.values(form)
		.onConflictDoUpdate({ target: openForms.id, set: { openedAt: form.openedAt } })
}

/** The state a form was opened on; null when it is of another document or generation, or older than `since`. */
export async function findOpenForm(
	db: Connection,
	{ id, documentId, generation, since }: { id: string; documentId: string; generation: number; since: Date },
): Promise<OpenForm | null> {
	const [row] = await db
		.select()
		.from(openForms)
		.where(
			and(
				eq(openForms.id, id),
				eq(openForms.documentId, documentId),
				eq(openForms.generation, generation),
				gte(openForms.openedAt, since),
			),
		)
	return row ?? null
}

export async function deleteOpenForms(db: Connection, before: Date): Promise<number> {
	const rows = await db.delete(openForms).where(lt(openForms.openedAt, before)).returning({ id: openForms.id })
	return rows.length
}
