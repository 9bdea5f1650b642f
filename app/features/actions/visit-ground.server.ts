import { type DecisionAbout, findDecision } from '../../../db/queries/decisions.ts'
import { findGroup, listGroups } from '../../../db/queries/groups.ts'
import { mayAgreeAction, mayReadDocument } from '../../domain/access/policies.ts'
import { type Args, allow, type MemberVisit, notFound, visitAsMember } from '../../http/visit.ts'

export type GroundVisit = MemberVisit & {
	/** Which decision the action would follow from; null while that is still to be chosen. */
	decision: DecisionAbout | null
}

/** `?decision=ID`, for those who run its group; without it, for those who run any group. */
export async function visitGround(args: Args): Promise<GroundVisit> {
	const here = await visitAsMember(args)
	const { membership } = here
	const db = args.context.db.read
	const id = new URL(args.request.url).searchParams.get('decision')
	if (!id) {
		const groups = await listGroups(db, here.place)
		allow(
			groups.some((group) => mayAgreeAction(membership, group)),
			here,
			args.request,
		)
		return { ...here, decision: null }
	}
	const decision = await findDecision(db, here.place, id)
	if (!decision || !mayReadDocument(membership, decision.about)) throw notFound()
	const group = await findGroup(db, here.place, decision.groupId)
	allow(group !== null && mayAgreeAction(membership, group), here, args.request)
	return { ...here, decision }
}
