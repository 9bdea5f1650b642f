import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mostNames, type NamePlace, type NamesRefusal, nameRemoved } from '~/domain/decisions/board/remove-names.ts'
import { longestName } from '~/domain/decisions/board/typed-name.ts'
import { formId } from '~/features/documents/form-fields.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { DecisionTitle } from '../../components/DecisionTitle.tsx'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { presentDecision } from '../../present-decision.server.ts'
import { NamesPreview } from '../components/NamesPreview.tsx'
import { namesRefusals } from '../refusals.ts'
import { previewNamesRemoved, removeNamesFromMinute } from '../remove-names.server.ts'
import { visitMinuteAsClerk } from '../visit-board-decision.server.ts'

const schema = z.object({
	id: formId,
	names: z
		.string({ error: namesRefusals['names-missing'] })
		.max((longestName + 2) * mostNames, namesRefusals['names-many']),
	reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
	/** A first post shows what would change; only a second one, from that page, does it. */
	step: z.enum(['look', 'change', 'save']).default('look'),
	seen: z.string().max(64).catch(''),
	pick: z
		.union([z.string(), z.array(z.string())])
		.transform((typed) => new Set([typed].flat().flatMap((one) => (/^\d{1,3}$/.test(one) ? [Number(one)] : []))))
		.default(new Set()),
	sure: z.literal('yes').optional().catch(undefined),
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
	const { id, step, seen, sure, reason, pick: picked } = value
	if (step === 'change') return data({ form })
	const asked = { names: value.names.split(/\r?\n/), reason }
	const { db } = args.context
	const isConfirmed = step === 'save' && sure === 'yes'
	const removing = isConfirmed
		? await removeNamesFromMinute(db, membership, decision.id, { id, seen, picked, ...asked })
		: { refused: 'not-seen' as const }
	if ('refused' in removing) {
		const preview = await previewNamesRemoved(db.read, membership, decision.id, asked)
		if ('refused' in preview) {
			const { refused } = preview
			return data({ form: refuse(form, namesRefusals[refused], fields[refused] ?? '') }, { status: 409 })
		}
		const { places, toPick, near, nowhere, seen } = preview
		const looked = { places, toPick, near, nowhere, seen }
		if (step === 'look') return data({ form, looked })
		if (removing.refused === 'nothing-picked')
			return data({ form: refuse(form, namesRefusals['nothing-picked'], 'pick'), looked }, { status: 409 })
		if (isConfirmed) return data({ form: refuse(form, namesRefusals['not-seen']), looked }, { status: 409 })
		return data({ form: refuse(form, unsure, 'sure'), looked }, { status: 422 })
	}
	const said = removing.places === 1 ? 'at 1 place' : `at ${removing.places} places`
	return redirectSaying(args.context, address, `“${nameRemoved}” now stands ${said}. The reason is on this page.`)
}

interface Looked {
	places: NamePlace[]
	toPick: NamePlace[]
	near: NamePlace[]
	nowhere: string[]
	seen: string
}

const unsure = 'Tick the box if the names should go for good'

const fields: Partial<Record<string, string>> = {
	'names-missing': 'names',
	'names-many': 'names',
	'not-a-name': 'names',
	'member-name': 'names',
	'name-not-there': 'names',
	'nothing-picked': 'pick',
	'reason-missing': 'reason',
	'name-in-reason': 'reason',
} satisfies Record<NamesRefusal, string>

export default function NamesPage() {
	const { id, address, decision } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form: FormState; looked?: Looked }>()
	const form = answer?.form
	const typed = (name: string) => {
		const value = form?.values[name]
		return typeof value === 'string' ? value : undefined
	}
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>Take a name out of the minute</DecisionTitle>
			{answer?.looked ? (
				<NamesPreview {...answer.looked} form={answer.form} />
			) : (
				<>
					<p className="govuk-body">
						For somebody who was named in the words of the minute and asks to be forgotten: a member of the public who
						spoke, a substitute, a neighbour. It can be done after the minute was approved too.
					</p>
					<p className="govuk-body">
						“{nameRemoved}” will stand wherever the name was typed, in the corrections too. Votes and numbers do not
						change. Members of the body stay named: its minute is a public record.
					</p>
					<form method="post" noValidate>
						<input type="hidden" name="id" value={typed('id') ?? id} />
						<TextArea
							name="names"
							label="Which names?"
							labelSize="m"
							hint="The whole name, like “Mrs Brown” or “Ann Brown”, one on each line. One word alone, like “Brown”, is looked for too. You will see every place that changes before it does."
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
						<Button>See what will change</Button>
					</form>
				</>
			)}
		</>
	)
}
