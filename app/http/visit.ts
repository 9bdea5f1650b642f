import { type AppLoadContext, redirect } from '@remix-run/node'
import { findMembership } from '../../db/queries/members.ts'
import { findPartnershipBySlug } from '../../db/queries/partnerships.ts'
import type { Session } from '../../db/queries/sessions.ts'
import { type Membership, type Place, place } from '../domain/access/membership.ts'
import { mayReadPartnership } from '../domain/access/policies.ts'
import type { Partnership } from '../domain/people/partnership.ts'
import { findVisitor, signInPath } from './session.ts'

export interface Args {
	request: Request
	params: Record<string, string | undefined>
	context: AppLoadContext
}

/** A request inside a partnership: the place, who is asking, and their membership if they have one. */
export interface Visit {
	place: Place
	partnership: Partnership
	visitor: Session | null
	membership: Membership | null
}

/** Anyone may visit an open partnership; a closed one is shown to its members only. */
export async function visit({ request, params, context }: Args): Promise<Visit> {
	const partnership = await findPartnershipBySlug(context.db.read, params.partnership ?? '')
	const visitor = await findVisitor(request, context)
	if (!partnership) throw notFound()
	const here = place(partnership.id)
	const membership = visitor ? await findMembership(context.db.read, here, visitor.personId) : null
	if (!mayReadPartnership(membership, partnership)) throw refusal(visitor, request)
	return { place: here, partnership, visitor, membership }
}

export type MemberVisit = Visit & { visitor: Session; membership: Membership }

/** The same, for pages and forms that need a member. Somebody not signed in is asked to sign in and brought back. */
export async function visitAsMember(args: Args): Promise<MemberVisit> {
	const here = await visit(args)
	if (!here.visitor || !here.membership) throw refusal(here.visitor, args.request)
	return here as MemberVisit
}

/** Throws the right refusal unless the policy allowed it: sign in first, or "you cannot" with a reason. */
export function allow(
	allowed: boolean,
	{ visitor }: Pick<Visit, 'visitor'>,
	request: Request,
): asserts allowed is true {
	if (!allowed) throw refusal(visitor, request)
}

/** "Not found" for things whose very existence is private. */
export function notFound(): Response {
	return new Response('not-found', { status: 404 })
}

export function param({ params }: Pick<Args, 'params'>, name: string): string {
	const value = params[name]
	if (!value) throw new Error(`the route has no :${name}`)
	return value
}

function refusal(visitor: Session | null, request: Request): Response {
	return visitor ? new Response('not-allowed', { status: 403 }) : redirect(signInPath(request))
}
