import type { Connection, Database } from '../../../db/database.ts'
import { changeInterest, findItem, findMeeting, listInterests } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { type ClosedToInterests, closedToInterests } from '../../domain/meetings/interests.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'

export type ChangeInterestRefusal = 'not-found' | 'not-yours-to-change' | 'withdrawn' | ClosedToInterests

type Changed = { changed: true } | { refused: ChangeInterestRefusal }

/** The clerk takes an interest back that was none, with the reason; it stays in the minutes as withdrawn. */
export function withdrawInterest(
	db: Database,
	who: Membership,
	asked: { meetingId: string; interestId: string; reason: string },
	now = new Date(),
) {
	return db.write(async (tx): Promise<Changed> => {
		const found = await findToChange(tx, who, asked, now)
		if ('refused' in found) return found
		await changeInterest(tx, asked.interestId, { withdrawnAt: now, withdrawnReason: asked.reason.trim() })
		await recordEvent(tx, { ...eventOf(who, asked.meetingId, found.itemId, now), kind: 'interest-withdrawn' })
		return { changed: true }
	})
}

/** Somebody who may give it allowed the member to take part all the same: who, and why. Empty takes it back. */
export function setDispensation(
	db: Database,
	who: Membership,
	asked: { meetingId: string; interestId: string; dispensation: string },
	now = new Date(),
) {
	return db.write(async (tx): Promise<Changed> => {
		const found = await findToChange(tx, who, asked, now)
		if ('refused' in found) return found
		const dispensation = asked.dispensation.trim()
		if (dispensation === found.dispensation) return { changed: true }
		await changeInterest(tx, asked.interestId, { dispensation })
		const event = eventOf(who, asked.meetingId, found.itemId, now)
		await recordEvent(tx, {
			...event,
			kind: 'dispensation-set',
			details: { ...event.details, given: dispensation !== '' },
		})
		return { changed: true }
	})
}

async function findToChange(
	tx: Connection,
	who: Membership,
	{ meetingId, interestId }: { meetingId: string; interestId: string },
	now: Date,
) {
	const meeting = await findMeeting(tx, who, meetingId)
	const interest = meeting && (await listInterests(tx, meetingId)).find(({ id }) => id === interestId)
	const item = interest && (await findItem(tx, meetingId, interest.itemId))
	if (!meeting || !item || seeItem(who, meeting.body, item) !== 'all') return { refused: 'not-found' as const }
	if (!mayMinute(who, meeting.body)) return { refused: 'not-yours-to-change' as const }
	const closed = closedToInterests(meeting, item, now)
	if (closed) return { refused: closed }
	return interest.withdrawnAt ? { refused: 'withdrawn' as const } : interest
}

function eventOf(who: Membership, meetingId: string, itemId: string, at: Date) {
	return {
		partnershipId: who.partnershipId,
		subjectId: meetingId,
		actorId: who.memberId,
		at,
		details: { itemId },
	}
}
