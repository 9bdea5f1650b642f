import type { Connection } from '../../../db/database.ts'
import { listMeetings, type MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadMeeting } from '../../domain/access/policies.ts'
import { earlierMeetings, lastMeeting } from '../../domain/meetings/last-meeting.ts'
import { type Meeting, stageOf } from '../../domain/meetings/meeting.ts'

/** Its own body's other meetings, oldest first. */
export async function listOthers(db: Connection, place: Place, { id, groupId }: Pick<Meeting, 'id' | 'groupId'>) {
	const all = await listMeetings(db, place)
	return all.filter((one) => one.groupId === groupId && one.id !== id)
}

/** What an agenda that is told to people from now on means by "minutes of last time". */
export async function lastMeetingToKeep(
	db: Connection,
	place: Place,
	meeting: Pick<Meeting, 'id' | 'groupId' | 'startsAt'>,
): Promise<string | null> {
	const asked = { startsAt: meeting.startsAt, publishedAt: null, kept: null }
	return lastMeeting(asked, await listOthers(db, place, meeting))?.id ?? null
}

/** "Minutes of last time" as this reader may know of them. */
export async function readEarlierMeetings(
	db: Connection,
	{ place, membership, meeting }: { place: Place; membership: Membership | null; meeting: MeetingOfBody },
	now = new Date(),
) {
	const others = await listOthers(db, place, meeting)
	return earlierMeetings({ ...meeting, kept: meeting.lastMeetingId }, others, now)
		.filter((one) => mayReadMeeting(membership, one))
		.map((one) => ({ id: one.id, startsAt: one.startsAt, approvedOn: one.approvedOn, stage: stageOf(one, now) }))
}

export type ShownEarlier = Awaited<ReturnType<typeof readEarlierMeetings>>[number]
