import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findPerson } from '~/../db/queries/persons.ts'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { requireVisitor } from '~/http/session.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { emailAddress } from '../account-form.ts'
import { askToChangeEmail, dropEmail } from '../change-email.server.ts'
import { fieldsOf } from '../fields-of.ts'
import { newAddressLetter } from '../letters.ts'
import { sendSoon } from '../send-letter.server.ts'

export const meta: MetaFunction = () => [{ title: 'My e-mail address – Alongside' }]

const schema = z.object({ email: emailAddress })

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	return { email: (await findPerson(context.db.read, personId))?.email ?? null }
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	if ((await request.clone().formData()).has('none')) {
		await dropEmail(context.db, personId)
		return redirectSaying(
			context,
			'/account',
			'Your e-mail address is gone. Ask a facilitator for a return card before you sign out.',
		)
	}
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	const asked = await askToChangeEmail(context, personId, value.email)
	if ('refused' in asked)
		return data(
			{ form: refuse(form, 'This address was sent five e-mails in an hour. Wait an hour and try again.', 'email') },
			{ status: 429 },
		)
	sendSoon(context, newAddressLetter(asked.letter))
	return redirect(`/account/email/code?asked=${asked.signInId}`, 303)
}

export default function EmailPage() {
	const { email } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<SiteLayout>
			<BackLink href="/account">My account</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">My e-mail address</h1>
			<p className="govuk-body">
				{email ? `It is ${email} now.` : 'You have given none.'} You sign in with it. We will send a code to the new
				one.
			</p>
			<form method="post" noValidate>
				<TextInput
					{...fieldsOf(form)('email')}
					label="Your new e-mail address"
					hint="Only you and the facilitators of your partnerships see it"
					type="email"
					autoComplete="email"
					spellCheck={false}
				/>
				<Button>Send me a code</Button>
			</form>
			{email && (
				<>
					<h2 className="govuk-heading-m">Have no address here</h2>
					<p className="govuk-body">
						You then come in with a return card only. Stay signed in here until a facilitator has made you one: they can
						once the address is gone.
					</p>
					<form method="post">
						<Button kind="secondary" name="none" value="yes">
							Remove my e-mail address
						</Button>
					</form>
				</>
			)}
		</SiteLayout>
	)
}
