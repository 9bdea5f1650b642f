import { type Item, type Meeting, stageOf } from './meeting.ts'
import type { SaidOfInterest } from './seats-now.ts'

type MeetingAsked = Pick<Meeting, 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>
type ItemAsked = Pick<Item, 'takenOffAt' | 'decisionId'>

export type ClosedToInterests = 'not-published' | 'called-off' | 'approved' | 'taken-off' | 'decided'
export type DeclareRefusal = ClosedToInterests | 'no-seat' | 'declared-already' | 'interest-missing'

/** May interests in this item still be written down or changed? What was decided has them in its own minute. */
export function closedToInterests(meeting: MeetingAsked, item: ItemAsked, now: Date): ClosedToInterests | null {
	const stage = stageOf(meeting, now)
	if (stage === 'draft') return 'not-published'
	if (stage === 'called-off' || stage === 'approved') return stage
	if (item.takenOffAt) return 'taken-off'
	return item.decisionId ? 'decided' : null
}

/** May this interest be written down for this member? Null when it may. */
export function declareRefusal(
	{ meeting, item }: { meeting: MeetingAsked; item: ItemAsked },
	{ memberId, interest }: { memberId: string; interest: string },
	{ sitting, standing }: { sitting: readonly { memberId: string }[]; standing: readonly SaidOfInterest[] },
	now: Date,
): DeclareRefusal | null {
	const closed = closedToInterests(meeting, item, now)
	if (closed) return closed
	if (!sitting.some((seat) => seat.memberId === memberId)) return 'no-seat'
	if (standing.some((one) => one.memberId === memberId && one.withdrawnAt === null)) return 'declared-already'
	return interest.trim() === '' ? 'interest-missing' : null
}
