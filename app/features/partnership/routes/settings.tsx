import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayManagePeople } from '~/domain/access/policies.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm } from '~/http/forms.ts'
import { allow, visitAsMember } from '~/http/visit.ts'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { changePartnership } from '../change-partnership.server.ts'
import { AboutPartnership } from '../components/AboutPartnership.tsx'
import { aboutPartnership } from '../partnership-form.ts'

export const meta: MetaFunction = () => [{ title: 'About this partnership – Alongside' }]

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsMember(args)
	allow(mayManagePeople(here.membership, here.place), here, args.request)
	const { name, purpose, runBy, open } = here.partnership
	return { name, purpose, runBy, open: open ? 'yes' : 'no' }
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitAsMember(args)
	allow(mayManagePeople(here.membership, here.place), here, args.request)
	const { value, form } = await readForm(args.request, z.object(aboutPartnership))
	if (!value) return data({ form }, { status: 422 })
	await changePartnership(args.context.db, here.membership, { ...value, open: value.open === 'yes' })
	await args.context.live.recheck()
	return redirectSaying(args.context, `/p/${here.partnership.slug}`, 'Saved.')
}

export default function SettingsPage() {
	const saved = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const values: Record<string, string | string[]> = form?.values ?? saved
	const field = (name: string) => ({
		name,
		errors: form?.errors[name],
		defaultValue: values[name] as string | undefined,
	})
	return (
		<>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">About this partnership</h1>
			<VisibleTo>Facilitators can change this. What it says is on the first page.</VisibleTo>
			<form method="post" noValidate>
				<AboutPartnership field={field} />
				<Button>Save</Button>
			</form>
		</>
	)
}
