import type { Database } from '../../../db/database.ts'
import { addInterest, findInterestAnywhere, findItem, findMeeting } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayDeclareInterest, mayReadMeeting } from '../../domain/access/policies.ts'
import { type DeclareRefusal, declareRefusal } from '../../domain/meetings/interests.ts'
import type { Interest } from '../../domain/meetings/meeting.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { findRoom } from './find-room.server.ts'

export interface AskedInterest {
	/** Made by the form, so that sending it twice declares once. */
	id: string
	itemId: string
	/** Whose interest it is: the member’s own, or entered for them by those who run the meeting. */
	memberId: string
	interest: string
}

export type Declared =
	| { declared: true }
	| { refused: 'not-found' | 'not-yours-to-declare' | 'sent-before' | DeclareRefusal }

/**
 * An interest in one item, which shuts its member out of it unless a dispensation is given. Refuses 'sent-before' where the form was
 * sent before with something else in it, or what it said was withdrawn since.
 */
export function declareInterest(
	db: Database,
	who: Membership,
	meetingId: string,
	{ id, itemId, memberId, interest }: AskedInterest,
	now = new Date(),
) {
	return db.write(async (tx): Promise<Declared> => {
		const meeting = await findMeeting(tx, who, meetingId)
		const item = meeting && (await findItem(tx, meetingId, itemId))
		if (!item || !mayReadMeeting(who, meeting) || seeItem(who, meeting.body, item) !== 'all')
			return { refused: 'not-found' }
		if (!mayDeclareInterest(who, meeting.body, memberId)) return { refused: 'not-yours-to-declare' }
		const { body, interests } = await findRoom(tx, who, meeting)
		const said = await findInterestAnywhere(tx, id)
		if (said && isSame(said, { itemId, memberId, interest })) return { declared: true }
		const standing = interests.filter((one) => one.itemId === itemId)
		const refused = declareRefusal({ meeting, item }, { memberId, interest }, { sitting: body.seats, standing }, now)
		if (refused) return { refused }
		if (said) return { refused: 'sent-before' }

		await addInterest(tx, {
			id,
			itemId,
			memberId,
			interest: interest.trim(),
			dispensation: '',
			declaredBy: who.memberId,
			declaredAt: now,
			withdrawnAt: null,
			withdrawnReason: null,
		})
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'interest-declared',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: { itemId, byClerk: who.memberId !== memberId },
		})
		return { declared: true }
	})
}

function isSame(said: Interest, { itemId, memberId, interest }: Omit<AskedInterest, 'id'>): boolean {
	const isStanding = said.withdrawnAt === null && said.itemId === itemId && said.memberId === memberId
	return isStanding && said.interest === interest.trim()
}
