import type { Database } from '../../../db/database.ts'
import { deleteBallots } from '../../../db/queries/ballots.ts'
import { endDecision, findDecision } from '../../../db/queries/decisions.ts'
import { unlinkBallots } from '../../../db/queries/electors.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { deletePaperReadings } from '../../../db/queries/paper-ballots.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { stop } from '../../domain/decisions/stop.ts'
import { forgetVotes, noteVotesDue } from './forget-votes.server.ts'

/** Ends an open vote in public. Nobody's vote is counted, and the ballots are destroyed: they were cast for a count. */
export async function stopDecision(
	db: Database,
	who: Membership,
	decisionId: string,
	reason: string,
	now = new Date(),
) {
	const stopping = await db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-stop' as const }

		const stopping = stop(decision, reason, now)
		if ('refused' in stopping) return stopping

		await deleteBallots(tx, decisionId)
		await deletePaperReadings(tx, decisionId)
		await unlinkBallots(tx, decisionId)
		await endDecision(tx, stopping.decision)
		if (decision.rules.secrecy === 'secret') await noteVotesDue(tx, decisionId)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'decision-stopped',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { seal: decision.seal },
		})
		return { decision: stopping.decision as Decision }
	})
	// Stopped it is, whatever keeps the files from forgetting it: the clock comes back to it.
	if ('decision' in stopping) await forgetVotes(db).catch(() => undefined)
	return stopping
}
