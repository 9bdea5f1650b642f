import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayManagePeople } from '~/domain/access/policies.ts'
import type { NamedVote } from '~/domain/decisions/named-votes.ts'
import { NamedVotes, NamesRead } from '~/features/decisions/components/NamedVotes.tsx'
import { NamingMeetings } from '~/features/meetings/components/NamingMeetings.tsx'
import type { NamingMeeting } from '~/features/meetings/list-naming-meetings.server.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
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
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data<Answer>({ form, named: [], meetings: [] }, { status: 422 })
	const { readOfNames, ...about } = value
	const changing = await changePartnership(
		args.context.db,
		here.membership,
		{ ...about, open: about.open === 'yes' },
		{ readOfNames: readOfNames === 'yes' },
	)
	if (changing.refused === 'opens-names') {
		const { named, meetings } = changing
		return data<Answer>({ form: refuse(form, opensNames, 'readOfNames'), named, meetings }, { status: 409 })
	}
	await args.context.live.recheck()
	return redirectSaying(args.context, `/p/${here.partnership.slug}`, 'Saved.')
}

const schema = z.object({ ...aboutPartnership, readOfNames: z.literal('yes').optional().catch(undefined) })

interface Answer {
	form: FormState
	/** Votes with names that anybody could see. */
	named: NamedVote[]
	/** Meetings of which anybody could read who came and what interests people have. */
	meetings: NamingMeeting[]
}

const opensNames =
	'Nothing is changed yet. Everyone would see how people voted by name, who was at a meeting, or what interests they declared. Read which these are, and tick the box if that is meant'

export default function SettingsPage() {
	const saved = useLoaderData<typeof loader>()
	const { form, named = [], meetings = [] } = useActionData<typeof action>() ?? {}
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
				{named.length > 0 && <NamedVotes named={named} about="about public documents here" />}
				{meetings.length > 0 && <NamingMeetings meetings={meetings} />}
				{named.length + meetings.length > 0 && <NamesRead errors={form?.errors.readOfNames} />}
				<Button>Save</Button>
			</form>
		</>
	)
}
