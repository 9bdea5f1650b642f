import type { AppLoadContext } from '@remix-run/node'
import { findMembership, listPartnershipsOf } from '../../../db/queries/members.ts'
import { type Membership, place } from '../../domain/access/membership.ts'
import { requireVisitor } from '../../http/session.ts'
import { notFound } from '../../http/visit.ts'

export interface OwnMembership {
	membership: Membership
	partnership: { id: string; slug: string; name: string }
}

/** Every membership of the person who is signed in. */
export async function listOwn(context: AppLoadContext, personId: string): Promise<OwnMembership[]> {
	const partnerships = await listPartnershipsOf(context.db.read, personId)
	const own = await Promise.all(
		partnerships.map(async (partnership) => {
			const membership = await findMembership(context.db.read, place(partnership.id), personId)
			return membership ? [{ membership, partnership }] : []
		}),
	)
	return own.flat()
}

/** The visitor's own membership that an address names; anybody else's is not found. */
export async function requireOwn(request: Request, context: AppLoadContext, memberId: string): Promise<OwnMembership> {
	const visitor = await requireVisitor(request, context)
	const own = (await listOwn(context, visitor.personId)).find(({ membership }) => membership.memberId === memberId)
	if (!own) throw notFound()
	return own
}
