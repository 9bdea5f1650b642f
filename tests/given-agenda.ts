import type { Membership } from '../app/domain/access/membership.ts'
import type { MoveAsked } from '../app/domain/meetings/move-meeting.ts'
import type { SaidOfAttended } from '../app/domain/meetings/seats-now.ts'
import { addAgendaItem, type NewItem } from '../app/features/meetings/add-item.server.ts'
import { drawUpMeeting } from '../app/features/meetings/draw-up-meeting.server.ts'
import { moveDigest, moveMeeting } from '../app/features/meetings/move-meeting.server.ts'
import { publishAgenda } from '../app/features/meetings/publish-agenda.server.ts'
import { attendanceDigest, setAttendance } from '../app/features/meetings/set-attendance.server.ts'
import { newId } from '../app/http/new-id.ts'
import type { Database } from '../db/database.ts'
import { saveDocument } from '../db/queries/documents.ts'
import { findMeeting, listAttendance } from '../db/queries/meetings.ts'
import type { givenBoard } from './given-board.ts'
import { givenVersion } from './given-version.ts'

/** For tests: a board with its rules, and a Thursday on which it meets. */
export const drawnUpAt = new Date('2026-06-15T09:00:00Z')
export const startsAt = new Date('2026-06-25T13:00:00Z')
export const heldOn = '2026-06-25'
export const afterMeeting = new Date('2026-06-25T16:00:00Z')

export function must<Answer extends object>(answer: Answer): Exclude<Answer, { refused: unknown }> {
	if ('refused' in answer) throw new Error(JSON.stringify(answer))
	return answer as Exclude<Answer, { refused: unknown }>
}

/** Its published agenda, with a paper to decide about and an item to discuss. */
export async function givenAgenda(
	{ db, given, clerk, group }: Awaited<ReturnType<typeof givenBoard>>,
	change: Partial<Pick<NewItem, 'title' | 'privateReason'>> = {},
) {
	const { version, document } = await givenVersion(db, given)
	await db.write((tx) => saveDocument(tx, { ...document, phase: 'proposed' }))
	const asked = { id: newId(), groupId: group.id, startsAt, place: 'Room 2' }
	const { meeting } = must(await drawUpMeeting(db, clerk, asked, drawnUpAt))
	const added = async (item: Partial<NewItem>) => {
		const whole = { presenter: 'Ann', privateReason: null, lateReason: null, versionId: null, ...item }
		const named = { id: newId(), title: 'Winter', purpose: 'discuss' as const, ...whole }
		return must(await addAgendaItem(db, clerk, meeting.id, named, drawnUpAt)).item
	}
	const decide = await added({ title: 'Breaks for carers', purpose: 'decide', versionId: version.id, ...change })
	const discuss = await added({})
	must(await publishAgenda(db, clerk, { meetingId: meeting.id, reason: null }, drawnUpAt))
	return { meetingId: meeting.id, versionId: version.id, document, decide, discuss }
}

export function came(memberId: string, change: Partial<SaidOfAttended> = {}): SaidOfAttended {
	return { memberId, here: 'present', joined: 'room', late: false, left: false, substitute: '', ...change }
}

/** The clerk writes down who came, for the first time. */
export async function attendedBy(
	{ db, clerk, chair }: Awaited<ReturnType<typeof givenBoard>>,
	meetingId: string,
	attended: SaidOfAttended[],
) {
	const base = attendanceDigest([], { presiderId: null, clerkId: null, startsAt })
	const said = { attended, presiderId: chair.memberId, clerkId: clerk.memberId, base }
	must(await setAttendance(db, clerk, meetingId, said, afterMeeting))
}

/** Somebody moves it, having seen what stands. */
export async function movedBy(
	db: Database,
	who: Membership,
	meetingId: string,
	asked: Partial<MoveAsked>,
	now = drawnUpAt,
) {
	const meeting = (await findMeeting(db.read, who, meetingId))!
	const base = moveDigest(meeting, await listAttendance(db.read, meetingId))
	const whole = { startsAt: meeting.startsAt, place: meeting.place, reason: 'Snow', chairReason: null, ...asked }
	return await moveMeeting(db, who, meetingId, { ...whole, base }, now)
}
