import type { Database } from '../../../db/database.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findNote, withdrawNoteRow } from '../../../db/queries/disagreement-notes.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'

/** Its writer alone takes a note back. That there was one stays; its words go. */
export function withdrawNote(db: Database, who: Membership, decisionId: string, noteId: string, now = new Date()) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const note = decision && (await findNote(tx, decisionId, noteId))
		if (!note) return { refused: 'not-found' as const }
		if (note.memberId !== who.memberId) return { refused: 'not-yours-to-take-back' as const }
		if (note.withdrawnAt) return { note }

		await withdrawNoteRow(tx, noteId, now)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'note-withdrawn',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { noteId },
		})
		return { note: { ...note, words: '', withdrawnAt: now } }
	})
}
