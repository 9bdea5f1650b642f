import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isFrozenAs, restsOn } from '~/domain/documents/finish.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { longMoment } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { listDecisionFacts } from '../../../../db/queries/thread.ts'
import { findLatestVersion } from '../../../../db/queries/versions.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { Unreadable } from '../components/Unreadable.tsx'
import { findWords } from '../find-words.server.ts'
import { finishDocument } from '../finish-document.server.ts'
import { reasonSchema } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { visitAsRunner } from '../visit-document.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, document, address, seenBy } = await visitAsRunner(args)
	const { sections, unreadable } = await findWords(args.context, place, document)
	const latest = await findLatestVersion(args.context.db.read, place, document.id)
	return {
		place: partnership.name,
		document,
		address,
		seenBy,
		unreadable,
		latest: latest && { number: latest.number, frozenAt: latest.frozenAt },
		stands: latest !== null && isFrozenAs(latest, document, sections),
		others: args.context.live.writersNow(document.id),
		isDecided: restsOn(await listDecisionFacts(args.context.db.read, document.id)),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsRunner(args)
	const { value, form } = await readForm(args.request, reasonSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const finishing = await finishDocument(args.context, membership, document.id, value.reason)
	if ('refused' in finishing) return data({ form: refuse(form, refusals[finishing.refused]) }, { status: 409 })
	return await redirectSaying(
		args.context,
		address,
		`Version ${finishing.version.number} is final. Nobody can write here now, and everyone can read your reason.`,
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Final words – ${data.document.title}`, data?.place)

export default function SayFinal() {
	const { document, address, seenBy, unreadable, latest, stands, others, isDecided } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Say that these words are final
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} />
			<Unreadable unreadable={unreadable} reference={document.reference} />
			<p className="govuk-body">
				When words are final, nobody can change them, whatever voice they speak from. People can still read them, and
				decide on them.
			</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>Everyone who is writing is told at once. Words they have not sent yet are shown to them to copy.</li>
				{isDecided ? (
					<li>
						A decision rests on these words already, so nobody can open them again afterwards. To take them further,
						start a new document.
					</li>
				) : (
					<li>You can open the words again, with a reason, until a decision rests on them.</li>
				)}
			</ul>
			{!unreadable && !(latest && stands) && (
				<InsetText>
					<p className="govuk-body">{latest ? refusals['not-these-words'] : refusals['no-version']}</p>
					<p className="govuk-body">
						<a href={`${address}/versions`}>See the versions</a>
					</p>
				</InsetText>
			)}
			{others > 0 && (
				<InsetText>
					{others === 1 ? '1 person has' : `${others} people have`} this document open to write now. You may want to ask
					them first.
				</InsetText>
			)}
			{((latest && stands && !unreadable) || form) && (
				<form method="post">
					{latest && stands && (
						<p className="govuk-body">
							<strong>
								Version {latest.number}, frozen at {longMoment(latest.frozenAt)}, is what stands now.
							</strong>{' '}
							<a href={`${address}/versions/${latest.number}`}>Read version {latest.number}</a>
						</p>
					)}
					<TextArea
						name="reason"
						label="Why are these words final?"
						labelSize="m"
						hint="Say who agreed, and when. Everyone who can read the document can read this."
						errors={form?.errors.reason}
						defaultValue={form?.values.reason as string | undefined}
					/>
					<NhsNumberChoice form={form} />
					<Button>These words are final</Button>
				</form>
			)}
		</>
	)
}
