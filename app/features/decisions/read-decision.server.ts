import { findTurnout } from '../../../db/queries/electors.ts'
import { findThread } from '../../../db/queries/thread.ts'
import {
	mayAgreeAction,
	mayApproveMinute,
	mayDisagree,
	mayGiveCastingVote,
	mayMinute,
	mayRunGroup,
} from '../../domain/access/policies.ts'
import { refuseGround } from '../../domain/actions/agree.ts'
import { awaitsCastingVote } from '../../domain/decisions/casting-vote.ts'
import { newId } from '../../http/new-id.ts'
import type { Args } from '../../http/visit.ts'
import { readBoard } from './board/read-board.server.ts'
import { presentDecision } from './present-decision.server.ts'
import { listShownNotes, readOwnPart } from './read-own.server.ts'
import { papersOf } from './read-papers.server.ts'
import { readResult, readStanding } from './read-result.server.ts'
import { visitDecision } from './visit-decision.server.ts'

/** Everything the decision's own page shows this reader, open or closed, and nothing else. */
export async function readDecision(args: Args, now = new Date()) {
	const { decision, group, place, partnership, visitor, membership, base, address } = await visitDecision(args)
	const db = args.context.db.read
	const [turnout, standing, result, thread, notes, part, board] = await Promise.all([
		findTurnout(db, decision.id),
		readStanding(db, decision),
		readResult(db, place, decision, args.context.workings),
		findThread(db, place, decision.about.documentId, { through: { decisionId: decision.id } }),
		listShownNotes(db, decision, membership),
		readOwnPart(db, decision, membership, now),
		readBoard(db, decision, { group, place, membership }),
	])
	return {
		...result,
		base,
		address,
		/** For paper, where nobody can follow a link. */
		webAddress: args.context.origin + address,
		name: partnership.name,
		decision: presentDecision(decision, now),
		turnout,
		standing,
		/** Past its time, and waiting for papers to be read. */
		papersUnread: decision.state === 'counting' && !(await papersOf(db, decision.id)).isComplete,
		/** How far a long count is: null when none is under way here. */
		countRuns: args.context.closings.runsOf(decision.id),
		thread,
		notes,
		board,
		...part,
		isSignedIn: visitor !== null,
		isMember: membership !== null,
		/** Made here, so that sending a form twice does its work once. */
		ballotId: newId(),
		noteId: newId(),
		runs: mayRunGroup(membership, group),
		mayMinute: mayMinute(membership, group),
		mayApprove: mayApproveMinute(membership, group),
		mayAgree: mayAgreeAction(membership, group) && !refuseGround(decision),
		mayDisagree: mayDisagree(membership, decision),
		hasCastingVote: awaitsCastingVote(decision, now) && mayGiveCastingVote(membership, decision),
	}
}

export type DecisionFacts = Awaited<ReturnType<typeof readDecision>>
