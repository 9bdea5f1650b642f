import type { Database } from '../../../db/database.ts'
import { deleteOpenForms } from '../../../db/queries/open-forms.ts'

export const keptForMs = 7 * 24 * 60 * 60_000

/** Lets go of the states that forms were opened on more than a week ago. Returns how many. */
export async function sweepOpenForms(db: Database, now = new Date()): Promise<number> {
	return await db.write((tx) => deleteOpenForms(tx, new Date(now.getTime() - keptForMs)))
}
