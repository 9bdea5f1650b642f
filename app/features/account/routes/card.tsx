import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { revokeCard } from '~/features/people/revoke-card.server.ts'
import { redirectSaying } from '~/http/flash.ts'
import { param } from '~/http/visit.ts'
import { requireOwn } from '../find-own.server.ts'

export function loader() {
	return redirect('/account')
}

export async function action(args: ActionFunctionArgs) {
	const { membership } = await requireOwn(args.request, args.context, param(args, 'member'))
	await revokeCard(args.context.db, membership, membership.memberId)
	return redirectSaying(args.context, '/account', 'Your card no longer works. A facilitator can print you a new one.')
}
