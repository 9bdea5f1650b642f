import type { Database } from '../../../db/database.ts'
import { findAction } from '../../../db/queries/actions.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { hasGivenVerdict, saveVerdict, saveVerdictGiver } from '../../../db/queries/verdicts.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayGiveVerdict, mayReadDocument } from '../../domain/access/policies.ts'
import type { VerdictAnswer } from '../../domain/actions/action.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { isAskable } from '../../domain/actions/verdict.ts'
import { newId } from '../../http/new-id.ts'

/**
 * One member's answer to "did it make a difference?". It is kept apart from who gave it, so it can be given once and
 * never changed, and the record names nobody. Refuses 'not-found', 'not-allowed', 'too-early' and 'already-given'.
 */
export function giveVerdict(
	db: Database,
	who: Membership,
	actionId: string,
	{ answer, words }: { answer: VerdictAnswer; words: string },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const row = await findAction(tx, who, actionId)
		if (!row || !mayReadDocument(who, row.document)) return { refused: 'not-found' as const }
		if (!mayGiveVerdict(who, row.action)) return { refused: 'not-allowed' as const }
		if (!isAskable(row.action, londonDay(now))) return { refused: 'too-early' as const }
		if (await hasGivenVerdict(tx, actionId, who.memberId)) return { refused: 'already-given' as const }

		await saveVerdictGiver(tx, actionId, who.memberId, newId)
		await saveVerdict(tx, { actionId, answer, words }, newId)
		const { partnershipId } = who
		await recordEvent(tx, { partnershipId, kind: 'verdict-given', subjectId: actionId, actorId: null, at: now })
		return { given: true as const }
	})
}
