import type { Connection } from '../../../db/database.ts'
import { listDecisions } from '../../../db/queries/decisions.ts'
import { listGroups } from '../../../db/queries/groups.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayAgreeAction, mayReadDocument } from '../../domain/access/policies.ts'
import { refuseGround } from '../../domain/actions/agree.ts'

/** The agreed decisions from which this member may agree actions, newest first. */
export async function listGround(db: Connection, who: Membership) {
	const [decisions, groups] = await Promise.all([listDecisions(db, who), listGroups(db, who)])
	const run = new Set(groups.filter((group) => mayAgreeAction(who, group)).map(({ id }) => id))
	return decisions.filter(
		(decision) => run.has(decision.groupId) && mayReadDocument(who, decision.about) && !refuseGround(decision),
	)
}
