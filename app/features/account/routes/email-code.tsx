import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { requireVisitor } from '~/http/session.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { rowId, sixDigits } from '../account-form.ts'
import { changeEmail } from '../change-email.server.ts'
import { fieldsOf } from '../fields-of.ts'
import { signInRefusals, tooManyGuesses } from '../refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Check your e-mail – Alongside' }]

const schema = z.object({ asked: rowId, code: sixDigits })

const inUse =
	'Somebody here has this address already. If that is you too, sign in with it instead, or ask a facilitator.'

export async function loader({ request, context }: LoaderFunctionArgs) {
	await requireVisitor(request, context)
	const asked = new URL(request.url).searchParams.get('asked')
	if (!asked) throw redirect('/account/email')
	return { asked }
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	if (!(await context.limits.mayGuess(context.address)))
		return data({ form: refuse(form, tooManyGuesses, 'code') }, { status: 429 })
	const changed = await changeEmail(context, personId, { signInId: value.asked, code: value.code })
	if ('refused' in changed) {
		if (changed.refused === 'in-use') return data({ form: refuse(form, inUse, 'code') }, { status: 409 })
		await context.limits.guessedWrong(context.address)
		return data({ form: refuse(form, signInRefusals[changed.refused], 'code') }, { status: 422 })
	}
	return redirectSaying(context, '/account', `Your e-mail address is ${changed.email} now.`)
}

export default function EmailCodePage() {
	const { asked } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<SiteLayout>
			<BackLink href="/account/email">My e-mail address</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Check your e-mail</h1>
			<form method="post" noValidate>
				<input type="hidden" name="asked" value={asked} />
				<TextInput
					{...fieldsOf(form)('code')}
					label="The six-digit code"
					hint="We sent it to your new address. It works once, for 30 minutes."
					inputMode="numeric"
					autoComplete="one-time-code"
					width={10}
					spellCheck={false}
				/>
				<Button>Use this address</Button>
			</form>
		</SiteLayout>
	)
}
