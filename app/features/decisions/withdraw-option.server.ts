import type { Database } from '../../../db/database.ts'
import { findDecision, saveWithdrawn } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { addWithdrawalLetters } from '../../../db/queries/withdrawal-letters.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import type { Decision, Withdrawal } from '../../domain/decisions/decision.ts'
import { withdrawnHash } from '../../domain/decisions/verify-result.ts'
import { withdraw } from '../../domain/decisions/withdrawn.ts'

/**
 * Records that something people choose among was withdrawn while they vote. No ballot is touched: what was given to it is
 * passed over when the ballots are counted, and in the one order of all writes a ballot comes before this or finds it done.
 * The same form sent twice is one withdrawal. What is to be written to those who may vote is listed in the same write and sent
 * by the clock (`sendWithdrawalLetters`).
 */
export function withdrawOption(
	db: Database,
	who: Membership,
	decisionId: string,
	asked: Pick<Withdrawal, 'option' | 'reason'>,
	now = new Date(),
) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-withdraw' as const }
		if (isSame(decision, asked)) return { withdrawn: decision.withdrawn }

		const withdrawing = withdraw(decision, asked, now)
		if ('refused' in withdrawing) return withdrawing
		const { withdrawn } = withdrawing
		await saveWithdrawn(tx, decisionId, withdrawn)
		await addWithdrawalLetters(tx, decisionId, asked.option)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'option-withdrawn',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { seal: decision.seal, option: asked.option, withdrawn: withdrawnHash(withdrawn) },
		})
		return { withdrawn }
	})
}

function isSame({ withdrawn }: Decision, asked: Pick<Withdrawal, 'option' | 'reason'>): boolean {
	return withdrawn.some(({ option, reason }) => option === asked.option && reason === asked.reason.trim())
}
