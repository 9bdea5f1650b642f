import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { longestName, mostNames, type NamesRefusal, nameRemoved } from '~/domain/decisions/board/remove-names.ts'
import { formId } from '~/features/documents/form-fields.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { DecisionTitle } from '../../components/DecisionTitle.tsx'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { presentDecision } from '../../present-decision.server.ts'
import { namesRefusals } from '../refusals.ts'
import { removeNamesFromMinute } from '../remove-names.server.ts'
import { visitMinuteAsClerk } from '../visit-board-decision.server.ts'

const schema = z.object({
	id: formId,
	names: z
		.string({ error: namesRefusals['names-missing'] })
		.max((longestName + 2) * mostNames, namesRefusals['names-many']),
	reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
	sure: z.literal('yes', { error: 'Tick the box if the names should go for good' }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Take a name out of the minute', data?.decision.question, kindWords['board-decision'].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address } = await visitMinuteAsClerk(args)
	return { id: newId(), address, name: partnership.name, decision: presentDecision(decision, new Date()) }
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitMinuteAsClerk(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data({ form }, { status: 422 })
	const { id, names, reason } = value
	const removing = await removeNamesFromMinute(args.context.db, membership, decision.id, {
		id,
		names: names.split(/\r?\n/),
		reason,
	})
	if (removing.refused) {
		const { refused } = removing
		return data({ form: refuse(form, namesRefusals[refused], fields[refused] ?? '') }, { status: 409 })
	}
	const said = removing.places === 1 ? 'at 1 place' : `at ${removing.places} places`
	return redirectSaying(args.context, address, `“${nameRemoved}” now stands ${said}. The reason is on this page.`)
}

const fields: Partial<Record<string, string>> = {
	'names-missing': 'names',
	'names-many': 'names',
	'not-a-name': 'names',
	'member-name': 'names',
	'name-not-there': 'names',
	'reason-missing': 'reason',
	'name-in-reason': 'reason',
} satisfies Record<NamesRefusal, string>

export default function NamesPage() {
	const { id, address, decision } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const typed = (name: string) => {
		const value = form?.values[name]
		return typeof value === 'string' ? value : undefined
	}
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>Take a name out of the minute</DecisionTitle>
			<p className="govuk-body">
				For somebody who was named in the words of the minute and asks to be forgotten: a member of the public who
				spoke, a substitute, a neighbour. It can be done after the minute was approved too.
			</p>
			<p className="govuk-body">
				“{nameRemoved}” will stand wherever the name was typed, in the corrections too. Votes, numbers and what was
				decided do not change. Members of the body stay named: its minute is a public record.
			</p>
			<WarningText>
				Nobody can bring the name back. Copies people printed or downloaded before still have it.
			</WarningText>
			<form method="post" noValidate>
				<input type="hidden" name="id" value={typed('id') ?? id} />
				<TextArea
					name="names"
					label="Which names?"
					labelSize="m"
					hint="Letter by letter as they stand in the minute, one on each line."
					rows={3}
					errors={form?.errors.names}
					defaultValue={typed('names')}
				/>
				<TextArea
					name="reason"
					label="Why are they taken out?"
					labelSize="m"
					hint="Everyone who can see this decision will read it. Do not write the name here."
					rows={3}
					errors={form?.errors.reason}
					defaultValue={typed('reason')}
				/>
				<Checkboxes
					name="sure"
					legend="Are you sure?"
					legendSize="m"
					errors={form?.errors.sure}
					defaultValues={typed('sure') ? ['yes'] : []}
					items={[{ value: 'yes', text: 'Yes. I know that nobody can bring these names back.' }]}
				/>
				<Button kind="warning">Take these names out</Button>
			</form>
		</>
	)
}
