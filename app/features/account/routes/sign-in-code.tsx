import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { readForm, refuse } from '~/http/forms.ts'
import { safeNext } from '~/http/session.ts'
import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { next, rowId, sixDigits, ticked } from '../account-form.ts'
import { comeIn } from '../come-in.server.ts'
import { SharedDevice } from '../components/SharedDevice.tsx'
import { fieldsOf } from '../fields-of.ts'
import { signInRefusals, tooManyGuesses } from '../refusals.ts'
import { signInByCode } from '../sign-in-by-mail.server.ts'

export const meta: MetaFunction = () => [{ title: 'Check your e-mail – Alongside' }]

const schema = z.object({ signIn: rowId, code: sixDigits, shared: ticked, next })

export async function loader({ request }: LoaderFunctionArgs) {
	const asked = new URL(request.url).searchParams
	const signInId = asked.get('sign-in')
	if (!signInId) throw redirect('/sign-in')
	return { signInId, next: safeNext(asked.get('next')) }
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	if (!(await context.limits.mayGuess(context.address)))
		return data({ form: refuse(form, tooManyGuesses, 'code') }, { status: 429 })
	const signedIn = await signInByCode(context, { signInId: value.signIn, code: value.code })
	if ('refused' in signedIn) {
		await context.limits.guessedWrong(context.address)
		return data({ form: refuse(form, signInRefusals[signedIn.refused], 'code') }, { status: 422 })
	}
	return comeIn(request, context, { personId: signedIn.personId, sharedDevice: value.shared, next: value.next })
}

export default function SignInCodePage() {
	const { signInId, next } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<SiteLayout>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">Check your e-mail</h1>
			<p className="govuk-body-l">If we know your address, an e-mail with a code and a link is on its way.</p>
			<form method="post" noValidate>
				<input type="hidden" name="signIn" value={signInId} />
				{next && <input type="hidden" name="next" value={next} />}
				<TextInput
					{...fieldsOf(form)('code')}
					label="The six-digit code"
					hint="It works once, for 30 minutes"
					inputMode="numeric"
					autoComplete="one-time-code"
					width={10}
					spellCheck={false}
				/>
				<SharedDevice ticked={form?.values.shared === 'on'} />
				<Button>Sign in</Button>
			</form>
			<Details summary="Nothing has come">
				<p className="govuk-body">
					It can take a few minutes. Look in your junk mail too. We send nothing to an address that nobody here has
					given us.
				</p>
				<p className="govuk-body">
					You may have joined with another address or with a card.{' '}
					<a className="govuk-link" href="/sign-in">
						Try again
					</a>
					, or ask the person who invited you.
				</p>
			</Details>
		</SiteLayout>
	)
}
