import type { BodyRules, BodySeat } from '../decisions/board/minute.ts'
import type { GroupKind } from '../people/group.ts'

/** A meeting of a body: a draft until it is published. */
export interface Meeting {
	id: string
	partnershipId: string
	groupId: string
	reference: string
	startsAt: Date
	/** A place, or the link people join by. */
	place: string
	drawnUpBy: string
	createdAt: Date
	publishedAt: Date | null
	publishedBy: string | null
	shortNoticeReason: string | null
	calledOffAt: Date | null
	calledOffReason: string | null
	presiderId: string | null
	clerkId: string | null
	approvedAt: Date | null
	approvedBy: string | null
	approvedOn: string | null
	keptBody: KeptBody | null
	/** Null: it stays as it was published. The newest is the last. */
	moves: Move[] | null
	/** Whose minutes are "of last time" on the agenda as it was published. Null: a draft, or there was none. */
	lastMeetingId: string | null
}

/** When and where a published meeting was to be before it was moved, and why it was. Moments are ISO strings. */
export interface Move {
	startsAt: string
	place: string
	movedAt: string
	reason: string
	/** The chair's; null unless fewer than five clear working days were left. */
	shortNoticeReason: string | null
}

/** The body as it met: its rules then, and by which right each sat there. */
export interface KeptBody {
	rules: BodyRules | null
	seats: BodySeat[]
}

/** The body as rights and pages ask of it. */
export interface MeetingBody {
	id: string
	partnershipId: string
	kind: GroupKind
	name: string
}

export const purposes = ['decide', 'discuss', 'note'] as const
export type Purpose = (typeof purposes)[number]

export interface Item {
	id: string
	meetingId: string
	position: number
	title: string
	/** Null: it is called as it was when it was published. The newest is the last. */
	titleChanges: TitleChange[] | null
	purpose: Purpose
	versionId: string | null
	presenter: string
	/** Null: part A, public. */
	privateReason: string | null
	addedAt: Date
	lateReason: string | null
	takenOffAt: Date | null
	takenOffReason: string | null
	decisionId: string | null
	noted: string | null
}

/** What an item was called on a published agenda before its title was corrected, and why it was. The moment is an ISO string. */
export interface TitleChange {
	title: string
	changedAt: string
	reason: string
}

/** How a seat came to a meeting, as its clerk entered it. */
export interface Attended {
	meetingId: string
	memberId: string
	here: 'present' | 'absent'
	joined: 'room' | 'remote'
	late: boolean
	left: boolean
	substitute: string
	setBy: string
	setAt: Date
}

export interface Interest {
	id: string
	itemId: string
	memberId: string
	interest: string
	dispensation: string
	declaredBy: string
	declaredAt: Date
	withdrawnAt: Date | null
	withdrawnReason: string | null
}

export type MeetingStage = 'draft' | 'published' | 'called-off' | 'begun' | 'approved'

/** `begun` from its hour on: whether it is over, only people know. */
export function stageOf(
	{
		startsAt,
		publishedAt,
		calledOffAt,
		approvedAt,
	}: Pick<Meeting, 'startsAt' | 'publishedAt' | 'calledOffAt' | 'approvedAt'>,
	now: Date,
): MeetingStage {
	if (calledOffAt) return 'called-off'
	if (approvedAt) return 'approved'
	if (!publishedAt) return 'draft'
	return startsAt <= now ? 'begun' : 'published'
}

/** A year mistyped: no body fixes its meetings more than three years ahead. */
export function isTooFarAhead(startsAt: Date, now: Date): boolean {
	const limit = new Date(now)
	limit.setUTCFullYear(limit.getUTCFullYear() + 3)
	return startsAt > limit
}
