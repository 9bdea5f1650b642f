import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { redirectSaying } from '~/http/flash.ts'
import { param } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { requireOwn } from '../find-own.server.ts'
import { leavePartnership } from '../leave-partnership.server.ts'
import { lastFacilitator } from '../refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Leave a partnership – Alongside' }]

export async function loader(args: LoaderFunctionArgs) {
	const { partnership } = await requireOwn(args.request, args.context, param(args, 'member'))
	return { partnership: partnership.name }
}

export async function action(args: ActionFunctionArgs) {
	const { request, context } = args
	const { membership, partnership } = await requireOwn(request, context, param(args, 'member'))
	const left = await leavePartnership(context.db, membership)
	if (left.refused) return data({ errors: { '': [lastFacilitator(partnership.name)] } }, { status: 409 })
	await context.live.recheck()
	return redirectSaying(context, '/account', `You have left ${partnership.name}. Your words stay there.`)
}

export default function LeavingPage() {
	const { partnership } = useLoaderData<typeof loader>()
	const errors = useActionData<typeof action>()?.errors
	return (
		<SiteLayout>
			<BackLink href="/account">My account</BackLink>
			<ErrorSummary errors={errors} />
			<h1 className="govuk-heading-l">Leave {partnership}</h1>
			<p className="govuk-body">Your seats, your card and what helps you take part are taken away at once.</p>
			<p className="govuk-body">
				What you wrote and what you decided stay, under your name. To take your name off them too, erase yourself on
				your account page.
			</p>
			<p className="govuk-body">You can be invited again later.</p>
			<form method="post">
				<Button kind="warning">Leave {partnership}</Button>
			</form>
		</SiteLayout>
	)
}
