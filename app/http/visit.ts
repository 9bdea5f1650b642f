import { type AppLoadContext, data, redirect } from '@remix-run/node'
import { findMembership } from '../../db/queries/members.ts'
import { findPartnershipBySlug } from '../../db/queries/partnerships.ts'
import type { Session } from '../../db/queries/sessions.ts'
import { type Membership, type Place, place } from '../domain/access/membership.ts'
import { mayReadPartnership } from '../domain/access/policies.ts'
import type { Partnership } from '../domain/people/partnership.ts'
import { findVisitor, signInPath } from './session.ts'
import { typedWords } from './typed-words.ts'

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
	/** What was written in the form that is being sent, in case it must be refused. */
	typed: string[]
}

/** Anyone may visit an open partnership; a closed one is shown to its members only. */
export async function visit({ request, params, context }: Args): Promise<Visit> {
	const partnership = await findPartnershipBySlug(context.db.read, params.partnership ?? '')
	const visitor = await findVisitor(request, context)
	if (!partnership) throw notFound()
	const typed = await typedWords(request.clone())
	const here = place(partnership.id)
	const membership = visitor ? await findMembership(context.db.read, here, visitor.personId) : null
	if (!mayReadPartnership(membership, partnership)) throw refusal({ visitor, typed }, request)
	return { place: here, partnership, visitor, membership, typed }
}

export type MemberVisit = Visit & { visitor: Session; membership: Membership }

/** The same, for pages and forms that need a member. Somebody not signed in is asked to sign in and brought back. */
export async function visitAsMember(args: Args): Promise<MemberVisit> {
	const here = await visit(args)
	if (!here.visitor || !here.membership) throw refusal(here, args.request)
	return here as MemberVisit
}

/** Throws the right refusal unless the policy allowed it: sign in first, or "you cannot" with a reason. */
export function allow(
	allowed: boolean,
	here: Pick<Visit, 'visitor' | 'typed'>,
	request: Request,
): asserts allowed is true {
	if (!allowed) throw refusal(here, request)
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

/** Somebody who only opens a page is brought back to it after signing in. Somebody who sent a form gets their words back. */
function refusal({ visitor, typed }: Pick<Visit, 'visitor' | 'typed'>, request: Request) {
	if (!visitor && request.method === 'GET') return redirect(signInPath(request))
	return data({ typed }, { status: visitor ? 403 : 401 })
}
