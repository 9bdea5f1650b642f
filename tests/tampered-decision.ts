import { eq } from 'drizzle-orm'
import type { Withdrawal } from '../app/domain/decisions/decision.ts'
import type { Connection } from '../db/database.ts'
import { decisions } from '../db/schema/index.ts'

/** What nothing in the product does: changes what was sealed when voting opened. */
export async function tamperWithDecision(
	db: Connection,
	id: string,
	change: { question?: string; tieOrder?: readonly string[]; withdrawn?: readonly Withdrawal[] },
) {
	await db.update(decisions).set(change).where(eq(decisions.id, id))
}
