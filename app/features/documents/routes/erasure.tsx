import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { blackedOut, passagesIn, shortestPassage } from '~/domain/documents/black-out.ts'
import type { Passage } from '~/domain/documents/live.ts'
import { templates } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { idPattern, newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { listOwnWordsAround } from '../../../../db/queries/black-out.ts'
import { listErasureRequests } from '../../../../db/queries/erasures.ts'
import { findMember } from '../../../../db/queries/members.ts'
import { listVersions } from '../../../../db/queries/versions.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { Unreadable } from '../components/Unreadable.tsx'
import { formId, maybeWords, sure, words } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { removeWords } from '../remove-words.server.ts'
import { visitAsRunnerEvenEnded } from '../visit-document.server.ts'

const nobody = 'nobody'

export async function loader(args: LoaderFunctionArgs) {
	const { db, live } = args.context
	const { partnership, place, document, address, seenBy } = await visitAsRunnerEvenEnded(args)
	const passages = await live.listPassages(document.id)
	const standing = 'refused' in passages ? [] : passages
	const versions = await listVersions(db.read, place, document.id)
	const asked = new Set((await listErasureRequests(db.read, document.id)).map(({ memberId }) => memberId))
	const memberIds = [...new Set([...standing.flatMap(({ memberId }) => memberId ?? []), ...asked])]
	const writers = await Promise.all(
		memberIds.map(async (memberId) => {
			const member = await findMember(db.read, place, memberId)
			const letters = standing.reduce((sum, one) => sum + (one.memberId === memberId ? one.words.length : 0), 0)
			const name = `${member?.name ?? 'A participant'} (${member?.voice.toLowerCase() ?? 'no voice'})`
			return { memberId, name, letters, hasAsked: asked.has(memberId) }
		}),
	)
	const whose = new URL(args.request.url).searchParams.get('whose')
	const writer = writers.find(({ memberId }) => memberId === whose) ?? null
	const own = writer ? await listOwnWordsAround(db.read, document.id, writer.memberId) : []
	const theirs = writer ? standing.filter(({ memberId }) => memberId === writer.memberId) : []
	return {
		id: newId(),
		place: partnership.name,
		document,
		address,
		seenBy,
		unreadable: 'refused' in passages ? { instead: null } : null,
		writers,
		chosen: whose === nobody ? nobody : (writer?.memberId ?? null),
		writer,
		sections: inSections(theirs, document.template),
		elsewhere: suggested(theirs, versions, own),
	}
}

function inSections(passages: readonly Passage[], template: keyof typeof templates) {
	return templates[template].sections
		.map(({ id, title }) => ({
			id,
			title,
			words: passages.filter(({ sectionId }) => sectionId === id).map((one) => one.words),
		}))
		.filter(({ words }) => words.length > 0)
}

/** What they wrote in frozen versions and around the document, one passage a line, for those who run it to look over. */
function suggested(
	theirs: readonly Passage[],
	versions: Awaited<ReturnType<typeof listVersions>>,
	around: readonly string[],
): string {
	const lines = (texts: readonly string[]) =>
		texts
			.flatMap((text) => text.split('\n'))
			.map((line) => line.trim())
			.filter((line) => line.length >= shortestPassage && line !== blackedOut)
	const frozen = versions.flatMap((version) => passagesIn(version, lines(theirs.map(({ words }) => words))))
	return [...new Set([...frozen, ...lines(around)])].join('\n')
}

const schema = z.object({
	id: formId,
	whose: z.string({ error: 'Choose whose words go' }).regex(idPattern).or(z.literal(nobody)),
	passages: maybeWords(100_000),
	reason: words('Enter the reason, so that everyone can read why', 2000),
	certain: z.literal('yes', { error: 'Tick the box if you want to remove these words for good' }),
	sure,
})

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsRunnerEvenEnded(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const removing = await removeWords(args.context, membership, document.id, {
		id: value.id,
		writerId: value.whose === nobody ? null : value.whose,
		reason: value.reason,
		passages: value.passages
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean),
	})
	if (removing.refused) {
		const field = removing.refused === 'passage-too-short' ? 'passages' : ''
		return data({ form: refuse(form, refusals[removing.refused], field) }, { status: 409 })
	}
	return await redirectSaying(
		args.context,
		address,
		removing.isForgotten
			? 'The words are removed for good. The record says that it was done, when and by whom.'
			: 'The words are removed. The last traces in the database’s files could not be cleared away just now: a backup is being made, the disk is full, or the database does not answer. It is tried again by itself in a few minutes.',
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Remove words for good – ${data.document.title}`, data?.place)

export default function RemoveWords() {
	const { document, address, seenBy, unreadable, chosen } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={chosen ? `${address}/erasure` : address}>
				{chosen ? 'Choose other words' : 'Back to the document'}
			</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Remove words for good
			</DocumentTitle>
			<Unreadable unreadable={unreadable} reference={document.reference} />
			{!unreadable && (chosen || form ? <Confirm /> : <Choose />)}
		</>
	)
}

function Choose() {
	const { writers } = useLoaderData<typeof loader>()
	return (
		<>
			<p className="govuk-body">
				Deleted words are gone from the page, but a document remembers them so that people can write at the same time.
				Here you make it forget them: everything that was ever deleted here goes for good, and, if you wish, everything
				that one person wrote and that still stands.
			</p>
			<p className="govuk-body">
				To remove a name or a sentence that anybody wrote, delete it in the document first. Then come back here.
			</p>
			<form method="get">
				<Radios
					name="whose"
					legend="Whose words go?"
					hint="Words that others typed or pasted are theirs, and stay."
					defaultValue={nobody}
					items={[
						{
							value: nobody,
							text: 'Nobody’s: only what was deleted already',
							hint: 'Every word that stands now stays.',
						},
						...writers.map(({ memberId, name, letters, hasAsked }, at) => ({
							value: memberId,
							text: `Everything of ${name}`,
							hint: `${letters === 1 ? '1 letter stands' : `${letters.toLocaleString('en-GB')} letters stand`} in the document.${
								hasAsked ? ' They have asked for their words to be removed.' : ''
							}`,
							...(at === 0 ? { divider: 'or' } : {}),
						})),
					]}
				/>
				<Button kind="secondary">Look at what would go</Button>
			</form>
		</>
	)
}

function Confirm() {
	const { id, chosen, writer, elsewhere } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const typed = (name: string) => form?.values[name] as string | undefined
	return (
		<form method="post" noValidate>
			<input type="hidden" name="id" value={typed('id') ?? id} />
			<input type="hidden" name="whose" value={typed('whose') ?? chosen ?? nobody} />
			{writer ? (
				<WhatGoes />
			) : (
				<p className="govuk-body">Every word that stands now stays. Everything that was ever deleted here goes.</p>
			)}
			<h2 className="govuk-heading-m">What else goes, and what stays</h2>
			<ul className="govuk-list govuk-list--bullet">
				<li>What was ever deleted here goes, whoever wrote it, also from copies kept for open forms.</li>
				<li>Everyone who has the document open is moved to the new one. What they had not sent is shown to them.</li>
				<li>
					The passages you list below go from the frozen versions, the title, the need, the statement of power and
					money, every reason and note, and what was agreed and reported. “[words removed]” stands in their place.
				</li>
				<li>How people voted, the question they answered, money, dates and board minutes are not touched.</li>
				<li>Backups made before now still have the words. Ask whoever runs this site how long those are kept.</li>
			</ul>
			<TextArea
				name="passages"
				label="Passages to black out everywhere else"
				labelSize="m"
				hint={`One passage on each line, exactly as it stands there. What you do not list stays.${writer ? ` What ${writer.name} wrote in frozen versions, notes, reports and named votes is in the list already: take out what may stay.` : ''} A frozen version keeps the fingerprint of the words people decided on.`}
				optional
				rows={6}
				errors={form?.errors.passages}
				defaultValue={typed('passages') ?? elsewhere}
			/>
			<TextArea
				name="reason"
				label="Why are these words removed?"
				labelSize="m"
				hint="Everyone who can read the document can read this. Do not repeat the words, and name nobody they are about."
				errors={form?.errors.reason}
				defaultValue={typed('reason')}
			/>
			<NhsNumberChoice form={form} />
			<Checkboxes
				name="certain"
				legend="Are you sure?"
				errors={form?.errors.certain}
				items={[{ value: 'yes', text: 'Yes. I know that nobody can bring these words back.' }]}
			/>
			<Button kind="warning">Remove these words for good</Button>
		</form>
	)
}

function WhatGoes() {
	const { writer, sections } = useLoaderData<typeof loader>()
	return (
		<>
			<WarningText>
				Sentences that several people wrote may no longer make sense when one person’s words are gone.
			</WarningText>
			<h2 className="govuk-heading-m">What {writer?.name} wrote and that still stands</h2>
			{sections.length === 0 && (
				<p className="govuk-body">Nothing. Only words of theirs that were deleted or put aside go.</p>
			)}
			{sections.map(({ id, title, words }) => (
				<section key={id} aria-labelledby={`goes-${id}`}>
					<h3 className="govuk-heading-s" id={`goes-${id}`}>
						{title}
					</h3>
					<ul className="govuk-list govuk-list--bullet">
						{words.map((passage, at) => (
							<li key={at} className="as-typed">
								{passage}
							</li>
						))}
					</ul>
				</section>
			))}
		</>
	)
}
