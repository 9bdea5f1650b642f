import type { Connection } from '../../../db/database.ts'
import { listDecisions, listOpenFor } from '../../../db/queries/decisions.ts'
import { listTurnouts } from '../../../db/queries/electors.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { presentDecision } from './present-decision.server.ts'

/** What this reader may see: open ones first, soonest to close at the top; then the others, newest first. */
export async function listShown(db: Connection, place: Place, who: Membership | null, now: Date) {
	const [decisions, turnouts, waiting] = await Promise.all([
		listDecisions(db, place),
		listTurnouts(db, place),
		who ? listOpenFor(db, who, now) : [],
	])
	const mine = new Map(
		waiting.map(({ decision, hasVoted }) => [decision.id, hasVoted ? ('voted' as const) : ('waiting' as const)]),
	)
	const shown = decisions
		.filter((decision) => mayReadDocument(who, decision.about))
		.map((decision) => ({
			...presentDecision(decision, now),
			turnout: turnouts.get(decision.id) ?? { electors: 0, voted: 0 },
			mine: mine.get(decision.id) ?? null,
		}))
	const isOpen = ({ state }: (typeof shown)[number]) => state === 'open' || state === 'closing'
	return {
		open: shown.filter(isOpen).sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime()),
		ended: shown.filter((decision) => !isOpen(decision)),
	}
}

export type ListedDecision = Awaited<ReturnType<typeof listShown>>['open'][number]
