import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findDocumentById } from '~/../db/queries/documents.ts'
import type { Kept } from '~/../db/queries/erasures.ts'
import { findMembership } from '~/../db/queries/members.ts'
import { place } from '~/domain/access/membership.ts'
import { mayEraseWords, mayReadDocument } from '~/domain/access/policies.ts'
import { askToRemoveWords, listWrittenIn } from '~/features/documents/ask-to-remove-words.server.ts'
import { findRunners } from '~/features/documents/find-runners.server.ts'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { idPattern } from '~/http/new-id.ts'
import { requireVisitor } from '~/http/session.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { longDate } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { findPartnership } from '../../../../db/queries/partnerships.ts'

export const meta: MetaFunction = () => [{ title: 'Have my words removed – Alongside' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const { db } = context
	const written = await Promise.all(
		(await listWrittenIn(db, personId)).map(async ({ id, partnershipId, askedAt, kept }) => {
			const here = place(partnershipId)
			const [document, partnership, membership] = await Promise.all([
				findDocumentById(db.read, id),
				findPartnership(db.read, partnershipId),
				findMembership(db.read, here, personId),
			])
			const mayRead = mayReadDocument(membership, document!)
			const address = `/p/${partnership!.slug}/documents/${id}`
			return {
				id,
				askedAt,
				kept,
				partnership: partnership!.name,
				// Somebody who has left a circle may not learn what it calls its work now.
				title: mayRead ? document!.title : document!.reference,
				address: mayRead ? address : null,
				runners: mayRead ? await findRunners(db.read, here, document!) : [],
				erasure: mayEraseWords(membership, document!) ? `${address}/erasure` : null,
			}
		}),
	)
	return { written }
}

const keptWords: Record<Kept, string> = {
	words: 'words in it',
	rescued: 'words put aside for you',
	started: 'its title and the need',
	note: 'a note beside a decision',
	reason: 'a reason you may have given with a vote',
	report: 'a report on an action',
	answer: 'a sentence you may have given with an answer',
}

const schema = z.object({ document: z.string({ error: 'Choose a document' }).regex(idPattern, 'Choose a document') })

export async function action({ request, context }: ActionFunctionArgs) {
	const { personId } = await requireVisitor(request, context)
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form }, { status: 422 })
	const asking = await askToRemoveWords(context.db, personId, value.document)
	if (asking.refused) {
		const said = 'None of your words are kept in this document now, so there is nothing to remove. Load the page again.'
		return data({ form: refuse(form, said) }, { status: 409 })
	}
	return await redirectSaying(
		context,
		'/account/words',
		'You have asked. Those who run the document see it on its page, and decide with you what goes.',
	)
}

export default function MyWords() {
	const { written } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<SiteLayout>
			<BackLink href="/account">My account</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Have my words removed</h1>
			<VisibleTo>Only you can see this page. Those who run a document see that you have asked.</VisibleTo>
			<p className="govuk-body">
				You can delete words in a document yourself. To have what you wrote removed for good, ask those who run the
				document. That covers its past, its frozen versions, and what you said about it: notes, reasons and reports.
				Words that others typed stay, and so does how you voted.
			</p>
			<p className="govuk-body">
				If you also want to be erased, ask here first: afterwards nobody can tell which words were yours.
			</p>
			<p className="govuk-body">
				Nobody can tell which sentence came with a secret vote, or with an answer to “did it make a difference?”. If you
				want such a sentence removed, tell those who run the document what it says.
			</p>
			{written.length === 0 ? (
				<EmptyState title="No words of yours are kept.">
					<p className="govuk-body">
						When you have written in a document, or about it, you can ask here to have your words removed.
					</p>
				</EmptyState>
			) : (
				written.map(({ id, title, address, partnership, runners, askedAt, erasure, kept }) => (
					<section key={id} aria-labelledby={`words-${id}`}>
						<h2 className="govuk-heading-m" id={`words-${id}`}>
							{address ? <a href={address}>{title}</a> : title}
						</h2>
						<p className="govuk-body">
							{partnership}. {runners.length > 0 ? `Run by ${runners.join(', ')}.` : 'Run by its own people.'}
						</p>
						<p className="govuk-body">What we keep of yours: {kept.map((one) => keptWords[one]).join(', ')}.</p>
						{erasure ? (
							<p className="govuk-body">
								You run it. <a href={erasure}>Remove words for good</a>
							</p>
						) : askedAt ? (
							<p className="govuk-body">You asked on {longDate(askedAt)}.</p>
						) : (
							<form method="post">
								<Button name="document" value={id} kind="secondary">
									Ask for my words to be removed
									<span className="govuk-visually-hidden"> from {title}</span>
								</Button>
							</form>
						)}
					</section>
				))
			)}
		</SiteLayout>
	)
}
