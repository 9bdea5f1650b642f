import type { Connection, Database } from '../../../../db/database.ts'
import { addMinute, findMinute } from '../../../../db/queries/board-decisions.ts'
import { addDecision, findDecision } from '../../../../db/queries/decisions.ts'
import { findDocument, saveDocument } from '../../../../db/queries/documents.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { listMeetings } from '../../../../db/queries/meetings.ts'
import { findMember } from '../../../../db/queries/members.ts'
import { nextReference } from '../../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import { findVersion } from '../../../../db/queries/versions.ts'
import type { Membership, Place } from '../../../domain/access/membership.ts'
import { mayMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import { londonDay } from '../../../domain/actions/days.ts'
import { asDecision } from '../../../domain/decisions/board/as-decision.ts'
import { judgeMinute, type Problem } from '../../../domain/decisions/board/judge-minute.ts'
import type { Decision } from '../../../domain/decisions/decision.ts'
import { placeDetails } from '../../../domain/decisions/verify-standing.ts'
import type { Document } from '../../../domain/documents/document.ts'
import { propose } from '../../../domain/documents/propose.ts'
import { fingerprint } from '../../../domain/fingerprint.ts'
import type { UnderItemRefusal } from '../../../domain/meetings/enter-decision.ts'
import { type Misplaced, putUnderItem, refuseUnderItem } from '../../meetings/under-item.server.ts'
import { mayDecideAbout } from './bodies.server.ts'
import { namesOf, plainSeat } from './body-member.ts'
import { findBody } from './find-body.server.ts'
import { type Entry, withParts } from './with-parts.ts'

export interface NewBoardDecision {
	/** Made by the form, so that sending it twice enters one decision. */
	id: string
	versionId: string
	groupId: string
	/** The item of a meeting under which it was decided. */
	itemId?: string | null
	entry: Entry
}

export type RecordRefusal =
	| 'not-found'
	| 'not-yours-to-enter'
	| 'entered-already'
	| 'group-closed'
	| 'document-stopped'
	| 'group-cannot-read'
	| 'rules-missing'
	| 'day-locked'
	| UnderItemRefusal

export type Recorded =
	| { decision: Decision }
	| (Omit<Misplaced, 'refused'> & { refused: RecordRefusal })
	| { refused: 'not-so'; problems: Problem[] }

/**
 * Enters what a body decided at a meeting about one version. It is a record of something that happened, so a version is
 * not asked to be fit for it; one that is fit takes its document out of draft, so ask the live documents again afterwards
 * (`live.recheck`).
 */
export function recordBoardDecision(db: Database, who: Membership, asked: NewBoardDecision, now = new Date()) {
	return db.write(async (tx): Promise<Recorded> => {
		const version = await findVersion(tx, who, asked.versionId)
		const document = version && (await findDocument(tx, who, version.documentId))
		const group = await findGroup(tx, who, asked.groupId)
		if (!document || !group || !mayReadDocument(who, document)) return { refused: 'not-found' }
		if (!mayMinute(who, group)) return { refused: 'not-yours-to-enter' }
		const before = await findDecision(tx, who, asked.id)
		if (before) return await sameAs(tx, before, asked)

		if (group.closedAt) return { refused: 'group-closed' }
		if (document.phase === 'stopped') return { refused: 'document-stopped' }
		if (!mayDecideAbout(group, document)) return { refused: 'group-cannot-read' }
		const { rules, seats } = await findBody(tx, who, group.id, asked.entry.heldOn)
		if (!rules) return { refused: 'rules-missing' }
		const minute = withParts(seats.map(plainSeat), rules, await withOfficer(tx, who, asked.entry))
		const problems = judgeMinute(minute, now, namesOf(seats))
		if (problems.length > 0) return { refused: 'not-so', problems }
		const entered = { groupId: group.id, versionId: version.id, heldOn: minute.heldOn, seats: minute.seats }
		if (!asked.itemId && (await isLockedDay(tx, who, group.id, minute.heldOn))) return { refused: 'day-locked' }
		const misplaced = asked.itemId ? await refuseUnderItem(tx, who, asked.itemId, entered, now) : null
		if (misplaced) return misplaced

		const decision: Decision = {
			...asDecision(minute, version.fingerprint),
			id: asked.id,
			partnershipId: who.partnershipId,
			groupId: group.id,
			versionId: version.id,
			reference: await nextReference(tx, who, 'DEC', now.getUTCFullYear()),
			stoppedReason: null,
			outcome: null,
			openedBy: who.memberId,
		}
		await addDecision(tx, decision)
		await addMinute(tx, {
			decisionId: decision.id,
			minute,
			corrections: 0,
			recordedBy: who.memberId,
			recordedAt: now,
			approvedBy: null,
			approvedAt: null,
			approvedOn: null,
		})
		const event = { partnershipId: who.partnershipId, actorId: who.memberId, at: now }
		if (isFit(document, version.sections)) {
			await saveDocument(tx, { ...document, phase: 'proposed' })
			await recordEvent(tx, {
				...event,
				kind: 'document-proposed',
				subjectId: document.id,
				details: { version: version.number },
			})
		}
		await recordEvent(tx, {
			...event,
			kind: 'board-decision-recorded',
			subjectId: decision.id,
			details: {
				seal: decision.seal,
				versionId: version.id,
				heldOn: minute.heldOn,
				outcome: decision.result!.outcome,
				...placeDetails(decision),
			},
		})
		if (asked.itemId) await putUnderItem(tx, who, asked.itemId, decision.id, now)
		return { decision }
	})
}

/** The body met here that day, and what was decided then is approved: nothing is added to it from outside. */
async function isLockedDay(db: Connection, here: Place, groupId: string, heldOn: string): Promise<boolean> {
	const meetings = await listMeetings(db, here)
	return meetings.some((one) => one.groupId === groupId && one.approvedAt && londonDay(one.startsAt) === heldOn)
}

/** Whoever took the minute is a member here: an id that a form sent is no proof of it. */
export async function withOfficer(db: Connection, here: Place, entry: Entry): Promise<Entry> {
	const officer = entry.officerId && (await findMember(db, here, entry.officerId))
	return officer ? entry : { ...entry, officerId: null }
}

/** Sent twice unchanged is one decision; changed in between, nobody may believe that the change took. */
async function sameAs(tx: Connection, entered: Decision, asked: NewBoardDecision): Promise<Recorded> {
	const standing = await findMinute(tx, entered.id)
	const isSame =
		standing !== null &&
		entered.versionId === asked.versionId &&
		entered.groupId === asked.groupId &&
		fingerprint(withParts(standing.minute.seats, standing.minute.rules, asked.entry)) === fingerprint(standing.minute)
	return isSame ? { decision: entered } : { refused: 'entered-already' }
}

function isFit(document: Document, sections: Parameters<typeof propose>[1]) {
	return 'document' in propose(document, sections)
}
