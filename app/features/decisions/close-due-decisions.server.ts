import type { Database } from '../../../db/database.ts'
import { addBallots, deleteBallots, type KeptBallot, listBallots } from '../../../db/queries/ballots.ts'
import { endDecision, findDecision, listDueDecisions } from '../../../db/queries/decisions.ts'
import { listElectors, unlinkBallots } from '../../../db/queries/electors.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { type Place, place } from '../../domain/access/membership.ts'
import { close } from '../../domain/decisions/close.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { newId } from '../../http/new-id.ts'

/**
 * Counts and closes every decision whose time has come, each exactly once however many processes ask, and answers with
 * those that this call closed. One that cannot be counted does not hold up the others; its error is thrown at the end.
 */
export async function closeDueDecisions(db: Database, now = new Date()): Promise<Decision[]> {
	const closed: Decision[] = []
	const errors: unknown[] = []
	for (const due of await listDueDecisions(db.read, now)) {
		try {
			const closing = await closeDecision(db, place(due.partnershipId), due.id, now)
			if ('decision' in closing) closed.push(closing.decision)
		} catch (error) {
			errors.push(error)
		}
	}
	if (closed.some(({ rules }) => rules.secrecy === 'secret')) await db.forget('votes')
	if (errors.length > 0) throw new AggregateError(errors, `${errors.length} decisions could not be closed`)
	return closed
}

function closeDecision(db: Database, here: Place, decisionId: string, now: Date) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, here, decisionId)
		if (!decision) return { refused: 'not-found' as const }
		const electors = await listElectors(tx, decisionId)
		const cast = await listBallots(tx, decisionId)
		const isSecret = decision.rules.secrecy === 'secret'
		const kept = isSecret ? reissued(cast) : cast

		// Counted with their voices, which a secret ballot then loses.
		const closing = close(decision, kept, electors, now)
		if ('refused' in closing) return closing

		if (isSecret) {
			await deleteBallots(tx, decisionId)
			await addBallots(
				tx,
				kept.map((ballot) => ({ ...ballot, voiceId: '' })),
			)
		}
		await unlinkBallots(tx, decisionId)
		await endDecision(tx, closing.decision)
		const { seal, result } = closing.decision
		await recordEvent(tx, {
			partnershipId: decision.partnershipId,
			kind: 'decision-closed',
			subjectId: decisionId,
			actorId: null,
			at: now,
			details: { seal, result: fingerprint(result), ballotsHash: result.ballotsHash },
		})
		return closing
	})
}

/** The same ballots under new random ids and in their order, so that neither id nor place tells when each came. */
function reissued(cast: readonly KeptBallot[]): KeptBallot[] {
	return cast.map((ballot) => ({ ...ballot, id: newId() })).sort((a, b) => (a.id < b.id ? -1 : 1))
}
