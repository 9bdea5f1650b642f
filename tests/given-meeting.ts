import type { Item, Meeting } from '../app/domain/meetings/meeting.ts'

/** For tests: a meeting of a body that is published, and an item on its agenda without a paper. */
export function aMeeting(
	of: Pick<Meeting, 'id' | 'partnershipId' | 'groupId' | 'drawnUpBy'> & Partial<Meeting>,
): Meeting {
	return {
		reference: `MTG-2026-${of.id}`,
		startsAt: new Date('2026-06-25T13:00:00Z'),
		place: 'Town Hall, room 2',
		createdAt: new Date('2026-06-01T09:00:00Z'),
		publishedAt: new Date('2026-06-12T09:00:00Z'),
		publishedBy: of.drawnUpBy,
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
		...of,
	}
}

export function anItem(of: Pick<Item, 'id' | 'meetingId'> & Partial<Item>): Item {
	return {
		position: 1,
		title: 'Breaks for carers',
		titleChanges: null,
		purpose: 'discuss',
		versionId: null,
		presenter: '',
		privateReason: null,
		addedAt: new Date('2026-06-02T09:00:00Z'),
		lateReason: null,
		takenOffAt: null,
		takenOffReason: null,
		decisionId: null,
		noted: null,
		...of,
	}
}
