import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { goodLife } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { findThread } from '../../../../db/queries/thread.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { StepsToDecision } from '../components/StepsToDecision.tsx'
import { findSteps } from '../find-steps.server.ts'
import { findWords } from '../find-words.server.ts'
import { pageTitle } from '../page-title.ts'
import { proposeDocument } from '../propose-document.server.ts'
import { refusals } from '../refusals.ts'
import { fromSteps, stepWords } from '../step-words.ts'
import { visitAsWriter } from '../visit-document.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsWriter(args)
	const { partnership, place, document, address, seenBy } = here
	const { db } = args.context
	const { sections, unreadable } = await findWords(args.context, place, document)
	if (unreadable)
		throw await redirectSaying(
			args.context,
			address,
			'These words cannot be opened just now, so they cannot go on to a decision.',
		)
	const thread = await findThread(db.read, place, document.id)
	const way = await findSteps(args.context, here, { sections, thread })
	if (!way) throw new Error('a writer of a document that has not ended has a way on')
	return { place: partnership.name, document, address, seenBy, way }
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsWriter(args)
	const proposing = await proposeDocument(args.context, membership, document.id)
	if ('refused' in proposing)
		return data(
			{ errors: { [proposing.refused]: [refusals[proposing.refused]] } },
			{ status: proposing.refused === 'not-allowed' ? 403 : 409 },
		)
	await args.context.live.recheck()
	return await redirectSaying(
		args.context,
		`${address}/versions`,
		'These words have left draft. Now freeze a version, so that people can decide on it.',
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `From words to a decision – ${data.document.title}`, data?.place)

export default function Proposal() {
	const { document, address, seenBy, way } = useLoaderData<typeof loader>()
	const errors = useActionData<typeof action>()?.errors
	const { next } = way
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary
				errors={errors}
				hrefs={{
					'good-life-empty': `${address}/sections/${goodLife.id}${fromSteps}`,
					'terms-missing': `${address}/terms${fromSteps}`,
					'not-a-draft': `${address}/versions`,
				}}
			/>
			<DocumentTitle document={document} seenBy={seenBy}>
				From words to a decision
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} change={`${address}/terms${fromSteps}`} />
			<p className="govuk-body">
				Proposing says: we have written enough for people to decide. People can still write here; what is put to a
				decision is a version, and that never changes.
			</p>
			<StepsToDecision way={way} />
			{next?.step === 'propose' ? (
				<form method="post">
					<Button>Propose these words</Button>
				</form>
			) : (
				next && (
					<p className="govuk-body">
						<strong>Next:</strong> {stepWords(next, way).next}
					</p>
				)
			)}
		</>
	)
}
