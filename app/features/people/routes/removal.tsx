import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayManagePeople } from '~/domain/access/policies.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { refusals } from '../refusals.ts'
import { removeMember } from '../remove-member.server.ts'
import { peopleTitle } from '../titles.ts'
import { visitMember } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, `Remove ${data?.name ?? ''}`)

async function visitToRemove(args: Args) {
	const here = await visitMember(args)
	allow(mayManagePeople(here.membership, here.member), here, args.request)
	return here
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, member, base } = await visitToRemove(args)
	return { partnership: partnership.name, name: member.name, back: `${base}/${member.id}` }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, member, base } = await visitToRemove(args)
	const removed = await removeMember(args.context.db, membership, member.id)
	if (removed.refused) return data({ errors: { '': [refusals[removed.refused]] } }, { status: 409 })
	await args.context.live.recheck()
	return redirectSaying(args.context, base, `${member.name} is no longer a member.`)
}

export default function RemovalPage() {
	const { partnership, name, back } = useLoaderData<typeof loader>()
	const errors = useActionData<typeof action>()?.errors
	return (
		<>
			<BackLink href={back}>{name}</BackLink>
			<ErrorSummary errors={errors} />
			<h1 className="govuk-heading-l">Remove {name}</h1>
			<p className="govuk-body">
				{name} loses every seat, card and right in {partnership} at once, also on pages that are open now.
			</p>
			<p className="govuk-body">What {name} wrote and decided stays. The record says that you did this.</p>
			<form method="post">
				<Button kind="warning">Remove {name}</Button>
			</form>
		</>
	)
}
