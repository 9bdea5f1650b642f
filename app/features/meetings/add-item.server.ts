import type { Connection, Database } from '../../../db/database.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { addItem, findMeeting, isItemAnywhere, listItems, listReadyPapers } from '../../../db/queries/meetings.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { findVersion } from '../../../db/queries/versions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { holdsOffice, mayMinute, mayReadDocument } from '../../domain/access/policies.ts'
import { type AddRefusal, isLate, judgeAdding } from '../../domain/meetings/agenda.ts'
import type { Item, MeetingBody } from '../../domain/meetings/meeting.ts'
import { mayDecideAbout } from '../decisions/board/bodies.server.ts'

export type NewItem = Pick<
	Item,
	'id' | 'title' | 'purpose' | 'versionId' | 'presenter' | 'privateReason' | 'lateReason'
>

export type AddItemRefusal = AddRefusal | 'not-found' | 'not-allowed' | 'added-already' | 'paper-not-ready'

/**
 * Puts an item at the end of an agenda: a paper that the body may decide about, or a title alone to discuss or note. On a
 * published agenda it has its entry in the record, and the chair's reason when too few clear days are left.
 */
export function addAgendaItem(db: Database, who: Membership, meetingId: string, asked: NewItem, now = new Date()) {
	return db.write(async (tx): Promise<{ item: Item } | { refused: AddItemRefusal }> => {
		const meeting = await findMeeting(tx, who, meetingId)
		if (!meeting) return { refused: 'not-found' }
		if (!mayMinute(who, meeting.body)) return { refused: 'not-allowed' }
		const items = await listItems(tx, meetingId)
		const before = items.find(({ id }) => id === asked.id)
		if (before) return isSame(before, asked) ? { item: before } : { refused: 'added-already' }
		if (await isItemAnywhere(tx, asked.id)) return { refused: 'added-already' }
		const judged = judgeAdding(meeting, items, asked, now)
		if (judged !== 'ok') return { refused: judged }
		if (asked.versionId && !(await isReady(tx, who, meeting.body, asked.versionId)))
			return { refused: 'paper-not-ready' }

		const late = isLate(meeting, now)
		const item: Item = {
			...asked,
			meetingId,
			position: Math.max(0, ...items.map(({ position }) => position)) + 1,
			addedAt: now,
			lateReason: late ? asked.lateReason : null,
			titleChanges: null,
			takenOffAt: null,
			takenOffReason: null,
			decisionId: null,
			noted: null,
		}
		await addItem(tx, item)
		if (meeting.publishedAt)
			await recordEvent(tx, {
				partnershipId: who.partnershipId,
				kind: 'meeting-item-added',
				subjectId: meetingId,
				actorId: who.memberId,
				at: now,
				details: { item: item.id, late, ...(late && { asChair: holdsOffice(who, meeting.groupId, 'chair') }) },
			})
		return { item }
	})
}

/** Read, decided about by this body, and not yet: what `listReadyItems` offers. An id that a form made up is none. */
async function isReady(db: Connection, who: Membership, body: MeetingBody, versionId: string): Promise<boolean> {
	const ready = await listReadyPapers(db, who, body.id)
	const version = ready.some((paper) => paper.versionId === versionId) && (await findVersion(db, who, versionId))
	const document = version && (await findDocument(db, who, version.documentId))
	return Boolean(document && mayReadDocument(who, document) && mayDecideAbout(body, document))
}

function isSame(item: Item, asked: NewItem): boolean {
	return (['title', 'purpose', 'versionId', 'presenter', 'privateReason'] as const).every(
		(key) => item[key] === asked[key],
	)
}
