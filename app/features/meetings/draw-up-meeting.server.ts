import type { Database } from '../../../db/database.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { addMeeting, findMeeting } from '../../../db/queries/meetings.ts'
import { nextReference } from '../../../db/queries/partnerships.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { isTooFarAhead, type Meeting } from '../../domain/meetings/meeting.ts'

export interface NewMeeting {
	/** Made by the form, so that sending it twice draws up one meeting. */
	id: string
	groupId: string
	startsAt: Date
	place: string
}

/**
 * Begins the agenda of a meeting to come: a draft that only the body and those who run it see. Refuses 'not-found',
 * 'not-allowed', 'group-closed', 'in-the-past', 'too-far-ahead' and 'drawn-up-already' (the form was changed after it was
 * first sent).
 */
export function drawUpMeeting(db: Database, who: Membership, asked: NewMeeting, now = new Date()) {
	return db.write(async (tx) => {
		const group = await findGroup(tx, who, asked.groupId)
		if (!group) return { refused: 'not-found' as const }
		if (!mayMinute(who, group)) return { refused: 'not-allowed' as const }
		const before = await findMeeting(tx, who, asked.id)
		if (before) return isSame(before, asked) ? { meeting: before } : { refused: 'drawn-up-already' as const }
		if (group.closedAt) return { refused: 'group-closed' as const }
		if (asked.startsAt <= now) return { refused: 'in-the-past' as const }
		if (isTooFarAhead(asked.startsAt, now)) return { refused: 'too-far-ahead' as const }
		const meeting: Meeting = {
			...asked,
			partnershipId: who.partnershipId,
			reference: await nextReference(tx, who, 'MTG', asked.startsAt.getUTCFullYear()),
			drawnUpBy: who.memberId,
			createdAt: now,
			publishedAt: null,
			publishedBy: null,
			shortNoticeReason: null,
			calledOffAt: null,
			calledOffReason: null,
			presiderId: null,
			clerkId: null,
			approvedAt: null,
			approvedBy: null,
			approvedOn: null,
			keptBody: null,
			moves: null,
			lastMeetingId: null,
		}
		await addMeeting(tx, meeting)
		return { meeting }
	})
}

function isSame(meeting: Meeting, { groupId, startsAt, place }: NewMeeting): boolean {
	return meeting.groupId === groupId && Number(meeting.startsAt) === Number(startsAt) && meeting.place === place
}
