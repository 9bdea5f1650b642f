import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { findVisitor, safeNext } from '~/http/session.ts'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { emailAddress, next, rowId } from '../account-form.ts'
import { askToSignIn } from '../ask-to-sign-in.server.ts'
import { DemoPeople } from '../components/DemoPeople.tsx'
import { fieldsOf } from '../fields-of.ts'
import { signInLetter } from '../letters.ts'
import { listDemoPeople } from '../list-demo-people.server.ts'
import { sendSoon } from '../send-letter.server.ts'
import { whySignIn } from '../why-sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in – Alongside' }]

const schema = z.object({ email: emailAddress, id: rowId.optional(), next })

export async function loader({ request, context }: LoaderFunctionArgs) {
	const next = safeNext(new URL(request.url).searchParams.get('next'))
	const visitor = await findVisitor(request, context)
	return {
		next,
		id: newId(),
		here: visitor?.personName ?? null,
		why: await whySignIn(context.db.read, next),
		people: context.demo ? await listDemoPeople(context.db.read) : null,
	}
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	const asked = await askToSignIn(context, value.email, new Date(), value.id)
	if ('refused' in asked) {
		const said =
			'This address has asked for five e-mails in an hour. Use the newest one, or wait an hour and ask again.'
		return data({ form: refuse(form, said, 'email') }, { status: 429 })
	}
	const next = safeNext(value.next)
	const onwards = next ? `?next=${encodeURIComponent(next)}` : ''
	if (asked.letter) {
		const { to, token, code } = asked.letter
		sendSoon(context, signInLetter({ to, code, link: `${context.origin}/sign-in/link/${token}${onwards}` }))
	}
	return redirect(`/sign-in/code?sign-in=${asked.signInId}${onwards.replace('?', '&')}`, 303)
}

export default function SignInPage() {
	const { next, id, here, why, people } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const field = fieldsOf(form)
	return (
		<SiteLayout>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">Sign in</h1>
			{here && (
				<p className="govuk-body">
					You are signed in here as {here}.{' '}
					<a className="govuk-link" href="/account">
						Go to my account
					</a>
					, or sign in as somebody else.
				</p>
			)}
			{why && !here && (
				<p className="govuk-body">
					Only members can see who is here, so sign in first. Or{' '}
					<a className="govuk-link" href={why.href}>
						go back to {why.name}
					</a>
					.
				</p>
			)}
			{people && <DemoPeople people={people} next={next} />}
			<h2 className="govuk-heading-l">With your e-mail address</h2>
			<p className="govuk-body">We will send you a link and a code. You need no password.</p>
			<form method="post" action="/sign-in" noValidate>
				<input type="hidden" name="id" value={id} />
				{next && <input type="hidden" name="next" value={next} />}
				<TextInput
					{...field('email')}
					label="Your e-mail address"
					type="email"
					autoComplete="email"
					spellCheck={false}
				/>
				<Button>Send me an e-mail</Button>
			</form>
			<h2 className="govuk-heading-l">With a card or an invitation</h2>
			<p className="govuk-body">
				<a className="govuk-link" href="/join">
					Type the code on your card
				</a>
				, or open the link in your invitation. Lost it? Ask a facilitator for a new one.
			</p>
		</SiteLayout>
	)
}
