import type { Connection } from '../../../db/database.ts'
import { listActions } from '../../../db/queries/actions.ts'
import { tallyAllVerdicts } from '../../../db/queries/verdicts.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { type ActionStatus, actionStatuses } from '../../domain/actions/action.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { byUrgency, standsAs } from '../../domain/actions/standing.ts'

export interface Wanted {
	status: ActionStatus | null
	/** Only what followed from this decision. */
	decisionId: string | null
	/** Only what followed from decisions about this document. */
	documentId?: string | null
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
		.filter(({ document }) => !wanted.documentId || document.id === wanted.documentId)
	const actions = byUrgency(
		readable.map(({ action }) => action),
		today,
	)
	const countOf = (status: ActionStatus) => actions.filter((action) => standsAs(action, status, today)).length
	return {
		all: actions.length,
		counts: Object.fromEntries(actionStatuses.map((status) => [status, countOf(status)])),
		document: wanted.documentId ? (readable[0]?.document ?? null) : null,
		decision: wanted.decisionId ? (readable[0]?.decision ?? null) : null,
		actions: actions
			.filter((action) => !wanted.status || standsAs(action, wanted.status, today))
			.map((action) => ({ action, tally: tallies.find(({ actionId }) => actionId === action.id)?.tally })),
	}
}
