import type { Connection } from '../../../db/database.ts'
import { type DecisionAbout, findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunGroup } from '../../domain/access/policies.ts'
import type { Group } from '../../domain/people/group.ts'
import { redirectSaying } from '../../http/flash.ts'
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
	return asMember(await visitDecision(args), args)
}

/** The same, for those who run the group that decides. */
export async function visitDecisionAsRunner(args: Args): Promise<DecisionMemberVisit> {
	return asRunner(await visitDecision(args), args)
}

/** A decision with ballots. Nobody votes here on what a body decided at a meeting: whoever asks is led to its own page. */
export async function visitVote(args: Args): Promise<DecisionVisit> {
	const here = await visitDecision(args)
	if (here.decision.kind === 'board-decision')
		throw await redirectSaying(args.context, here.address, 'This was decided at a meeting. There is no ballot.')
	return here
}

/** The same, for forms that need a member. */
export async function visitVoteAsMember(args: Args): Promise<DecisionMemberVisit> {
	return asMember(await visitVote(args), args)
}

/** The same, for those who run the group that decides. */
export async function visitVoteAsRunner(args: Args): Promise<DecisionMemberVisit> {
	return asRunner(await visitVote(args), args)
}

function asMember(here: DecisionVisit, { request }: Args) {
	allow(here.membership !== null, here, request)
	return here as DecisionMemberVisit
}

function asRunner(here: DecisionVisit, { request }: Args) {
	allow(mayRunGroup(here.membership, here.group), here, request)
	return here as DecisionMemberVisit
}

async function findWithGroup(db: Connection, { place }: Visit, id: string) {
	const decision = await findDecision(db, place, id)
	const group = decision && (await findGroup(db, place, decision.groupId))
	if (!group) throw notFound()
	return { decision: { ...decision, ...(await findRuleNames(db, place, decision.rules)) }, group }
}
