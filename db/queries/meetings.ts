import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Result } from '../../app/domain/decisions/decision.ts'
import type { Phase, Visibility } from '../../app/domain/documents/document.ts'
import type { TemplateId } from '../../app/domain/documents/templates.ts'
import type { Attended, Interest, Item, Meeting, MeetingBody } from '../../app/domain/meetings/meeting.ts'
import type { MeetingWords } from '../../app/domain/meetings/meeting-texts.ts'
import type { Connection } from '../database.ts'
import {
	decisions,
	documents,
	groups,
	meetingAttendance,
	meetingInterests,
	meetingItems,
	meetingNameRemovals,
	meetings,
	members,
	partnerships,
	versions,
} from '../schema/index.ts'
import type { MeetingNameRemoval } from './name-removals.ts'

export type MeetingOfBody = Meeting & { body: MeetingBody }

/** The paper of an item, with what `mayReadDocument` asks. */
export interface ItemPaper {
	versionId: string
	number: number
	title: string
	documentId: string
	reference: string
	template: TemplateId
	partnershipId: string
	groupId: string | null
	visibility: Visibility
	phase: Phase
}

export type ItemWithPaper = Item & { paper: ItemPaper | null }

/** The caller shows it only to whoever may read it (`mayReadMeeting`). */
export async function findMeeting(db: Connection, { partnershipId }: Place, id: string): Promise<MeetingOfBody | null> {
	const [row] = await selectMeetings(db).where(and(eq(meetings.id, id), eq(meetings.partnershipId, partnershipId)))
	return row ? fromRow(row) : null
}

/** Oldest first, drafts among them: the caller shows only what the reader may read (`mayReadMeeting`). */
export async function listMeetings(db: Connection, { partnershipId }: Place): Promise<MeetingOfBody[]> {
	const rows = await selectMeetings(db)
		.where(eq(meetings.partnershipId, partnershipId))
		.orderBy(asc(meetings.startsAt), asc(meetings.reference))
	return rows.map(fromRow)
}

export async function addMeeting(db: Connection, meeting: Meeting) {
	await db.insert(meetings).values(meeting)
}

export async function changeMeeting(db: Connection, id: string, change: Partial<Omit<Meeting, 'id'>>) {
	await db.update(meetings).set(change).where(eq(meetings.id, id))
}

/** Every item in its order, those taken off among them. The caller names only what the reader may see (`seeItem`). */
export async function listItems(db: Connection, meetingId: string): Promise<ItemWithPaper[]> {
	const rows = await selectItems(db)
		.where(eq(meetingItems.meetingId, meetingId))
		.orderBy(asc(meetingItems.position), asc(meetingItems.addedAt), asc(meetingItems.id))
	return rows.map(withPaper)
}

export async function findItem(db: Connection, meetingId: string, id: string): Promise<ItemWithPaper | null> {
	const [row] = await selectItems(db).where(and(eq(meetingItems.id, id), eq(meetingItems.meetingId, meetingId)))
	return row ? withPaper(row) : null
}

/** An item by its id alone, with its meeting. */
export async function findItemAnywhere(db: Connection, here: Place, id: string) {
	const [row] = await selectItems(db).where(eq(meetingItems.id, id))
	const meeting = row && (await findMeeting(db, here, row.item.meetingId))
	return meeting ? { meeting, item: withPaper(row) } : null
}

/** Whether any meeting, of whatever partnership, has an item of this id: a form that is sent to another place keeps its id. */
export async function isItemAnywhere(db: Connection, id: string): Promise<boolean> {
	const [row] = await db.select({ id: meetingItems.id }).from(meetingItems).where(eq(meetingItems.id, id))
	return row !== undefined
}

/** The item under which a board decision was entered, and its meeting. */
export async function findItemOfDecision(db: Connection, here: Place, decisionId: string) {
	const [row] = await selectItems(db).where(eq(meetingItems.decisionId, decisionId))
	const meeting = row && (await findMeeting(db, here, row.item.meetingId))
	return meeting ? { meeting, item: withPaper(row) } : null
}

/** Every item about any version of a document, with its meeting, the earliest meeting first. */
export async function listItemsAbout(
	db: Connection,
	here: Place,
	documentId: string,
): Promise<{ meeting: MeetingOfBody; item: ItemWithPaper }[]> {
	const rows = await selectItems(db).where(
		and(eq(documents.id, documentId), eq(documents.partnershipId, here.partnershipId)),
	)
	const found = await Promise.all(rows.map(({ item }) => findMeeting(db, here, item.meetingId)))
	return rows
		.flatMap((row, index) => {
			const meeting = found[index]
			return meeting ? [{ meeting, item: withPaper(row) }] : []
		})
		.sort((a, b) => Number(a.meeting.startsAt) - Number(b.meeting.startsAt))
}

export async function addItem(db: Connection, item: Item) {
	await db.insert(meetingItems).values(item)
}

export async function changeItem(db: Connection, id: string, change: Partial<Omit<Item, 'id' | 'meetingId'>>) {
	await db.update(meetingItems).set(change).where(eq(meetingItems.id, id))
}

/** Only while the agenda is a draft: nobody declared an interest in it yet. */
export async function deleteItem(db: Connection, id: string) {
	await db.delete(meetingItems).where(eq(meetingItems.id, id))
}

export async function listAttendance(db: Connection, meetingId: string): Promise<Attended[]> {
	return await db
		.select()
		.from(meetingAttendance)
		.where(eq(meetingAttendance.meetingId, meetingId))
		.orderBy(asc(meetingAttendance.memberId))
}

export async function saveAttendance(db: Connection, attended: Attended) {
	const { meetingId: _, memberId: __, ...set } = attended
	await db
		.insert(meetingAttendance)
		.values(attended)
		.onConflictDoUpdate({ target: [meetingAttendance.meetingId, meetingAttendance.memberId], set })
}

/** Of a meeting that has not taken place: nobody was there yet. */
export async function deleteAttendance(db: Connection, meetingId: string) {
	await db.delete(meetingAttendance).where(eq(meetingAttendance.meetingId, meetingId))
}

/** Of every item of a meeting, oldest first, withdrawn ones among them. */
export async function listInterests(db: Connection, meetingId: string): Promise<Interest[]> {
	const rows = await db
		.select({ interest: meetingInterests })
		.from(meetingInterests)
		.innerJoin(meetingItems, eq(meetingItems.id, meetingInterests.itemId))
		.where(eq(meetingItems.meetingId, meetingId))
		.orderBy(asc(meetingInterests.declaredAt), asc(meetingInterests.id))
	return rows.map(({ interest }) => interest)
}

/** Wherever it was sent: a form that is sent to another place keeps its id. */
export async function findInterestAnywhere(db: Connection, id: string): Promise<Interest | null> {
	const [row] = await db.select().from(meetingInterests).where(eq(meetingInterests.id, id))
	return row ?? null
}

export async function addInterest(db: Connection, interest: Interest) {
	await db.insert(meetingInterests).values(interest)
}

export async function changeInterest(
	db: Connection,
	id: string,
	change: Partial<Pick<Interest, 'dispensation' | 'withdrawnAt' | 'withdrawnReason'>>,
) {
	await db.update(meetingInterests).set(change).where(eq(meetingInterests.id, id))
}

/** What a meeting itself keeps, and the reasons of earlier removals, without the names; who came and what was decided stay. */
export async function saveMeetingWithoutNames(
	db: Connection,
	removal: MeetingNameRemoval,
	{ meeting, items, attended, interests, removals }: MeetingWords,
) {
	const { meetingId } = removal
	await db.insert(meetingNameRemovals).values(removal)
	await changeMeeting(db, meetingId, meeting)
	for (const { id, number: _, ...words } of items) await changeItem(db, id, words)
	for (const { memberId, substitute } of attended)
		await db
			.update(meetingAttendance)
			.set({ substitute })
			.where(and(eq(meetingAttendance.meetingId, meetingId), eq(meetingAttendance.memberId, memberId)))
	for (const { id, interest, dispensation, withdrawnReason } of interests)
		await db
			.update(meetingInterests)
			.set({ interest, dispensation, withdrawnReason })
			.where(eq(meetingInterests.id, id))
	for (const { id, reason } of removals)
		await db
			.update(meetingNameRemovals)
			.set({ reason })
			.where(and(eq(meetingNameRemovals.meetingId, meetingId), eq(meetingNameRemovals.id, id)))
}

/**
 * Versions of what was put to people, of drafts those that somebody was asked about, that are newer than any this body has
 * decided about; by document, the newest first. Where too few were there, or nobody voted, nothing was decided, and the paper comes
 * back. The caller offers only what the body may decide about and the reader may read.
 */
export async function listReadyPapers(db: Connection, { partnershipId }: Place, groupId: string): Promise<ItemPaper[]> {
	const entered = await db
		.select({ documentId: versions.documentId, number: versions.number, result: decisions.result })
		.from(decisions)
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.where(
			and(
				eq(decisions.partnershipId, partnershipId),
				eq(decisions.groupId, groupId),
				eq(decisions.kind, 'board-decision'),
			),
		)
	const decided = entered.filter(({ result }) => result && decides(result))
	const rows = await db
		.select({ paper })
		.from(versions)
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.where(
			and(
				eq(documents.partnershipId, partnershipId),
				or(
					inArray(documents.phase, ['proposed', 'final']),
					and(
						eq(documents.phase, 'draft'),
						inArray(versions.id, db.select({ id: decisions.versionId }).from(decisions)),
					),
				),
			),
		)
		.orderBy(asc(documents.reference), desc(versions.number))
	return rows
		.map((row) => row.paper)
		.filter((one) => !decided.some((past) => past.documentId === one.documentId && past.number >= one.number))
}

function decides({ outcome }: Result): boolean {
	return outcome !== 'no-quorum' && outcome !== 'nobody-voted'
}

/** The next published meetings from a moment on that were not called off, soonest first. */
export async function listComingMeetings(
	db: Connection,
	{ partnershipId }: Place,
	{ from, groupId, except }: { from: Date; groupId?: string; except?: string },
): Promise<MeetingOfBody[]> {
	const rows = await selectMeetings(db)
		.where(
			and(
				eq(meetings.partnershipId, partnershipId),
				gt(meetings.startsAt, from),
				isNotNull(meetings.publishedAt),
				isNull(meetings.calledOffAt),
				groupId === undefined ? undefined : eq(meetings.groupId, groupId),
				except === undefined ? undefined : ne(meetings.id, except),
			),
		)
		.orderBy(asc(meetings.startsAt), asc(meetings.reference))
	return rows.map(fromRow)
}

/**
 * The published meetings of boards in open partnerships whose minutes say that one of these members was there or away, presided,
 * took the minutes or approved them.
 */
export async function listPublishedMeetings(db: Connection, memberIds: readonly string[]) {
	if (memberIds.length === 0) return []
	const ids = [...memberIds]
	const attended = db
		.select({ id: meetingAttendance.meetingId })
		.from(meetingAttendance)
		.where(eq(meetingAttendance.memberId, members.id))
	return await db
		.select({
			meetingId: meetings.id,
			reference: meetings.reference,
			body: groups.name,
			startsAt: meetings.startsAt,
			slug: partnerships.slug,
			memberId: members.id,
		})
		.from(meetings)
		.innerJoin(groups, eq(groups.id, meetings.groupId))
		.innerJoin(partnerships, eq(partnerships.id, meetings.partnershipId))
		.innerJoin(members, eq(members.partnershipId, meetings.partnershipId))
		.where(
			and(
				inArray(members.id, ids),
				eq(groups.kind, 'board'),
				eq(partnerships.open, true),
				isNotNull(meetings.publishedAt),
				or(
					inArray(meetings.id, attended),
					eq(meetings.presiderId, members.id),
					eq(meetings.clerkId, members.id),
					eq(meetings.approvedBy, members.id),
				),
			),
		)
		.orderBy(asc(meetings.startsAt), asc(meetings.reference))
}

/** Whether anybody meets here: a body that minutes its decisions, or a meeting of one that has closed since. */
export async function isMeetingHere(db: Connection, { partnershipId }: Place): Promise<boolean> {
	const [body] = await db
		.select({ id: groups.id })
		.from(groups)
		.where(
			and(
				eq(groups.partnershipId, partnershipId),
				isNull(groups.closedAt),
				inArray(groups.kind, ['board', 'collaborative']),
			),
		)
		.limit(1)
	if (body) return true
	const [meeting] = await db
		.select({ id: meetings.id })
		.from(meetings)
		.where(eq(meetings.partnershipId, partnershipId))
		.limit(1)
	return meeting !== undefined
}

const paper = {
	versionId: versions.id,
	number: versions.number,
	title: versions.title,
	documentId: documents.id,
	reference: documents.reference,
	template: documents.template,
	partnershipId: documents.partnershipId,
	groupId: documents.groupId,
	visibility: documents.visibility,
	phase: documents.phase,
}

function selectItems(db: Connection) {
	return db
		.select({ item: meetingItems, paper })
		.from(meetingItems)
		.leftJoin(versions, eq(versions.id, meetingItems.versionId))
		.leftJoin(documents, eq(documents.id, versions.documentId))
		.$dynamic()
}

function withPaper({ item, paper }: { item: Item; paper: Nullable<ItemPaper> }): ItemWithPaper {
	return { ...item, paper: paper.versionId === null ? null : (paper as ItemPaper) }
}

type Nullable<Shape> = { [Key in keyof Shape]: Shape[Key] | null }

function selectMeetings(db: Connection) {
	return db
		.select({
			meeting: meetings,
			body: { id: groups.id, partnershipId: groups.partnershipId, kind: groups.kind, name: groups.name },
		})
		.from(meetings)
		.innerJoin(groups, eq(groups.id, meetings.groupId))
		.$dynamic()
}

function fromRow({ meeting, body }: { meeting: Meeting; body: MeetingBody }): MeetingOfBody {
	return { ...meeting, body }
}
