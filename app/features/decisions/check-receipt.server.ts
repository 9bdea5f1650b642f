import { findBallotByReceipt } from '../../../db/queries/ballots.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import type { Answer } from '../../domain/decisions/decision.ts'
import { normaliseReceipt } from '../../domain/decisions/receipt.ts'
import type { AppContext } from '../../http/context.ts'
import { receiptHashOf } from './cast-ballot.server.ts'

export type ReceiptCheck = { counted: false } | { counted: true; answer: Answer | null }

/** Whether a receipt's ballot is in the count. How it stands is told of named votes only, and then once it is closed. */
export async function checkReceipt(
	{ db, secrets }: Pick<AppContext, 'db' | 'secrets'>,
	decision: DecisionAbout,
	typed: string,
): Promise<ReceiptCheck> {
	const ballot = await findBallotByReceipt(db.read, decision.id, receiptHashOf(secrets, normaliseReceipt(typed)))
	if (!ballot) return { counted: false }
	return {
		counted: true,
		answer: decision.rules.secrecy === 'named' && decision.state === 'closed' ? ballot.answer : null,
	}
}
