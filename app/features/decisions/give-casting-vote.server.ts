import type { Database } from '../../../db/database.ts'
import { endDecision, findDecision } from '../../../db/queries/decisions.ts'
import { listEntriesAbout, recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayGiveCastingVote, mayReadDocument } from '../../domain/access/policies.ts'
import { giveCastingVote as give } from '../../domain/decisions/casting-vote.ts'
import type { CastingVote, Decision } from '../../domain/decisions/decision.ts'
import { fingerprint } from '../../domain/fingerprint.ts'

/**
 * Settles a level vote, once. The new result is recorded beside the old one: its entry takes over what the closing entry
 * said of the ballots, so that one entry is enough to check what is stored. The same form sent twice is one vote.
 */
export function giveCastingVote(
	db: Database,
	who: Membership,
	decisionId: string,
	casting: CastingVote,
	now = new Date(),
) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayGiveCastingVote(who, decision)) return { refused: 'not-yours-to-cast' as const }
		if (isSame(decision, casting)) return { decision }
		const giving = give(decision, casting, now)
		if ('refused' in giving) return giving

		await endDecision(tx, giving.decision)
		const entries = await listEntriesAbout(tx, who, decisionId)
		const closed = entries.find(({ kind }) => kind === 'decision-closed')
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'casting-vote-given',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { ...closed?.details, result: fingerprint(giving.decision.result), choice: casting.choice },
		})
		return giving
	})
}

function isSame({ result }: Decision, { choice, reason }: CastingVote): boolean {
	const given = result && 'casting' in result ? result.casting : undefined
	return given?.choice === choice && given.reason === reason.trim()
}
