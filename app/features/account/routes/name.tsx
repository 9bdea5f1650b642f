import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findPerson } from '~/../db/queries/persons.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { redirectSaying } from '~/http/flash.ts'
import { readForm } from '~/http/forms.ts'
import { requireVisitor } from '~/http/session.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { displayName, ticked } from '../account-form.ts'
import { fieldsOf } from '../fields-of.ts'
import { renamePerson } from '../rename-person.server.ts'

export const meta: MetaFunction = () => [{ title: 'My name and how to reach me – Alongside' }]

const schema = z.object({
	name: displayName,
	contact: z.string().trim().max(500, 'Use 500 characters or fewer').default(''),
	noVoteLetters: ticked,
	sure: z.string().max(10).optional(),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const { name, contact, noVoteLetters } = (await findPerson(context.db.read, personId))!
	return { name, contact, noVoteLetters: noVoteLetters ? 'on' : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	const { name, contact, noVoteLetters, sure } = value
	const warned = warnOfNhsNumber(form, { name, contact }, sure)
	if (warned) return data({ form: warned }, { status: 422 })
	await renamePerson(context.db, personId, { name, contact, noVoteLetters })
	return redirectSaying(context, '/account', 'Your name and how to reach you are saved.')
}

export default function NamePage() {
	const first = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const field = fieldsOf(form, first)
	return (
		<SiteLayout>
			<BackLink href="/account">My account</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">My name and how to reach me</h1>
			<form method="post" noValidate>
				<TextInput
					{...field('name')}
					label="What do you want to be called?"
					hint="Everyone in your partnerships sees this name, also beside what you wrote before."
					width={20}
					autoComplete="nickname"
					spellCheck={false}
				/>
				<TextArea
					{...field('contact')}
					label="How do you want to be reached?"
					hint="Such as: ring me after 5pm. Only you and the facilitators of your partnerships see this."
					rows={3}
					optional
				/>
				<Checkboxes
					name="noVoteLetters"
					legend="E-mails about votes"
					hint="We write to those who may vote when something they can choose is withdrawn. The page of the vote says it too."
					defaultValues={field('noVoteLetters').defaultValue ? ['on'] : []}
					items={[{ value: 'on', text: 'Send me no e-mails about votes' }]}
				/>
				<NhsNumberChoice form={form} />
				<Button>Save</Button>
			</form>
		</SiteLayout>
	)
}
