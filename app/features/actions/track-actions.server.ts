import type { Connection } from '../../../db/database.ts'
import { listActions } from '../../../db/queries/actions.ts'
import { tallyAllVerdicts } from '../../../db/queries/verdicts.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import type { ActionStatus } from '../../domain/actions/action.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { byUrgency, shownStatus } from '../../domain/actions/standing.ts'

export interface Wanted {
	status: ActionStatus | null
	/** Only what followed from this decision. */
	decisionId: string | null
}

/** What this reader may follow, late ones first, with how many of each status there are to choose from. */
export async function trackActions(
	db: Connection,
	here: Place,
	who: Membership | null,
	wanted: Wanted,
	now = new Date(),
) {
	const [rows, tallies] = await Promise.all([listActions(db, here), tallyAllVerdicts(db, here)])
	const today = londonDay(now)
	const readable = rows
		.filter(({ document }) => mayReadDocument(who, document))
		.filter(({ decision }) => !wanted.decisionId || decision.id === wanted.decisionId)
	const actions = byUrgency(
		readable.map(({ action }) => action),
		today,
	)
	const counts: Partial<Record<ActionStatus, number>> = {}
	for (const action of actions) {
		const status = shownStatus(action, today)
		counts[status] = (counts[status] ?? 0) + 1
	}
	return {
		counts,
		decision: wanted.decisionId ? (readable[0]?.decision ?? null) : null,
		actions: actions
			.filter((action) => !wanted.status || shownStatus(action, today) === wanted.status)
			.map((action) => ({ action, tally: tallies.find(({ actionId }) => actionId === action.id)?.tally })),
	}
}
