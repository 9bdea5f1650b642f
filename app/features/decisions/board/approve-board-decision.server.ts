import type { Database } from '../../../../db/database.ts'
import { approveMinuteRow, findMinute } from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayApproveMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import type { Day } from '../../../domain/actions/days.ts'
import { approveRefusal } from '../../../domain/decisions/board/approve.ts'

/**
 * A later meeting agreed that the minute is right: it is locked. `base` is how many corrections the approver had seen.
 * Refuses 'not-found', 'not-yours-to-approve', and what `domain/decisions/board/approve` refuses.
 */
export function approveBoardDecision(
	db: Database,
	who: Membership,
	decisionId: string,
	asked: { day: Day; base: number },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const standing = decision && (await findMinute(tx, decisionId))
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!standing || !group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayApproveMinute(who, group)) return { refused: 'not-yours-to-approve' as const }
		const refused = approveRefusal(standing, asked, now)
		if (refused) return { refused }

		await approveMinuteRow(tx, decisionId, { approvedBy: who.memberId, approvedAt: now, approvedOn: asked.day })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'board-decision-approved',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { seal: decision.seal, approvedOn: asked.day },
		})
		return { approvedOn: asked.day }
	})
}
