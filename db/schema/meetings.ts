import type { KeptBody, Move, TitleChange } from '../../app/domain/meetings/meeting.ts'
import { d } from '../dialect/index.ts'
import { decisions } from './decisions.ts'
import { versions } from './documents.ts'
import { partnerships } from './partnerships.ts'
import { groups, members } from './people.ts'

/** A meeting of a body. A draft until `publishedAt`; its minutes are locked from `approvedAt` on. */
export const meetings = d.table(
	'meetings',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		/** The body that meets. */
		groupId: d
			.text()
			.notNull()
			.references(() => groups.id),
		reference: d.text().notNull(),
		startsAt: d.instant().notNull(),
		/** A place, or the link people join by. */
		place: d.text().notNull(),
		drawnUpBy: d
			.text()
			.notNull()
			.references(() => members.id),
		createdAt: d.instant().notNull(),
		publishedAt: d.instant(),
		publishedBy: d.text().references(() => members.id),
		/** The chair's, shown to everyone; null unless it was published with fewer than five clear working days. */
		shortNoticeReason: d.text(),
		calledOffAt: d.instant(),
		calledOffReason: d.text(),
		/** Who presides, when it is said; the chair's seat otherwise. */
		presiderId: d.text().references(() => members.id),
		/** Who takes the minutes. */
		clerkId: d.text().references(() => members.id),
		approvedAt: d.instant(),
		approvedBy: d.text().references(() => members.id),
		/** The day of the meeting that approved the minutes. */
		approvedOn: d.day(),
		/** Kept when it is said who came, and for good at approval, so that later rules and seats change no minutes. */
		keptBody: d.json<KeptBody>(),
		/** When and where it was to be before, each with the reason that everybody reads. */
		moves: d.json<Move[]>(),
		/** Whose minutes are "of last time", kept when the agenda is published. */
		lastMeetingId: d.text(),
	},
	(meeting) => [
		d.uniqueIndex('meetings_reference').on(meeting.partnershipId, meeting.reference),
		d.index('meetings_group').on(meeting.groupId, meeting.startsAt),
	],
)

/** An item of the agenda. Once it was published it is taken off, never deleted. */
export const meetingItems = d.table(
	'meeting_items',
	{
		id: d.text().primaryKey(),
		meetingId: d
			.text()
			.notNull()
			.references(() => meetings.id),
		/** From 1, in the order of the meeting; gaps mean nothing. */
		position: d.count().notNull(),
		title: d.text().notNull(),
		/** What it was called on the published agenda before, each with the reason that everybody reads. */
		titleChanges: d.json<TitleChange[]>(),
		purpose: d.choice(['decide', 'discuss', 'note']).notNull(),
		/** The paper: what is decided is always about one. */
		versionId: d.text().references(() => versions.id),
		/** Who presents it, as typed. */
		presenter: d.text().notNull(),
		/** Part B: why it is not public. Null: part A. */
		privateReason: d.text(),
		addedAt: d.instant().notNull(),
		/** The chair's, shown to everyone; null unless it was added to a published agenda with fewer than five clear working days. */
		lateReason: d.text(),
		takenOffAt: d.instant(),
		takenOffReason: d.text(),
		/** The board decision that was entered under it. */
		decisionId: d.text().references(() => decisions.id),
		/** What was said or concluded, for the minutes. */
		noted: d.text(),
	},
	(item) => [
		d.index('meeting_items_meeting').on(item.meetingId, item.position),
		d.index('meeting_items_version').on(item.versionId),
		d.index('meeting_items_decision').on(item.decisionId),
	],
)

/** How each seat came to a meeting. Nobody is spoken of until the clerk says so. */
export const meetingAttendance = d.table(
	'meeting_attendance',
	{
		meetingId: d
			.text()
			.notNull()
			.references(() => meetings.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		here: d.choice(['present', 'absent']).notNull(),
		joined: d.choice(['room', 'remote']).notNull(),
		late: d.flag().notNull(),
		left: d.flag().notNull(),
		/** Who came instead, as typed. Empty: the member came, or nobody did. */
		substitute: d.text().notNull(),
		setBy: d
			.text()
			.notNull()
			.references(() => members.id),
		setAt: d.instant().notNull(),
	},
	(attendance) => [d.primaryKey({ columns: [attendance.meetingId, attendance.memberId] })],
)

/** An interest somebody with a seat has in an item. Never deleted: withdrawn. */
export const meetingInterests = d.table(
	'meeting_interests',
	{
		id: d.text().primaryKey(),
		itemId: d
			.text()
			.notNull()
			.references(() => meetingItems.id),
		memberId: d
			.text()
			.notNull()
			.references(() => members.id),
		interest: d.text().notNull(),
		/** Who allowed them to take part all the same, and why. Empty: nobody did. */
		dispensation: d.text().notNull(),
		/** The member, or the clerk for them. */
		declaredBy: d
			.text()
			.notNull()
			.references(() => members.id),
		declaredAt: d.instant().notNull(),
		withdrawnAt: d.instant(),
		withdrawnReason: d.text(),
	},
	(interest) => [d.index('meeting_interests_item').on(interest.itemId)],
)

/** Names taken out of what a meeting itself keeps, as `name_removals` are of a decision's minute. Never the names. */
export const meetingNameRemovals = d.table(
	'meeting_name_removals',
	{
		id: d.text().primaryKey(),
		meetingId: d
			.text()
			.notNull()
			.references(() => meetings.id),
		reason: d.text().notNull(),
		places: d.count().notNull(),
		removedBy: d
			.text()
			.notNull()
			.references(() => members.id),
		removedAt: d.instant().notNull(),
		/** When the database's own files had let go of the names too. */
		forgottenAt: d.instant(),
	},
	(removal) => [d.index('meeting_name_removals_meeting').on(removal.meetingId)],
)
