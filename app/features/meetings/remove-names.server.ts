import type { Connection, Database } from '../../../db/database.ts'
import { nameMembers } from '../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findMeeting, listItems, type MeetingOfBody, saveMeetingWithoutNames } from '../../../db/queries/meetings.ts'
import { listMeetingNameRemovals } from '../../../db/queries/name-removals.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayMinute, mayReadDocument } from '../../domain/access/policies.ts'
import { numbered } from '../../domain/meetings/agenda.ts'
import { type MeetingItemWords, type MeetingWords, meetingTexts } from '../../domain/meetings/meeting-texts.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { removalWords } from '../decisions/board/minute-text.ts'
import { namingIn } from '../decisions/board/present-minute.ts'
import {
	type NamesAsked,
	type NamesHeld,
	type NamesRemoving,
	previewNames,
	takeNamesOut,
} from '../decisions/board/take-names-out.server.ts'
import { findRoom, idsInRoom } from './find-room.server.ts'

/** What a removal would do, before it is done. Refuses what the removal does. */
export async function previewMeetingNames(db: Connection, who: Membership, meetingId: string, asked: NamesAsked) {
	const held = await findMeetingHeld(db, who, meetingId)
	return 'refused' in held ? held : previewNames(held, asked)
}

/**
 * Takes names that were typed for somebody else out of a meeting's agenda and minutes for good, also after they were
 * approved: not out of items that this person may not see, nor out of the minutes of its decisions, which have their own.
 * Refuses 'not-found', 'not-yours-to-remove', and what `takeNamesOut` does.
 */
export function removeNamesFromMeeting(
	db: Database,
	who: Membership,
	meetingId: string,
	removing: NamesRemoving,
	now = new Date(),
) {
	return takeNamesOut(db, who, (tx) => findMeetingHeld(tx, who, meetingId), removing, now)
}

/** Everything typed in a meeting that this person may see, and who stays named. */
async function findMeetingHeld(
	db: Connection,
	who: Membership,
	meetingId: string,
): Promise<NamesHeld<MeetingWords> | { refused: 'not-found' | 'not-yours-to-remove' }> {
	const meeting = await findMeeting(db, who, meetingId)
	if (!meeting) return { refused: 'not-found' }
	if (!mayMinute(who, meeting.body)) return { refused: 'not-yours-to-remove' }
	const room = await findRoom(db, who, meeting)
	const removals = await listMeetingNameRemovals(db, meetingId)
	const sat = await nameMembers(db, idsInRoom(meeting, room), { keepsNames: true })
	const { place, shortNoticeReason, calledOffReason, moves } = meeting
	const seen = numbered(room.items).filter(({ item }) => seeItem(who, meeting.body, item) === 'all')
	return {
		typed: {
			meeting: { place, shortNoticeReason, calledOffReason, moves },
			items: seen.map(({ item, number }) => ({ ...wordsOf(item), number })),
			attended: room.attended.map(({ memberId, substitute }) => ({ memberId, substitute })),
			interests: room.interests.filter(({ itemId }) => seen.some(({ item }) => item.id === itemId)),
			removals,
		},
		texts: meetingTexts,
		members: [...sat.values()].map(({ name }) => name),
		made: removals,
		event: { kind: 'meeting-names-removed', subjectId: meetingId },
		save: (tx, removal, words) => saveMeetingWithoutNames(tx, { ...removal, meetingId }, words),
	}
}

function wordsOf({
	id,
	title,
	titleChanges,
	presenter,
	privateReason,
	lateReason,
	takenOffReason,
	noted,
}: Omit<MeetingItemWords, 'number'>) {
	return { id, title, titleChanges, presenter, privateReason, lateReason, takenOffReason, noted }
}

export interface MinuteBeside {
	reference: string
	decisionId: string
}

/** The decisions under its items whose own minutes this person may take names out of. */
export async function listMinutesBeside(
	db: Connection,
	who: Membership,
	meeting: MeetingOfBody,
): Promise<MinuteBeside[]> {
	const items = await listItems(db, meeting.id)
	const found = await Promise.all(
		items.map(async ({ decisionId }): Promise<MinuteBeside[]> => {
			const decision = decisionId && (await findDecision(db, who, decisionId))
			return decision && mayReadDocument(who, decision.about) ? [{ reference: decision.reference, decisionId }] : []
		}),
	)
	return found.flat()
}

/** That names are gone from a meeting, when, by whom and why, for everybody who may read it. */
export async function readNameRemovals(db: Connection, meeting: MeetingOfBody): Promise<string[]> {
	const removals = await listMeetingNameRemovals(db, meeting.id)
	const names = await nameMembers(
		db,
		removals.map(({ removedBy }) => removedBy),
	)
	const nameOf = namingIn(names)
	return removalWords(
		{
			removals: removals.map(({ reason, places, removedBy, removedAt }) => ({
				reason,
				places,
				by: nameOf(removedBy),
				at: removedAt,
				isAfterSeal: meeting.approvedAt !== null && removedAt >= meeting.approvedAt,
			})),
		},
		'The seal in the record is still that of the minutes with those names in them',
	)
}
