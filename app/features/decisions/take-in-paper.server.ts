import type { Database } from '../../../db/database.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, markNotVoted, markVoted } from '../../../db/queries/electors.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { listPaperReadings, listReturned } from '../../../db/queries/paper-ballots.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import {
	type GiveBackRefusal,
	giveBackRefusal,
	type ReturnRefusal,
	returnRefusal,
} from '../../domain/decisions/paper.ts'
import { countReaders } from './count-readers.server.ts'

export type TakingIn = { refused: 'not-found' | 'not-yours-to-take-in' | ReturnRefusal } | { done: true }

/**
 * Notes that somebody's paper came back, unread: from then on no screen takes their vote. Whichever way came first
 * counts. The record says that a paper came, and of a secret vote not whose.
 */
export function takeInPaper(
	db: Database,
	who: Membership,
	{ decisionId, memberId }: { decisionId: string; memberId: string },
	now = new Date(),
): Promise<TakingIn> {
	return db.write(async (tx): Promise<TakingIn> => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-take-in' }
		const elector = await findElector(tx, decisionId, memberId)
		const refused = returnRefusal(decision, elector, { now, readers: await countReaders(tx, who, group) })
		if (elector?.cameBy === 'paper' && (!refused || refused === 'one-reader')) return { done: true }
		if (refused) return { refused }
		await markVoted(tx, decisionId, memberId, { ballotId: null, cameBy: 'paper', help: null, helpedBy: null })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'paper-taken-in',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { seal: decision.seal, ...(decision.rules.secrecy === 'named' && { memberId }) },
		})
		return { done: true }
	})
}

export type GivingBack = { refused: 'not-found' | 'not-yours-to-take-in' | GiveBackRefusal } | { done: true }

/** Takes a paper that was noted by mistake off again: that person has not voted. */
export function giveBackPaper(
	db: Database,
	who: Membership,
	{ decisionId, memberId }: { decisionId: string; memberId: string },
	now = new Date(),
): Promise<GivingBack> {
	return db.write(async (tx): Promise<GivingBack> => {
		const decision = await findDecision(tx, who, decisionId)
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
		if (!mayRunGroup(who, group)) return { refused: 'not-yours-to-take-in' }
		const [returned, readings] = [await listReturned(tx, decisionId), await listPaperReadings(tx, decisionId)]
		const refused = giveBackRefusal(decision, memberId, { returned, readings }, now)
		if (refused) return { refused }
		await markNotVoted(tx, decisionId, memberId)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'paper-given-back',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { seal: decision.seal, ...(decision.rules.secrecy === 'named' && { memberId }) },
		})
		return { done: true }
	})
}
