import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { verdictGivers, verdicts } from '../db/schema/index.ts'

/** An action's answers and who has answered, exactly as the tables hold them and in the order they lie there. */
export async function storedVerdicts(db: Database, actionId: string) {
	const answers = await db.read.select().from(verdicts).where(eq(verdicts.actionId, actionId))
	const givers = await db.read.select().from(verdictGivers).where(eq(verdictGivers.actionId, actionId))
	return { answers, givers }
}
