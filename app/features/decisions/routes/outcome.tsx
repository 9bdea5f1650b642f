import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { WordsForm } from '../components/WordsForm.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { outcomeRefusals } from '../refusals.ts'
import { visitDecisionAsRunner } from '../visit-decision.server.ts'
import { wordsSchema } from '../words-form.ts'
import { writeOutcome } from '../write-outcome.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['What this led to', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address } = await visitDecisionAsRunner(args)
	return { address, name: partnership.name, decision: presentDecision(decision, new Date()) }
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitDecisionAsRunner(args)
	const { value, form } = await readForm(args.request, wordsSchema(outcomeRefusals['words-missing']))
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { words: value.words }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const writing = await writeOutcome(args.context.db, membership, decision.id, value.words)
	if ('refused' in writing) {
		const refused = writing.refused as keyof typeof outcomeRefusals
		return data({ form: refuse(form, outcomeRefusals[refused]) }, { status: 409 })
	}
	return redirectSaying(args.context, address, 'What this led to now stands with the result.')
}

export default function OutcomePage() {
	const { address, decision } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>What this led to</DecisionTitle>
			{decision.state === 'closed' ? (
				<WordsForm
					label="What did this lead to, and why?"
					hint="In plain words: what happens now, who does it, and what was not taken up."
					button="Save what this led to"
					form={form}
					words={decision.outcome}
				/>
			) : (
				<p className="govuk-body">
					{outcomeRefusals['not-closed']} <a href={address}>See this decision</a>
				</p>
			)}
		</>
	)
}
