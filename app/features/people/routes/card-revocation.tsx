import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { mayManagePeople } from '~/domain/access/policies.ts'
import { redirectSaying } from '~/http/flash.ts'
import { allow } from '~/http/visit.ts'
import { refusals } from '../refusals.ts'
import { revokeCard } from '../revoke-card.server.ts'
import { visitMember } from '../visit-people.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { base, member } = await visitMember(args)
	return redirect(`${base}/${member.id}/card`)
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitMember(args)
	const { membership, member, base } = here
	allow(mayManagePeople(membership, member), here, args.request)
	const revoked = await revokeCard(args.context.db, membership, member.id)
	await args.context.live.recheck()
	const said = revoked.refused
		? refusals[revoked.refused]
		: `${member.name}’s card no longer works, and nobody is signed in as ${member.name}.`
	return redirectSaying(args.context, `${base}/${member.id}`, said)
}
