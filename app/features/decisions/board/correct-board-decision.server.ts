import type { Database } from '../../../../db/database.ts'
import { addCorrection, findMinute, listCorrections } from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { findItemOfDecision } from '../../../../db/queries/meetings.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import { londonDay } from '../../../domain/actions/days.ts'
import { asDecision } from '../../../domain/decisions/board/as-decision.ts'
import { correct } from '../../../domain/decisions/board/correct.ts'
import { namesOf, plainSeat } from './body-member.ts'
import { findSeatsToCorrect } from './find-body.server.ts'
import { withOfficer } from './record-board-decision.server.ts'
import { type Entry, withMendedParts } from './with-parts.ts'

export interface Correction {
	/** Made by the form, so that sending it twice corrects once. */
	id: string
	entry: Entry
	reason: string
	/** How many corrections its writer had seen. */
	base: number
}

/**
 * Lets a minute stand as it should have been entered, with the reason for everyone to read; what stood before is kept.
 * Refuses 'not-found', 'not-yours-to-correct', and what `domain/decisions/board/correct` refuses.
 */
export function correctBoardDecision(
	db: Database,
	who: Membership,
	decisionId: string,
	{ id, entry, reason, base }: Correction,
	now = new Date(),
) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const standing = decision && (await findMinute(tx, decisionId))
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!standing || !group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayMinute(who, group)) return { refused: 'not-yours-to-correct' as const }
		const made = (await listCorrections(tx, decisionId)).find((correction) => correction.id === id)
		if (made) return { number: made.number }

		const under = await findItemOfDecision(tx, who, decisionId)
		if (under && londonDay(under.meeting.startsAt) !== entry.heldOn) return { refused: 'item-other-day' as const }
		const seats = await findSeatsToCorrect(tx, who, group.id, standing.minute, entry.heldOn)
		const minute = withMendedParts(seats.map(plainSeat), standing.minute.rules, await withOfficer(tx, who, entry))
		const correcting = correct(standing, { minute, reason, base }, now, namesOf(seats))
		if ('refused' in correcting) return correcting

		const { question, rules, seal, opensAt, closesAt, closedAt, result } = asDecision(
			minute,
			decision.about.fingerprint,
		)
		const { number } = correcting
		const correction = { decisionId, number, id, reason: reason.trim(), correctedBy: who.memberId, correctedAt: now }
		const shown = { question, rules, seal, opensAt, closesAt, closedAt, result }
		await addCorrection(tx, { ...correction, before: standing.minute }, minute, shown)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'board-decision-corrected',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { correction: number, sealBefore: decision.seal, seal, outcome: result.outcome },
		})
		return { number }
	})
}
