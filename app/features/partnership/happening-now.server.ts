import type { Database } from '../../../db/database.ts'
import { listDecisions, listOpenFor } from '../../../db/queries/decisions.ts'
import { listDocuments } from '../../../db/queries/documents.ts'
import { listComingMeetings } from '../../../db/queries/meetings.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayGiveCastingVote, mayReadDocument, mayWriteDocument } from '../../domain/access/policies.ts'
import { isOver } from '../../domain/actions/standing.ts'
import { feltBy, isDoneOnPaper, noVerdicts } from '../../domain/actions/verdict.ts'
import { awaitsCastingVote, castingVoteEnds } from '../../domain/decisions/casting-vote.ts'
import { trackActions } from '../actions/track-actions.server.ts'
import { presentMeeting } from '../meetings/read-agenda.server.ts'

const most = 5

/** The first page of a partnership: what this reader can take part in now, and what everyone can follow. */
export async function happeningNow(db: Database, place: Place, who: Membership | null, now = new Date()) {
	const [forMe, decisions, documents, tracked, coming] = await Promise.all([
		who ? listOpenFor(db.read, who, now) : [],
		listDecisions(db.read, place),
		listDocuments(db.read, place),
		trackActions(db.read, place, who, { status: null, decisionId: null }, now),
		listComingMeetings(db.read, place, { from: now }),
	])
	const mine = new Map(forMe.map(({ id, hasVoted }) => [id, hasVoted]))
	const open = decisions
		.filter(({ state, closesAt, about }) => state === 'open' && closesAt > now && mayReadDocument(who, about))
		.sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
	const toSettle = decisions.filter(
		(decision) =>
			awaitsCastingVote(decision, now) && mayReadDocument(who, decision.about) && mayGiveCastingVote(who, decision),
	)
	const drafts = documents.filter((document) => document.phase === 'draft' && mayReadDocument(who, document))
	const toFollow = tracked.actions.filter(
		({ action, tally = noVerdicts }) => !isOver(action) || isDoneOnPaper(action, feltBy(tally)),
	)
	return {
		decisions: open.map(({ id, kind, question, closesAt, about, withdrawn }) => ({
			id,
			kind,
			question,
			closesAt,
			about: about.title,
			mine: mine.has(id),
			hasVoted: mine.get(id) ?? false,
			/** Said to everybody who has voted: whoever chose it stays unknown. */
			lookAgain: withdrawn.length > 0 && (mine.get(id) ?? false),
		})),
		/** Level votes that wait for this reader's casting vote. */
		toSettle: toSettle.map((decision) => ({
			id: decision.id,
			question: decision.question,
			about: decision.about.title,
			ends: castingVoteEnds(decision),
		})),
		drafts: drafts.slice(0, most).map((document) => ({
			id: document.id,
			title: document.title,
			reference: document.reference,
			updatedAt: document.updatedAt,
			mayWrite: mayWriteDocument(who, document),
		})),
		moreDrafts: Math.max(0, drafts.length - most),
		nextMeeting: coming[0] ? presentMeeting(coming[0], now) : null,
		actions: toFollow.slice(0, most),
		moreActions: Math.max(0, toFollow.length - most),
	}
}
