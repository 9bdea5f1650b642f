import type { Connection } from '../../../db/database.ts'
import { listReachableElectors } from '../../../db/queries/electors.ts'
import type { Mail } from '../../http/mailer.ts'
import { type WithdrawalTold, withdrawalLetter } from './withdrawal-letter.ts'

/**
 * Writes to all who may vote, one after the other: hundreds at once would be refused by many mail servers. Not to those who
 * have voted alone, and never to those who chose it: who is written to must tell nothing. `send` never throws (`sendNow`).
 */
export async function mailWithdrawal(
	{ db, send }: { db: Connection; send(letter: Mail): Promise<unknown> },
	decisionId: string,
	told: WithdrawalTold,
) {
	for (const elector of await listReachableElectors(db, decisionId)) await send(withdrawalLetter(elector, told))
}
