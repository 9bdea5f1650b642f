import type { Database } from '../../../db/database.ts'
import { findDecision, saveOutcome } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import { fingerprint } from '../../domain/fingerprint.ts'

/** What a closed decision led to, in plain words. It may be written again; the record shows each time. */
export function writeOutcome(db: Database, who: Membership, decisionId: string, words: string, now = new Date()) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-write' as const }
		if (decision.state !== 'closed') return { refused: 'not-closed' as const }
		const outcome = words.trim()
		if (outcome === '') return { refused: 'words-missing' as const }
		if (outcome === decision.outcome) return { outcome }

		await saveOutcome(tx, decisionId, outcome)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'outcome-written',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { words: fingerprint(outcome) },
		})
		return { outcome }
	})
}
