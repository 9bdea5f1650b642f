import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isEmpty } from '~/domain/documents/content.ts'
import { missingTerms } from '~/domain/documents/propose.ts'
import { goodLife } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TaskList } from '~/ui/TaskList.tsx'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { pageTitle } from '../page-title.ts'
import { proposeDocument } from '../propose-document.server.ts'
import { readSections } from '../read-sections.server.ts'
import { refusals } from '../refusals.ts'
import { visitAsWriter } from '../visit-document.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, document, address, seenBy } = await visitAsWriter(args)
	const sections = readSections(await args.context.live.read(document.id), document.template)
	const opening = sections.find(({ id }) => id === goodLife.id)
	return {
		place: partnership.name,
		document,
		address,
		seenBy,
		written: Boolean(opening && !isEmpty(opening.content)),
		missing: missingTerms(document).length,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsWriter(args)
	const proposing = await proposeDocument(args.context, membership, document.id)
	if ('refused' in proposing)
		return data(
			{ errors: { '': [refusals[proposing.refused]] } },
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
	pageTitle(data && `Propose – ${data.document.title}`, data?.place)

export default function Proposal() {
	const { document, address, seenBy, written, missing } = useLoaderData<typeof loader>()
	const errors = useActionData<typeof action>()?.errors
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Propose these words
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} change={`${address}/terms`} />
			{document.phase !== 'draft' ? (
				<p className="govuk-body">
					These words have already left draft. <a href={`${address}/versions`}>Freeze a version and put it to people</a>
					.
				</p>
			) : (
				<>
					<p className="govuk-body">
						Proposing says: we have written enough for people to decide. People can still write here; what is put to a
						decision is a version, and that never changes.
					</p>
					<TaskList
						items={[
							{
								href: written ? undefined : `${address}/sections/${goodLife.id}`,
								title: goodLife.title,
								status: written ? 'Written' : 'Not written yet',
							},
							{
								href: missing === 0 ? undefined : `${address}/terms`,
								title: 'Statement of power and money',
								status: missing === 0 ? 'Complete' : `${missing} of 6 answers missing`,
							},
						]}
					/>
					<form method="post">
						<Button>Propose these words</Button>
					</form>
				</>
			)}
		</>
	)
}
