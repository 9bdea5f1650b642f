import type { Connection, Database } from '../../../db/database.ts'
import { changeMeeting, findMeeting, listAttendance, saveAttendance } from '../../../db/queries/meetings.ts'
import { findMember } from '../../../db/queries/members.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayMinute } from '../../domain/access/policies.ts'
import { meetingQuorum } from '../../domain/decisions/board/meeting-quorum.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { type AttendanceMend, judgeAttendance } from '../../domain/meetings/judge-attendance.ts'
import { type Attended, type Meeting, stageOf } from '../../domain/meetings/meeting.ts'
import { type SaidOfAttended, seatsNow } from '../../domain/meetings/seats-now.ts'
import { namesOf } from '../decisions/board/body-member.ts'
import type { AttendanceSaid } from './attendance-form.ts'
import { bodyToKeep, findBodyToKeep } from './body-then.server.ts'

export type AttendanceRefusal =
	| 'not-found'
	| 'not-yours-to-set'
	| 'not-published'
	| 'called-off'
	| 'approved'
	| 'rules-missing'
	| 'changed-meanwhile'

export type AttendanceSet =
	| { saved: true }
	| { refused: AttendanceRefusal }
	| { refused: 'not-so'; mend: AttendanceMend[] }

/**
 * Over what stands of who came and of when the meeting is, so that two clerks do not write over each other, and nobody is said to be
 * there at an hour to which it was moved since.
 */
export function attendanceDigest(
	attended: readonly Attended[],
	{ presiderId, clerkId, startsAt }: Pick<Meeting, 'presiderId' | 'clerkId' | 'startsAt'>,
): string {
	const said = [...attended].sort((a, b) => (a.memberId < b.memberId ? -1 : 1)).map(plain)
	return fingerprint({ said, presiderId, clerkId, startsAt: startsAt.toISOString() }).slice(0, 16)
}

/**
 * Writes down who came and how, who presides and who takes the minutes, until the minutes are approved. Those of whom nothing is
 * said stay as they were. `base` is the digest of what its writer saw.
 */
export function setAttendance(
	db: Database,
	who: Membership,
	meetingId: string,
	{ attended, presiderId, clerkId, base }: AttendanceSaid & { base: string },
	now = new Date(),
) {
	return db.write(async (tx): Promise<AttendanceSet> => {
		const meeting = await findMeeting(tx, who, meetingId)
		if (!meeting) return { refused: 'not-found' }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-yours-to-set' }
		const stage = stageOf(meeting, now)
		if (stage === 'draft') return { refused: 'not-published' }
		if (stage === 'called-off' || stage === 'approved') return { refused: stage }
		const before = await listAttendance(tx, meetingId)
		const body = await findBodyToKeep(tx, who, meeting, before)
		const { rules, seats } = body
		if (!rules) return { refused: 'rules-missing' }
		const keptBody = bodyToKeep(body)
		const officerId = await onlyMember(tx, who, clerkId)
		const isSame = attendanceDigest(withSaid(before, attended), { ...meeting, presiderId, clerkId: officerId })
		const stands = attendanceDigest(before, meeting)
		// The same form sent twice is no change by somebody else, unless the body's rules or seats were put right in between.
		if (isSame === stands && fingerprint(keptBody) === fingerprint(meeting.keptBody)) return { saved: true }
		if (isSame !== stands && base !== stands) return { refused: 'changed-meanwhile' }
		const after = withSaid(before, attended)
		const mend = judgeAttendance({ attended: after, presiderId }, { seats, rules, names: namesOf(seats) })
		if (mend.length > 0) return { refused: 'not-so', mend }

		for (const said of attended) {
			if (!seats.some(({ memberId }) => memberId === said.memberId)) continue
			const standing = before.find(({ memberId }) => memberId === said.memberId)
			if (standing && fingerprint(plain(standing)) === fingerprint(plain(said))) continue
			await saveAttendance(tx, { ...said, meetingId, setBy: who.memberId, setAt: now })
		}
		await changeMeeting(tx, meetingId, { presiderId, clerkId: officerId, keptBody })
		const { present, met } = meetingQuorum({ seats: seatsNow(seats, after), rules })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'meeting-attendance-set',
			subjectId: meetingId,
			actorId: who.memberId,
			at: now,
			details: { present, quorum: met },
		})
		return { saved: true }
	})
}

function withSaid(before: readonly Attended[], said: readonly SaidOfAttended[]): Attended[] {
	const kept = before.filter(({ memberId }) => !said.some((one) => one.memberId === memberId))
	return [...kept, ...said.map((one) => ({ ...one, meetingId: '', setBy: '', setAt: new Date(0) }))]
}

function plain({ memberId, here, joined, late, left, substitute }: SaidOfAttended) {
	return { memberId, here, joined, late, left, substitute }
}

/** Whoever takes the minutes is a member here: an id that a form sent is no proof of it. */
async function onlyMember(tx: Connection, here: Place, id: string | null) {
	return id && (await findMember(tx, here, id)) ? id : null
}
