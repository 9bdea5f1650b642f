import { findBallot, findBallotByReceipt, saveBallot } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, markVoted } from '../../../db/queries/electors.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayVote } from '../../domain/access/policies.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { type AnswerRefusal, checkAnswer, settled } from '../../domain/decisions/answer.ts'
import { type CastRefusal, castRefusal } from '../../domain/decisions/cast.ts'
import type { Answer } from '../../domain/decisions/decision.ts'
import { receiptFrom } from '../../domain/decisions/receipt.ts'
import type { AppContext } from '../../http/context.ts'
import { newId } from '../../http/new-id.ts'

export interface Vote {
	answer: Answer
	reason: string
	/** Made by the form: the same form sent twice is one vote with one receipt. */
	id?: string
}

export type Casting = { receipt: string; refused?: undefined } | Refused

interface Refused {
	receipt?: undefined
	refused: 'not-found' | 'voted-on-paper' | CastRefusal | AnswerRefusal
	/** Which option, and by how much. */
	option?: string
	by?: number
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
): Promise<Casting> {
	const receipt = receiptFrom(secrets.hash('receipt', `${decisionId}:${who.memberId}:${vote.id ?? newId()}`))
	const receiptHash = receiptHashOf(secrets, receipt)
	const reason = vote.reason.trim()
	return db.write(async (tx): Promise<Casting> => {
		const decision = await findDecision(tx, who, decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
		const elector = await findElector(tx, decisionId, who.memberId)
		const mayCast = mayVote(who, decision, { has: (memberId) => memberId === elector?.memberId })
		const refused = castRefusal(decision, mayCast, now)
		if (refused || !elector) return { refused: refused ?? 'not-on-the-roll' }

		const problem = checkAnswer(decision, vote.answer, reason)
		if (problem) return problem
		const answer = settled(decision.method, vote.answer)
		const sent = await findBallotByReceipt(tx, decisionId, receiptHash)
		if (sent && canonicalJson(sent.answer) === canonicalJson(answer) && sent.reason === reason) return { receipt }
		if (elector.cameBy === 'paper') return { refused: 'voted-on-paper' }
		const before = elector.ballotId ? await findBallot(tx, elector.ballotId) : null

		const isNamed = decision.rules.secrecy === 'named'
		const ballot = {
			id: before?.id ?? newId(),
			decisionId,
			memberId: isNamed ? who.memberId : null,
			voiceId: elector.voiceId,
			answer,
			reason,
			receiptHash,
		}
		await saveBallot(tx, ballot)
		await markVoted(tx, decisionId, who.memberId, { ballotId: ballot.id, cameBy: 'screen', helpedBy: null })
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
