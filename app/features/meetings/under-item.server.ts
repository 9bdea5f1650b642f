import type { Connection } from '../../../db/database.ts'
import { changeItem, findItemAnywhere, listAttendance, listInterests } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import type { Day } from '../../domain/actions/days.ts'
import type { Attendance } from '../../domain/decisions/board/minute.ts'
import { interestsLeftOut, type UnderItemRefusal, underItemRefusal } from '../../domain/meetings/enter-decision.ts'
import { type AttendanceDifference, attendanceDifferences } from '../../domain/meetings/same-attendance.ts'

interface Entered {
	groupId: string
	versionId: string
	heldOn: Day
	seats: readonly Attendance[]
}

export interface DeclaredMeanwhile {
	memberId: string
	/** Empty of an item of part B: the minute may be open to more people. */
	interest: string
}

export interface Misplaced {
	refused: UnderItemRefusal
	/** Of 'interest-declared'. */
	declared?: DeclaredMeanwhile[]
	/** Of 'attendance-differs'. */
	differences?: AttendanceDifference[]
}

/**
 * May this decision stand under this item of a meeting? An id of an item that is not here fits nothing. An interest may have
 * been declared while the clerk wrote, so the minute must say something of each that stands. Who was there for the item must fit
 * who was there at the meeting.
 */
export async function refuseUnderItem(
	tx: Connection,
	who: Membership,
	itemId: string,
	entered: Entered,
	now: Date,
): Promise<Misplaced | null> {
	const found = await findItemAnywhere(tx, who, itemId)
	if (!found) return { refused: 'item-elsewhere' }
	const refused = underItemRefusal(found, entered, now)
	if (refused) return { refused }
	const interests = await listInterests(tx, found.meeting.id)
	const own = interests.filter((one) => one.itemId === itemId)
	const declared = interestsLeftOut(own, entered.seats).map(({ memberId, interest }) => ({
		memberId,
		interest: found.item.privateReason === null ? interest : '',
	}))
	if (declared.length > 0) return { refused: 'interest-declared', declared }
	const differences = attendanceDifferences(await listAttendance(tx, found.meeting.id), entered.seats)
	return differences.length > 0 ? { refused: 'attendance-differs', differences } : null
}

/** Where the seats of a decision under an item cannot be so with who was there at its meeting. */
export async function findAttendanceDifferences(
	db: Connection,
	here: Place,
	itemId: string,
	seats: readonly Attendance[],
): Promise<AttendanceDifference[]> {
	const found = await findItemAnywhere(db, here, itemId)
	return found ? attendanceDifferences(await listAttendance(db, found.meeting.id), seats) : []
}

/** Part of the write that enters the decision, so that both stand or neither does. */
export async function putUnderItem(tx: Connection, who: Membership, itemId: string, decisionId: string, now: Date) {
	const found = await findItemAnywhere(tx, who, itemId)
	if (!found) throw new Error('an item was found and is gone in the same write')
	await changeItem(tx, itemId, { decisionId })
	await recordEvent(tx, {
		partnershipId: who.partnershipId,
		kind: 'meeting-item-decided',
		subjectId: found.meeting.id,
		actorId: who.memberId,
		at: now,
		details: { itemId, decisionId },
	})
}
