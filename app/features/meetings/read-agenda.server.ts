import type { Connection } from '../../../db/database.ts'
import { listBody, nameMembers } from '../../../db/queries/board-decisions.ts'
import { countNotesOn } from '../../../db/queries/disagreement-notes.ts'
import { type ItemWithPaper, listComingMeetings, listItems, type MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { numbered, waysToMove } from '../../domain/meetings/agenda.ts'
import type { Missing } from '../../domain/meetings/check-paper.ts'
import { clearDaysUntil, isShortNotice, lastDayToPublish } from '../../domain/meetings/clear-days.ts'
import { type Meeting, type Purpose, stageOf } from '../../domain/meetings/meeting.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { checkPapers } from './check-papers.server.ts'
import { readEarlierMeetings } from './find-last-meeting.server.ts'
import { type NoticeLeft, retitledWords, type WithheldItem } from './meeting-words.ts'
import { presentMoves } from './present-moves.ts'
import { sayChairReasons } from './reasons-entered.server.ts'
import { readNameRemovals } from './remove-names.server.ts'
import { type ItemReaders, itemReaders } from './who-reads.ts'

/** An item as one reader may see it. */
export interface ShownItem {
	id: string
	/** In the order of the meeting, the same for every reader; null when it was taken off. */
	number: number | null
	title: string
	/** What it was called before on the published agenda, and why that was corrected. */
	retitled: string[]
	purpose: Purpose
	presenter: string
	/** Null: part A. */
	privateReason: string | null
	/** The chair's for adding it late, and who entered it. */
	lateReasonSaid: string | null
	takenOffReason: string | null
	paper: { title: string; reference: string; number: number; path: string; missing: Missing } | null
	/** "I see it differently", said of decisions about this very paper. */
	notes: { reference: string; path: string; notes: number }[]
	decisionId: string | null
	noted: string | null
	readers: ItemReaders
	/** Which way it can go from where it stands in its part. */
	ways: { up: boolean; down: boolean }
}

/** An item in its place on the agenda: itself, or only that it is there. */
export type ShownRow = { isPartB: boolean } & (
	| { item: ShownItem; withheld: null }
	| { item: null; withheld: WithheldItem }
)

/** The agenda of a meeting that the reader may read, in the order of the meeting: part A and then part B. */
export async function readAgenda(
	db: Connection,
	{ place, membership, meeting }: { place: Place; membership: Membership | null; meeting: MeetingOfBody },
	now = new Date(),
) {
	const [all, seats, earlier, coming] = await Promise.all([
		listItems(db, meeting.id),
		listBody(db, place, meeting.groupId),
		readEarlierMeetings(db, { place, membership, meeting }, now),
		listComingMeetings(db, place, { from: meeting.startsAt, groupId: meeting.groupId, except: meeting.id }),
	])
	const sights = numbered(all).map(({ item, number }) => ({
		item,
		number,
		sight: seeItem(membership, meeting.body, item),
	}))
	const open = sights.filter(({ sight }) => sight === 'all')
	const papers = open.flatMap(({ item: { paper } }) => (paper ? [paper] : []))
	const [missing, notes, names, removals, reasons] = await Promise.all([
		checkPapers(db, place, papers),
		countNotesOn(
			db,
			papers.map(({ versionId }) => versionId),
		),
		nameMembers(db, meeting.presiderId ? [meeting.presiderId] : []),
		readNameRemovals(db, meeting),
		sayChairReasons(
			db,
			place,
			meeting,
			open.map(({ item }) => item),
		),
	])
	const shown = presentMeeting(meeting, now)
	const rows = sights.map(({ item, number, sight }): ShownRow => {
		const isPartB = item.privateReason !== null
		if (sight !== 'all') return { isPartB, item: null, withheld: { ...sight, number } }
		return {
			isPartB,
			withheld: null,
			item: {
				...presentItem(item, number),
				lateReasonSaid: reasons.lateOf(item),
				ways: waysToMove(all, item.id),
				paper: item.paper && {
					title: item.paper.title,
					reference: item.paper.reference,
					number: item.paper.number,
					path: `/documents/${item.paper.documentId}/versions/${item.paper.number}`,
					missing: missing.get(item.paper.versionId) ?? [],
				},
				notes: notes
					.filter(({ versionId }) => versionId === item.versionId)
					.map(({ reference, decisionId, notes }) => ({ reference, path: `/decisions/${decisionId}#notes`, notes })),
			},
		}
	})
	const chair = seats.find(({ office }) => office === 'chair')
	return {
		...shown,
		moves: shown.moves.map((move, at) => ({ ...move, shortNoticeSaid: reasons.moves.toReversed()[at] ?? null })),
		shortNoticeSaid: reasons.shortNotice,
		presider: (meeting.presiderId ? names.get(meeting.presiderId)?.name : chair?.name) ?? null,
		/** Null once it is published. */
		notice: meeting.publishedAt || meeting.calledOffAt ? null : noticeLeft(meeting, now),
		rows,
		items: rows.flatMap(({ item }) => item ?? []),
		withheld: rows.flatMap(({ withheld }) => withheld ?? []),
		earlier,
		removals,
		next: coming[0] ? { id: coming[0].id, startsAt: coming[0].startsAt, place: coming[0].place } : null,
	}
}

export type ShownAgenda = Awaited<ReturnType<typeof readAgenda>>

function noticeLeft({ startsAt }: Pick<Meeting, 'startsAt'>, now: Date): NoticeLeft {
	return {
		hasBegun: startsAt <= now,
		isShort: isShortNotice(now, startsAt),
		clearDays: clearDaysUntil(now, startsAt),
		publishBy: lastDayToPublish(startsAt),
	}
}

/** A meeting in a list or at the top of its page. */
export function presentMeeting(meeting: MeetingOfBody, now: Date) {
	const firstStartsAt = new Date(meeting.moves?.[0]?.startsAt ?? meeting.startsAt)
	return {
		id: meeting.id,
		reference: meeting.reference,
		body: meeting.body.name,
		startsAt: meeting.startsAt,
		place: meeting.place,
		stage: stageOf(meeting, now),
		publishedAt: meeting.publishedAt,
		/** When it was to be as it was published. */
		firstStartsAt,
		/** Between publishing and the meeting as it was then; for a draft, as if it were published now. */
		clearDays: clearDaysUntil(meeting.publishedAt ?? now, firstStartsAt),
		moves: presentMoves(meeting),
		calledOffReason: meeting.calledOffReason,
	}
}

export type ShownMeeting = ReturnType<typeof presentMeeting>

function presentItem(item: ItemWithPaper, number: number | null) {
	const { id, title, purpose, presenter, privateReason, takenOffReason, decisionId, noted } = item
	const readers = itemReaders(item)
	const retitled = retitledWords(item)
	return {
		id,
		number,
		title,
		purpose,
		presenter,
		privateReason,
		takenOffReason,
		decisionId,
		noted,
		readers,
		retitled,
	}
}
