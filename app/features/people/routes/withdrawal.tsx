import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { redirectSaying } from '~/http/flash.ts'
import { param } from '~/http/visit.ts'
import { refusals } from '../refusals.ts'
import { visitAsFacilitator } from '../visit-people.server.ts'
import { withdrawInvitation } from '../withdraw-invitation.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { base } = await visitAsFacilitator(args)
	return redirect(`${base}/invitations`)
}

/** One invitation by its address, or under `all` those that were chosen in the list. */
export async function action(args: ActionFunctionArgs) {
	const { context } = args
	const { membership, base } = await visitAsFacilitator(args)
	const one = param(args, 'invitation')
	const ids = one === 'all' ? (await args.request.formData()).getAll('chosen').map(String) : [one]
	let said = 'Nobody was chosen, so nothing was changed.'
	for (const id of ids) {
		const withdrawn = await withdrawInvitation(context.db, membership, id)
		said = withdrawn.refused ? refusals[withdrawn.refused] : 'Done. They are not invited any more.'
	}
	return redirectSaying(context, `${base}/invitations`, said)
}
