import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { restsOn } from '~/domain/documents/finish.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import type { Args } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { listTurns } from '../../../../db/queries/document-turns.ts'
import { listDecisionFacts } from '../../../../db/queries/thread.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { FinalWords } from '../components/FinalWords.tsx'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { reasonSchema } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { reopenDocument } from '../reopen-document.server.ts'
import { visitAsRunnerEvenEnded } from '../visit-document.server.ts'

async function visitFinal(args: Args) {
	const here = await visitAsRunnerEvenEnded(args)
	if (here.document.phase === 'final') return here
	throw await redirectSaying(args.context, here.address, refusals['not-final'])
}

export async function loader(args: LoaderFunctionArgs) {
	const { db } = args.context
	const { partnership, document, base, address, seenBy } = await visitFinal(args)
	return {
		place: partnership.name,
		document,
		base,
		address,
		seenBy,
		turns: await listTurns(db.read, document.id),
		isDecided: restsOn(await listDecisionFacts(db.read, document.id)),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitFinal(args)
	const { value, form } = await readForm(args.request, reasonSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const reopening = await reopenDocument(args.context, membership, document.id, value.reason)
	if ('refused' in reopening) return data({ form: refuse(form, refusals[reopening.refused]) }, { status: 409 })
	return await redirectSaying(args.context, address, 'These words are open again. Everyone who writes here can go on.')
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Open again – ${data.document.title}`, data?.place)

export default function OpenAgain() {
	const { document, base, address, seenBy, turns, isDecided } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Open these words again
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} />
			<FinalWords phase={document.phase} turns={turns} />
			{isDecided && !form ? (
				<InsetText>
					<p className="govuk-body">{refusals.decided}</p>
					<p className="govuk-body">
						<a href={`${base}/documents/new`}>Start a new document</a>
					</p>
				</InsetText>
			) : (
				<form method="post">
					<p className="govuk-body">
						The words become a draft again, and the people they belong to can go on writing. The version stays as it is.
					</p>
					<TextArea
						name="reason"
						label="Why are they opened again?"
						labelSize="m"
						hint="Everyone who can read the document can read this."
						errors={form?.errors.reason}
						defaultValue={form?.values.reason as string | undefined}
					/>
					<NhsNumberChoice form={form} />
					<Button>Open these words again</Button>
				</form>
			)}
		</>
	)
}
