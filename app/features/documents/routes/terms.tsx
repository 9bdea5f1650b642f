import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { templates } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { cutShort, hasArrived, termsFields, termsSchema } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { stateTerms } from '../state-terms.server.ts'
import { endedWords } from '../visibility-words.ts'
import { visitAsWriterEvenEnded } from '../visit-document.server.ts'
import { cameFromSteps, wayBack } from '../way-back.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, document, address, seenBy, ended } = await visitAsWriterEvenEnded(args)
	return {
		place: partnership.name,
		document,
		address,
		back: cameFromSteps(args.request) ? `${address}/proposal` : address,
		seenBy,
		ended,
		needed: templates[document.template].needsTerms,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsWriterEvenEnded(args)
	const { value, form } = await readForm(args.request, termsSchema)
	if (!hasArrived(form, termsFields)) return data({ form: refuse(form, cutShort) }, { status: 422 })
	if (!value) return data({ form }, { status: 422 })
	const { sure, byWhen, ...answers } = value
	const warning = warnOfNhsNumber(form, answers, sure)
	if (warning) return data({ form: warning }, { status: 422 })

	const stated = await stateTerms(args.context.db, membership, document.id, { ...answers, byWhen })
	if (stated.refused) return data({ form: refuse(form, refusals[stated.refused]) }, { status: 409 })
	return await redirectSaying(
		args.context,
		wayBack(args.request, address, 'power-and-money'),
		'The statement of power and money is saved. Everyone who can read the document sees it.',
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Power and money – ${data.document.title}`, data?.place)

export default function StatementOfPowerAndMoney() {
	const { document, address, back, seenBy, ended, needed } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const { terms } = document
	const value = (name: string, stated: string | null | undefined) =>
		(form?.values[name] as string | undefined) ?? stated ?? ''
	const [year, month, day] = terms.byWhen?.split('-') ?? []
	const fields = [
		['open', 'What is open?', 'What people can really change by writing here.'],
		['fixed', 'What is fixed?', 'What cannot be changed, whatever is written. “Nothing” is an answer.'],
		['fixedWhy', 'Why is it fixed?', 'A law, a contract until a date, a decision already made and by whom.'],
		['money', 'How much money is there?', 'In pounds, for which year. “No new money” is an answer.'],
		['whoDecides', 'Who decides?', 'The body or the people who have the last word.'],
	] as const
	return (
		<>
			<BackLink href={back}>{back === address ? 'Back to the document' : 'Back to the steps'}</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Statement of power and money
			</DocumentTitle>
			<p className="govuk-body">
				{needed
					? 'Say it before people give their time. These words cannot leave draft until all of it is filled in. You can save part of it now.'
					: 'Say it before people give their time. You can save part of it now.'}
			</p>
			{ended && !form && (
				<InsetText>
					{endedWords[ended]} This statement stays with them. You can still <a href={address}>read it</a>.
				</InsetText>
			)}
			{(!ended || form) && (
				<form method="post">
					{fields.map(([name, label, hint]) => (
						<TextArea
							key={name}
							name={name}
							label={label}
							labelSize="m"
							hint={hint}
							rows={3}
							errors={form?.errors[name]}
							defaultValue={value(name, terms[name])}
						/>
					))}
					<DateInput
						name="byWhen"
						legend="By when?"
						hint="The day the decision is due. For example, 31 3 2027"
						errors={form?.errors.byWhen}
						defaultValue={{
							day: value('byWhen.day', day),
							month: value('byWhen.month', month),
							year: value('byWhen.year', year),
						}}
					/>
					<NhsNumberChoice form={form} />
					<Button>Save the statement</Button>
				</form>
			)}
		</>
	)
}
