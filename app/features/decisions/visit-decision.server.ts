import type { Connection } from '../../../db/database.ts'
import { type DecisionAbout, findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import type { Group } from '../../domain/people/group.ts'
import { type Args, allow, notFound, param, type Visit, visit } from '../../http/visit.ts'
import { findRuleNames } from './find-rule-names.server.ts'
import type { RuleNames } from './motion-words.ts'

export interface DecisionVisit extends Visit {
	decision: DecisionAbout & RuleNames
	/** The one that decides. */
	group: Group
	/** `/p/harbourside` */
	base: string
	/** `/p/harbourside/decisions/…` */
	address: string
}

/** A decision somebody may read. One they may not read does not exist for them; not signed in, they are asked to. */
export async function visitDecision(args: Args): Promise<DecisionVisit> {
	const here = await visit(args)
	const found = await findWithGroup(args.context.db.read, here, param(args, 'decision'))
	if (!mayReadDocument(here.membership, found.decision.about)) {
		allow(here.visitor !== null, here, args.request)
		throw notFound()
	}
	const base = `/p/${here.partnership.slug}`
	return { ...here, ...found, base, address: `${base}/decisions/${found.decision.id}` }
}

export type DecisionMemberVisit = DecisionVisit & { membership: Membership }

/** The same, for forms that need a member. */
export async function visitDecisionAsMember(args: Args): Promise<DecisionMemberVisit> {
	const here = await visitDecision(args)
	allow(here.membership !== null, here, args.request)
	return here as DecisionMemberVisit
}

/** The same, for those who run the group that decides. */
export async function visitDecisionAsRunner(args: Args): Promise<DecisionMemberVisit> {
	const here = await visitDecision(args)
	allow(mayRunGroup(here.membership, here.group), here, args.request)
	return here as DecisionMemberVisit
}

async function findWithGroup(db: Connection, { place }: Visit, id: string) {
	const decision = await findDecision(db, place, id)
	const group = decision && (await findGroup(db, place, decision.groupId))
	if (!group) throw notFound()
	return { decision: { ...decision, ...(await findRuleNames(db, place, decision.rules)) }, group }
}
