import type { Connection, Database } from '../../../../db/database.ts'
import { approveMinuteRow, findMinute } from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { listMeetings } from '../../../../db/queries/meetings.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayApproveMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import { approveRefusal } from '../../../domain/decisions/board/approve.ts'
import type { ApprovalDay } from '../../../domain/meetings/approval-day.ts'

/**
 * A later meeting agreed that the minute is right: it is locked. `base` is how many corrections the approver had seen.
 * Refuses 'not-found', 'not-yours-to-approve', and what `domain/decisions/board/approve` refuses.
 */
export function approveBoardDecision(
	db: Database,
	who: Membership,
	decisionId: string,
	asked: ApprovalDay & { base: number },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const found = await findToApprove(tx, who, decisionId)
		if ('refused' in found) return found
		const meetings = await listMeetings(tx, who)
		const later = meetings.filter(({ groupId }) => groupId === found.decision.groupId)
		const refused = approveRefusal(found.standing, asked, later, now)
		if (refused) return { refused }
		await approveFound(tx, who, found, asked, now)
		return { approvedOn: asked.day }
	})
}

export async function findToApprove(tx: Connection, who: Membership, decisionId: string) {
	const decision = await findDecision(tx, who, decisionId)
	const standing = decision && (await findMinute(tx, decisionId))
	const group = decision && (await findGroup(tx, who, decision.groupId))
	if (!standing || !group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
	if (!mayApproveMinute(who, group)) return { refused: 'not-yours-to-approve' as const }
	return { decision, standing }
}

export type ToApprove = Exclude<Awaited<ReturnType<typeof findToApprove>>, { refused: string }>

/** Part of a write: one decision, or all those of a meeting, once none of them is refused. */
export async function approveFound(
	tx: Connection,
	who: Membership,
	{ decision }: ToApprove,
	{ day, elsewhere }: Pick<ApprovalDay, 'day' | 'elsewhere'>,
	now: Date,
) {
	await approveMinuteRow(tx, decision.id, { approvedBy: who.memberId, approvedAt: now, approvedOn: day })
	await recordEvent(tx, {
		partnershipId: who.partnershipId,
		kind: 'board-decision-approved',
		subjectId: decision.id,
		actorId: who.memberId,
		at: now,
		details: { seal: decision.seal, approvedOn: day, ...(elsewhere && { elsewhere }) },
	})
}
