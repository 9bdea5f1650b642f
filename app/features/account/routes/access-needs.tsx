import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findAccessNeeds } from '~/../db/queries/members.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { setAccessNeeds } from '~/features/people/set-access-needs.server.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm } from '~/http/forms.ts'
import { param } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { accessNeeds } from '../account-form.ts'
import { fieldsOf } from '../fields-of.ts'
import { requireOwn } from '../find-own.server.ts'

export const meta: MetaFunction = () => [{ title: 'What helps me take part – Alongside' }]

const schema = z.object({ accessNeeds, sure: z.string().max(10).optional() })

export async function loader(args: LoaderFunctionArgs) {
	const { membership, partnership } = await requireOwn(args.request, args.context, param(args, 'member'))
	const accessNeeds = await findAccessNeeds(args.context.db.read, membership, membership.memberId)
	return { accessNeeds, partnership: partnership.name }
}

export async function action(args: ActionFunctionArgs) {
	const { request, context } = args
	const { membership } = await requireOwn(request, context, param(args, 'member'))
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	const warned = warnOfNhsNumber(form, { accessNeeds: value.accessNeeds }, value.sure)
	if (warned) return data({ form: warned }, { status: 422 })
	await setAccessNeeds(context.db, membership, membership.memberId, value.accessNeeds)
	return redirectSaying(context, '/account', 'Saved. Only you and the facilitators can read it.')
}

export default function AccessNeedsPage() {
	const { accessNeeds, partnership } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<SiteLayout>
			<BackLink href="/account">My account</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">What helps me take part in {partnership}</h1>
			<VisibleTo>Only you and the facilitators of {partnership} can read this.</VisibleTo>
			<form method="post">
				<TextArea
					{...fieldsOf(form, { accessNeeds })('accessNeeds')}
					label="What helps you?"
					hint="Such as: large print, a step-free room, papers two days before. You need not say why."
					optional
				/>
				<NhsNumberChoice form={form} />
				<Button>Save</Button>
			</form>
		</SiteLayout>
	)
}
