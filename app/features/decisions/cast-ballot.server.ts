import { findBallot, findBallotByReceipt, saveBallot } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, linkBallot } from '../../../db/queries/electors.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayVote } from '../../domain/access/policies.ts'
import { castRefusal } from '../../domain/decisions/cast.ts'
import type { Choice } from '../../domain/decisions/decision.ts'
import { receiptFrom } from '../../domain/decisions/receipt.ts'
import type { AppContext } from '../../http/context.ts'
import { newId } from '../../http/new-id.ts'

export interface Vote {
	choice: Choice
	reason: string
	/** Made by the form: the same form sent twice is one vote with one receipt. */
	id?: string
}

/**
 * One person's one ballot, or their change of mind. `now` is when it reached us: before the close it counts, unless it
 * was counted already. The record says that somebody voted, and of a secret vote not who.
 */
export function castBallot(
	{ db, secrets }: Pick<AppContext, 'db' | 'secrets'>,
	who: Membership,
	decisionId: string,
	vote: Vote,
	now = new Date(),
) {
	const receipt = receiptFrom(secrets.hash('receipt', `${decisionId}:${who.memberId}:${vote.id ?? newId()}`))
	const receiptHash = receiptHashOf(secrets, receipt)
	const reason = vote.reason.trim()
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		const elector = await findElector(tx, decisionId, who.memberId)
		const mayCast = mayVote(who, decision, { has: (memberId) => memberId === elector?.memberId })
		const refused = castRefusal(decision, mayCast, now)
		if (refused || !elector) return { refused: refused ?? ('not-on-the-roll' as const) }

		const sent = await findBallotByReceipt(tx, decisionId, receiptHash)
		if (sent && sent.choice === vote.choice && sent.reason === reason) return { receipt }
		const before = elector.ballotId ? await findBallot(tx, elector.ballotId) : null

		const isNamed = decision.rules.secrecy === 'named'
		const ballot = {
			id: before?.id ?? newId(),
			decisionId,
			memberId: isNamed ? who.memberId : null,
			voiceId: elector.voiceId,
			choice: vote.choice,
			reason,
			receiptHash,
		}
		await saveBallot(tx, ballot)
		if (!before) await linkBallot(tx, decisionId, who.memberId, ballot.id)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: before ? 'ballot-changed' : 'ballot-cast',
			subjectId: decisionId,
			actorId: isNamed ? who.memberId : null,
			at: now,
			details: { seal: decision.seal },
		})
		return { receipt }
	})
}

/** What is stored of a receipt: the database alone can show nobody's. */
export function receiptHashOf(secrets: AppContext['secrets'], receipt: string) {
	return secrets.hash('receipt-check', receipt)
}
