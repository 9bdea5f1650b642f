import type { Database } from '../../../db/database.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import {
	deletePaperReadings,
	listPaperReadings,
	listReturned,
	savePaperReading,
} from '../../../db/queries/paper-ballots.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import { checkAnswer, settled } from '../../domain/decisions/answer.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import {
	type DiscardRefusal,
	type EnterRefusal,
	enterRefusal,
	type PaperReading,
	readAgainRefusal,
	takeBackRefusal,
} from '../../domain/decisions/paper.ts'

export type EnteringPaper =
	| { refused: 'not-found' | 'not-yours-to-take-in' | EnterRefusal; option?: string; by?: number }
	| { done: true }

/** What this person read off one paper, or read again. Two people's readings stand apart until both are there. */
export function enterPaper(
	db: Database,
	who: Membership,
	decisionId: string,
	read: Omit<PaperReading, 'enteredBy'>,
): Promise<EnteringPaper> {
	return db.write(async (tx): Promise<EnteringPaper> => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-take-in' }
		const returned = await listReturned(tx, decisionId)
		const reason = read.reason.trim()
		const reading: PaperReading = {
			number: read.number,
			enteredBy: who.memberId,
			...ownerOf(read, returned, decision.rules.secrecy),
			answer: read.answer && settled(decision.method, read.answer),
			reason,
		}
		const refused = enterRefusal(decision, reading, { returned, others: await listPaperReadings(tx, decisionId) })
		if (refused) return { refused }
		const problem = reading.answer && checkAnswer(decision, reading.answer, reason)
		if (problem) return problem
		await savePaperReading(tx, decisionId, reading)
		return { done: true }
	})
}

/** A named paper has its owner's voice, whatever was chosen; a secret one has no owner. */
function ownerOf(
	{ memberId, voiceId }: Pick<PaperReading, 'memberId' | 'voiceId'>,
	returned: Awaited<ReturnType<typeof listReturned>>,
	secrecy: 'secret' | 'named',
) {
	const voices = new Set(returned.map((paper) => paper.voiceId))
	if (secrecy === 'secret') return { memberId: null, voiceId: voices.size === 1 ? [...voices][0]! : voiceId }
	return { memberId, voiceId: returned.find((paper) => paper.memberId === memberId)?.voiceId ?? '' }
}

export type Discarding = { refused: 'not-found' | 'not-yours-to-take-in' | DiscardRefusal } | { done: true }

/** Both readings of one paper are thrown away, so that two people read it anew. */
export function readAgain(db: Database, who: Membership, decisionId: string, number: number) {
	return discard(db, who, decisionId, { refusal: readAgainRefusal, which: { number } })
}

/** This person takes back all they read, and nobody else's. */
export function takeBackReadings(db: Database, who: Membership, decisionId: string) {
	return discard(db, who, decisionId, {
		refusal: (decision, readings) => takeBackRefusal(decision, who.memberId, readings),
		which: { enteredBy: who.memberId },
	})
}

function discard(
	db: Database,
	who: Membership,
	decisionId: string,
	{
		refusal,
		which,
	}: {
		refusal: (decision: Decision, readings: readonly PaperReading[]) => DiscardRefusal | null
		which: Partial<Pick<PaperReading, 'number' | 'enteredBy'>>
	},
): Promise<Discarding> {
	return db.write(async (tx): Promise<Discarding> => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-take-in' }
		const refused = refusal(decision, await listPaperReadings(tx, decisionId))
		if (refused) return { refused }
		await deletePaperReadings(tx, decisionId, which)
		return { done: true }
	})
}
