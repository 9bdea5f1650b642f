import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { WordsForm } from '../components/WordsForm.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { stopRefusals } from '../refusals.ts'
import { stopDecision } from '../stop-decision.server.ts'
import { visitVoteAsRunner } from '../visit-decision.server.ts'
import { wordsSchema } from '../words-form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Stop this vote', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address } = await visitVoteAsRunner(args)
	return { address, name: partnership.name, decision: presentDecision(decision, new Date()) }
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitVoteAsRunner(args)
	const { value, form } = await readForm(args.request, wordsSchema(stopRefusals['reason-missing']))
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { words: value.words }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const stopping = await stopDecision(args.context.db, membership, decision.id, value.words)
	if ('refused' in stopping) {
		const refused = stopping.refused as keyof typeof stopRefusals
		return data({ form: refuse(form, stopRefusals[refused]) }, { status: 409 })
	}
	return redirectSaying(args.context, address, 'The vote is stopped. Everyone who can see it can read why.')
}

export default function StopPage() {
	const { address, decision } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>Stop this vote</DecisionTitle>
			{decision.state === 'open' ? (
				<>
					<WarningText>
						No votes will be counted, and the ballots cast so far are destroyed. This cannot be undone.
					</WarningText>
					<WordsForm
						label="Why is this vote stopped?"
						hint="Everyone who can see this vote will read it."
						button="Stop this vote"
						kind="warning"
						form={form}
					/>
				</>
			) : (
				<p className="govuk-body">
					Voting is no longer open, so there is nothing to stop. <a href={address}>See this decision</a>
				</p>
			)}
		</>
	)
}
