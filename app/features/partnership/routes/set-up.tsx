import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { firstVoices, ownVoice } from '~/domain/people/partnership.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { startSession } from '~/http/session.ts'
import { param } from '~/http/visit.ts'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { AboutPartnership } from '../components/AboutPartnership.tsx'
import { SiteLayout } from '../components/SiteLayout.tsx'
import { aboutPartnership, line } from '../partnership-form.ts'
import { useSetUpLink as consumeSetUpLink, isSetUpLink } from '../set-up-link.server.ts'
import { startPartnership } from '../start-partnership.server.ts'

const schema = z.object({
	...aboutPartnership,
	slug: z
		.string({ error: 'Enter a short name for the address' })
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'Use 2 to 40 small letters, numbers and hyphens, such as harbourside'),
	yourName: line('the name you want to be called', 60),
	voice: z.enum([...firstVoices.map(({ kind }) => kind), ownVoice.kind], { error: 'Choose which side you speak from' }),
	email: z.email('Enter an e-mail address like name@example.org').max(254).toLowerCase(),
})

const sides = [
	{ value: 'citizen', text: 'Citizen', hint: 'You use services, care for somebody or live here.' },
	{ value: 'commissioner', text: 'Commissioner', hint: 'You plan services or pay for them, for a council or the NHS.' },
	{ value: 'provider', text: 'Provider', hint: 'You run services: a charity, a company, a small group.' },
]

export const meta: MetaFunction = () => [{ title: 'Make your partnership – Alongside' }]

export async function loader(args: LoaderFunctionArgs) {
	return { live: await isSetUpLink(args.context, param(args, 'code')) }
}

export async function action(args: ActionFunctionArgs) {
	const { request, context } = args
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	if (!(await consumeSetUpLink(context, param(args, 'code')))) {
		return data(
			{
				form: refuse(form, 'This link has been used or is too old. Restart Alongside on the server to get a new one.'),
			},
			{ status: 409 },
		)
	}
	const personId = newId()
	const started = await startPartnership(context.db, {
		id: newId(),
		slug: value.slug,
		name: value.name,
		purpose: value.purpose,
		runBy: value.runBy,
		open: value.open === 'yes',
		facilitator: { personId, name: value.yourName, email: value.email, voice: value.voice },
	})
	if ('refused' in started) {
		return data({ form: refuse(form, 'That address is taken. Choose another short name.', 'slug') }, { status: 409 })
	}
	const { personId: signedIn } = started.facilitator
	const cookie = await startSession(request, context, { personId: signedIn, sharedDevice: false })
	return redirectSaying(context, `/p/${value.slug}/people`, 'Your partnership is ready. Next, invite people.', [cookie])
}

export default function SetUpPage() {
	const { live } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	if (!live && !form) return <UsedLink />
	const field = (name: string) => ({
		name,
		errors: form?.errors[name],
		defaultValue: form?.values[name] as string | undefined,
	})
	return (
		<SiteLayout>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">Make your partnership</h1>
			<p className="govuk-body-l">
				A partnership is the place and the people who work together. You can change all of this later.
			</p>
			<form method="post" noValidate>
				<AboutPartnership field={field} />
				<TextInput
					{...field('slug')}
					label="Short name for its address"
					hint="Such as harbourside"
					width={20}
					spellCheck={false}
				/>
				<h2 className="govuk-heading-l">You</h2>
				<TextInput
					{...field('yourName')}
					label="What do you want to be called?"
					hint="A first name is enough"
					width={20}
					autoComplete="given-name"
				/>
				<TextInput
					{...field('email')}
					label="Your e-mail address"
					hint="For signing in. Nobody else is shown it."
					type="email"
					autoComplete="email"
				/>
				<Radios
					{...field('voice')}
					legend="Which side do you speak from?"
					hint="Everyone sees it beside your name. What you write and how you vote counts for this side. You can change it later."
					items={[
						...sides,
						{
							value: ownVoice.kind,
							text: 'None of these',
							hint: 'You help the others and speak for no side. It says “Facilitator” beside your name.',
							divider: 'or',
						},
					]}
				/>
				<Button>Make the partnership</Button>
			</form>
		</SiteLayout>
	)
}

function UsedLink() {
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">This link has been used or is too old</h1>
			<p className="govuk-body">
				It makes the first partnership, once, within a day. If there is a partnership already, sign in to it.
			</p>
			<p className="govuk-body">If there is none, restart Alongside on the server. It prints a new link.</p>
			<p className="govuk-body">
				<a className="govuk-link" href="/sign-in">
					Sign in
				</a>
			</p>
		</SiteLayout>
	)
}
