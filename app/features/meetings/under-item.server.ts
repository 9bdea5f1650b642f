import type { Connection } from '../../../db/database.ts'
import { changeItem, findItemAnywhere } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Day } from '../../domain/actions/days.ts'
import { type UnderItemRefusal, underItemRefusal } from '../../domain/meetings/enter-decision.ts'

interface Entered {
	groupId: string
	versionId: string
	heldOn: Day
}

/** May this decision stand under this item of a meeting? An id of an item that is not here fits nothing. */
export async function refuseUnderItem(
	tx: Connection,
	who: Membership,
	itemId: string,
	entered: Entered,
	now: Date,
): Promise<UnderItemRefusal | null> {
	const found = await findItemAnywhere(tx, who, itemId)
	return found ? underItemRefusal(found, entered, now) : 'item-elsewhere'
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
