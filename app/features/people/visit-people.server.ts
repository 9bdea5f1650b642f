import { findGroup, listSeats } from '../../../db/queries/groups.ts'
import { findMember } from '../../../db/queries/members.ts'
import { mayManagePeople, mayRunGroup, maySeeGroup } from '../../domain/access/policies.ts'
import { type Args, allow, notFound, param, visitAsMember } from '../../http/visit.ts'

/** For pages and forms that are for facilitators only. */
export async function visitAsFacilitator(args: Args) {
	const here = await visitAsMember(args)
	allow(mayManagePeople(here.membership, here.membership), here, args.request)
	return { ...here, base: `/p/${here.partnership.slug}/people` }
}

/** The member an address names, for any member of the same partnership. */
export async function visitMember(args: Args) {
	const here = await visitAsMember(args)
	const member = await findMember(args.context.db.read, here.place, param(args, 'member'))
	if (!member) throw notFound()
	return { ...here, member, base: `/p/${here.partnership.slug}/people` }
}

/** The group an address names. A circle does not exist for those without a seat. */
export async function visitGroup(args: Args) {
	const here = await visitAsMember(args)
	const group = await findGroup(args.context.db.read, here.place, param(args, 'group'))
	if (!group || !maySeeGroup(here.membership, group)) throw notFound()
	const seats = await listSeats(args.context.db.read, here.place, group.id)
	const runs = mayRunGroup(here.membership, group)
	return { ...here, group, seats, runs, base: `/p/${here.partnership.slug}/people` }
}

/** The same, for its chair, its clerk, or where it is not a circle a facilitator. */
export async function visitToRunGroup(args: Args) {
	const here = await visitGroup(args)
	allow(here.runs, here, args.request)
	return here
}
