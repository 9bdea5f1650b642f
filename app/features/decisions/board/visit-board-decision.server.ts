import { findMinute } from '../../../../db/queries/board-decisions.ts'
import { mayApproveMinute, mayMinute } from '../../../domain/access/policies.ts'
import { type Args, allow, notFound } from '../../../http/visit.ts'
import { type DecisionMemberVisit, visitDecision } from '../visit-decision.server.ts'

/** A board decision somebody may read, with its minute. No other kind of decision has one. */
export async function visitMinute(args: Args) {
	const here = await visitDecision(args)
	const standing = await findMinute(args.context.db.read, here.decision.id)
	if (!standing) throw notFound()
	return { ...here, standing }
}

/** The same, for those who enter and correct it. */
export async function visitMinuteAsClerk(args: Args) {
	const here = await visitMinute(args)
	allow(mayMinute(here.membership, here.group), here, args.request)
	return here as typeof here & DecisionMemberVisit
}

/** The same, for the body's own chair and clerk. */
export async function visitMinuteToApprove(args: Args) {
	const here = await visitMinute(args)
	allow(mayApproveMinute(here.membership, here.group), here, args.request)
	return here as typeof here & DecisionMemberVisit
}
