import type { Connection, Database } from '../../../db/database.ts'
import { changeMeeting, findMeeting, listItems, listMeetings } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayApproveMinute } from '../../domain/access/policies.ts'
import type { Day } from '../../domain/actions/days.ts'
import { type NotAsReadRefusal, notAsReadRefusal } from '../../domain/decisions/board/approve.ts'
import {
	type ApprovalAsked,
	type ApproveMinutesRefusal,
	approveMinutesRefusal,
} from '../../domain/meetings/approve-minutes.ts'
import { approveFound, findToApprove, type ToApprove } from '../decisions/board/approve-board-decision.server.ts'
import { bodyToKeep } from './body-then.server.ts'
import { findRoom } from './find-room.server.ts'
import { type MinutesReader, minutesDigest, minutesSeal, readMinutes } from './read-minutes.server.ts'

export type MinutesRefusal =
	| 'not-found'
	| 'not-yours-to-approve'
	| 'paper-not-open'
	| 'approved'
	| ApproveMinutesRefusal
	| NotAsReadRefusal

/**
 * A later meeting agreed that the minutes are right: every decision’s minute among them is approved and locked with them, and so is
 * who was there, every interest and every note.
 */
export function approveMinutes(
	db: Database,
	reader: MinutesReader & { membership: Membership },
	meetingId: string,
	asked: ApprovalAsked,
	now = new Date(),
) {
	const who = reader.membership
	const { day, elsewhere } = asked
	return db.write(async (tx): Promise<{ approvedOn: Day; decisions: number } | { refused: MinutesRefusal }> => {
		const meeting = await findMeeting(tx, who, meetingId)
		if (!meeting) return { refused: 'not-found' }
		if (!mayApproveMinute(who, meeting.body)) return { refused: 'not-yours-to-approve' }
		const facts = await readMinutes(tx, reader, meeting)
		const stands = minutesDigest(facts)
		const others = (await listMeetings(tx, who)).filter(({ id }) => id !== meetingId)
		const later = others.filter(({ groupId }) => groupId === meeting.groupId)
		const refused = approveMinutesRefusal(meeting, asked, { stands, later }, now)
		if (refused) return { refused }
		const open = await findOpen(tx, who, meetingId)
		if ('refused' in open) return open
		for (const { standing } of open.decisions) {
			const why = notAsReadRefusal(standing, standing.corrections)
			if (why) return { refused: why }
		}

		const { body } = await findRoom(tx, who, meeting)
		for (const found of open.decisions) await approveFound(tx, who, found, { day, elsewhere }, now)
		await changeMeeting(tx, meetingId, {
			approvedAt: now,
			approvedBy: who.memberId,
			approvedOn: day,
			keptBody: bodyToKeep(body),
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-minutes-approved',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: {
				approvedOn: day,
				decisions: open.decisions.length,
				seal: minutesSeal(facts),
				...(elsewhere && { elsewhere }),
			},
		})
		return { approvedOn: day, decisions: open.decisions.length }
	})
}

/** The decisions under its items whose own minutes nobody has approved yet. */
async function findOpen(
	tx: Connection,
	who: Membership,
	meetingId: string,
): Promise<{ decisions: ToApprove[] } | { refused: 'paper-not-open' }> {
	const decisions: ToApprove[] = []
	for (const { decisionId } of await listItems(tx, meetingId)) {
		if (!decisionId) continue
		const found = await findToApprove(tx, who, decisionId)
		// Nobody approves what they may not read.
		if ('refused' in found) return { refused: 'paper-not-open' }
		if (!found.standing.approvedAt) decisions.push(found)
	}
	return { decisions }
}
