import type { Database } from '../../../db/database.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { addNoteRow, findNote } from '../../../db/queries/disagreement-notes.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayDisagree, mayReadDocument } from '../../domain/access/policies.ts'

/**
 * "I see it differently": stays with the decision wherever it goes. Asked for once voting is over, because a note beside
 * an open secret vote would tell how its writer votes.
 */
export function addNote(
	db: Database,
	who: Membership,
	decisionId: string,
	{ id, words }: { id: string; words: string },
	now = new Date(),
) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayDisagree(who, decision)) return { refused: 'not-yours-to-say' as const }
		if (decision.state === 'open') return { refused: 'still-open' as const }
		if (words.trim() === '') return { refused: 'words-missing' as const }

		const added = await findNote(tx, decisionId, id)
		if (added) {
			const isSame = added.memberId === who.memberId && added.words === words.trim()
			return isSame ? { note: added } : { refused: 'added-already' as const }
		}
		const note = { id, decisionId, memberId: who.memberId, words: words.trim(), at: now, withdrawnAt: null }
		await addNoteRow(tx, note)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'note-added',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { noteId: id },
		})
		return { note }
	})
}
