import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { redirectSaying } from '~/http/flash.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { closeGroup } from '../close-group.server.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'
import { visitToRunGroup } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, `Close ${data?.name ?? ''}`)

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, group, base } = await visitToRunGroup(args)
	return { partnership: partnership.name, name: group.name, back: `${base}/groups/${group.id}` }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, group, base } = await visitToRunGroup(args)
	const closed = await closeGroup(args.context.db, membership, group.id)
	if (closed.refused) return data({ errors: { '': [refusals[closed.refused]] } }, { status: 409 })
	await args.context.live.recheck()
	return redirectSaying(args.context, base, `${group.name} is closed.`)
}

export default function ClosingPage() {
	const { name, back } = useLoaderData<typeof loader>()
	const errors = useActionData<typeof action>()?.errors
	return (
		<>
			<BackLink href={back}>{name}</BackLink>
			<ErrorSummary errors={errors} />
			<h1 className="govuk-heading-l">Close {name}</h1>
			<p className="govuk-body">Its seats give no rights any more, and it cannot be opened again.</p>
			<p className="govuk-body">What it wrote and decided stays. Votes that are open now run on to their end.</p>
			<form method="post">
				<Button kind="warning">Close {name}</Button>
			</form>
		</>
	)
}
