import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findSupporter } from '~/../db/queries/supporters.ts'
import { mayEndSupport } from '~/domain/access/policies.ts'
import { redirectSaying } from '~/http/flash.ts'
import { allow, param } from '~/http/visit.ts'
import { endSupport } from '../end-support.server.ts'
import { visitMember } from '../visit-people.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { base, membership } = await visitMember(args)
	return redirect(`${base}/${membership.memberId}/supporters`)
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitMember(args)
	const { membership, place, base } = here
	const support = await findSupporter(args.context.db.read, place, param(args, 'supporter'))
	allow(support !== null && mayEndSupport(membership, support), here, args.request)
	await endSupport(args.context.db, membership, param(args, 'supporter'))
	const said = 'Ended. What was cast with help before stays as it was cast.'
	return redirectSaying(args.context, `${base}/${membership.memberId}/supporters`, said)
}
