import type { Connection } from '../../../db/database.ts'
import {
	type DecisionInList,
	listDecisions,
	listDecisionsAboutDocument,
	listOpenFor,
} from '../../../db/queries/decisions.ts'
import { listTurnouts } from '../../../db/queries/electors.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { stateAt } from '../../domain/decisions/cast.ts'
import { isCastingVoteOver } from '../../domain/decisions/casting-vote.ts'
import { endedTag } from './ended-tag.ts'

/** What this reader may see: open ones first, soonest to close at the top; then the others, newest first. Of each no more than its row shows. */
export async function listShown(db: Connection, place: Place, who: Membership | null, now: Date) {
	const shown = await present(db, place, who, { decisions: await listDecisions(db, place), now })
	const isOpen = ({ state }: (typeof shown)[number]) => state === 'open' || state === 'closing'
	return {
		open: shown.filter(isOpen).sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime()),
		ended: shown.filter((decision) => !isOpen(decision)),
	}
}

/** Every vote that was ever taken on a document’s words, oldest first: all of them, where the thread follows one. */
export async function listVotesOn(
	db: Connection,
	place: Place,
	who: Membership | null,
	{ documentId, now }: { documentId: string; now: Date },
) {
	return await present(db, place, who, { decisions: await listDecisionsAboutDocument(db, place, documentId), now })
}

async function present(
	db: Connection,
	place: Place,
	who: Membership | null,
	{ decisions, now }: { decisions: readonly DecisionInList[]; now: Date },
) {
	const readable = decisions.filter((decision) => mayReadDocument(who, decision.about))
	if (readable.length === 0) return []
	const [turnouts, waiting] = await Promise.all([listTurnouts(db, place), who ? listOpenFor(db, who, now) : []])
	const mine = new Map(waiting.map(({ id, hasVoted }) => [id, hasVoted ? ('voted' as const) : ('waiting' as const)]))
	return readable.map((decision) => {
		const { id, reference, kind, question, groupName, closesAt, closedAt, about } = decision
		const state = stateAt(decision, now)
		const isOver = state === 'closed' || state === 'stopped'
		return {
			id,
			reference,
			kind,
			question,
			groupName,
			closesAt,
			closedAt,
			about: { number: about.number },
			state,
			/** How it ended. */
			tag: isOver ? endedTag({ ...decision, state, castingVoteOver: isCastingVoteOver(decision, now) }) : null,
			turnout: turnouts.get(id) ?? { electors: 0, voted: 0 },
			mine: mine.get(id) ?? null,
		}
	})
}

export type ListedDecision = Awaited<ReturnType<typeof present>>[number]
