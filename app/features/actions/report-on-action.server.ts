import type { Database } from '../../../db/database.ts'
import { findAction, findUpdate, saveAction, saveUpdate } from '../../../db/queries/actions.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayReportOnAction } from '../../domain/access/policies.ts'
import type { Action } from '../../domain/actions/action.ts'
import { type Report, report, type Update } from '../../domain/actions/report.ts'

/**
 * Adds a progress report. Nothing said earlier changes; the action takes its status and, when a new one is named, its
 * due date. Sent twice with the same id, it is said once; with other words the second time, they are not lost: it refuses
 * 'sent-already'. Refuses 'not-found', 'not-allowed' and 'due-in-the-past'.
 */
export function reportOnAction(db: Database, who: Membership, actionId: string, said: Report, now = new Date()) {
	return db.write(async (tx) => {
		const row = await findAction(tx, who, actionId)
		if (!row || !mayReadDocument(who, row.document)) return { refused: 'not-found' as const }
		if (!mayReportOnAction(who, row.action)) return { refused: 'not-allowed' as const }
		const earlier = await findUpdate(tx, actionId, said.id)
		if (earlier) {
			const isSame =
				earlier.status === said.status && earlier.words === said.words && movesTo(said, earlier, row.action)
			return isSame ? { action: row.action, update: earlier } : { refused: 'sent-already' as const }
		}

		const reporting = report(row.action, said, who, now)
		if ('refused' in reporting) return reporting
		const { action, update } = reporting
		await saveUpdate(tx, update)
		await saveAction(tx, action)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'action-updated',
			subjectId: actionId,
			actorId: who.memberId,
			details: { updateId: update.id, status: update.status, dueOn: update.dueOn },
			at: now,
		})
		return { action, update }
	})
}

/** A date that was already the due date when it was first sent is kept as "not moved". */
function movesTo({ dueOn }: Report, earlier: Pick<Update, 'dueOn'>, action: Pick<Action, 'dueOn'>) {
	return dueOn === earlier.dueOn || (earlier.dueOn === null && dueOn === action.dueOn)
}
