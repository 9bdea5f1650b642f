import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fromPlainForm } from '~/domain/documents/plain-form.ts'
import { type TemplateId, templates } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { type Args, notFound, param } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { Details } from '~/ui/Details.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { SectionWords } from '../components/DocumentWords.tsx'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { cutShort, hasArrived, sectionSchema } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { endedWords } from '../visibility-words.ts'
import { visitAsWriterEvenEnded } from '../visit-document.server.ts'
import { wayBack } from '../way-back.ts'
import { openSectionForm, writeSection } from '../write-section.server.ts'

async function visitSection(args: Args) {
	const here = await visitAsWriterEvenEnded(args)
	const id = param(args, 'section')
	const section = templates[here.document.template].sections.find((each) => each.id === id)
	if (!section) throw notFound()
	return { ...here, section }
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, document, membership, address, seenBy, section, ended } = await visitSection(args)
	const opened = await openSectionForm(args.context, membership, document.id, section.id)
	const { text, base } = 'refused' in opened ? { text: '', base: '' } : opened
	return {
		unreadable: 'refused' in opened,
		place: partnership.name,
		document,
		address,
		back: wayBack(args.request, address, section.id),
		seenBy,
		section,
		text,
		base,
		writer: membership.memberId,
		content: fromPlainForm(text),
		ended,
		others: args.context.live.writersNow(document.id),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address, section } = await visitSection(args)
	const { value, form } = await readForm(args.request, sectionSchema)
	if (!hasArrived(form, ['text', 'base', 'writer']))
		return data({ form: refuse(form, cutShort), tooOld: false }, { status: 422 })
	if (!value) return data({ form, tooOld: false }, { status: 422 })
	// Somebody else has signed in on this browser since: these are not their words.
	if (value.writer !== membership.memberId)
		return data({ form: refuse(form, refusals['not-your-form'], 'text'), tooOld: false }, { status: 409 })
	const warning = warnOfNhsNumber(form, { text: value.text }, value.sure)
	if (warning) return data({ form: warning, tooOld: false }, { status: 422 })

	const written = await writeSection(args.context, membership, document.id, section.id, {
		text: value.text,
		base: value.base ?? '',
	})
	if (written.refused) {
		return data(
			{ form: refuse(form, refusals[written.refused], 'text'), tooOld: written.refused === 'form-too-old' },
			{ status: 409 },
		)
	}
	if (written.rescued.length > 0)
		return await redirectSaying(
			args.context,
			`${address}/rescued`,
			'Your words are saved. Some fell in a passage that somebody removed meanwhile.',
		)
	const said = written.changed
		? `Your words in “${section.title}” are saved, together with what others wrote meanwhile.`
		: 'You changed nothing, so nothing was saved.'
	return await redirectSaying(args.context, wayBack(args.request, address, section.id), said)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `${data.section.title} – ${data.document.title}`, data?.place)

export default function EditSection() {
	const { document, address, back, seenBy, section, text, base, writer, content, others, ended, unreadable } =
		useLoaderData<typeof loader>()
	const { form, tooOld = false } = useActionData<typeof action>() ?? {}
	// A refused form goes on from the state it was opened on; one that is too old, from the words that stand now.
	const openedOn = tooOld ? base : ((form?.values.base as string | undefined) ?? base)
	return (
		<>
			<BackLink href={back}>{back.includes('#') ? 'Back to the document' : 'Back to the steps'}</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				{section.title}
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} />
			{others > 0 && (
				<InsetText>
					{others === 1 ? '1 person is' : `${others} people are`} writing in this document now. You can write too: we
					put your words together and lose neither’s.
				</InsetText>
			)}
			{ended && !form && (
				<InsetText>
					{endedWords[ended]} You can still <a href={address}>read them</a>.
				</InsetText>
			)}
			{unreadable && !form && (
				<InsetText>
					The words of this document cannot be opened just now: what is stored of it is damaged. So this section cannot
					be changed until it is mended. Nothing was thrown away. <a href={address}>Read what we can still show</a>.
				</InsetText>
			)}
			{((!ended && !unreadable) || form) && (
				<form method="post">
					<input type="hidden" name="base" value={openedOn} />
					<input type="hidden" name="writer" value={(form?.values.writer as string | undefined) ?? writer} />
					<TextArea
						name="text"
						label="The words of this section"
						labelSize="m"
						hint={section.help}
						rows={16}
						errors={form?.errors.text}
						defaultValue={(form?.values.text as string | undefined) ?? text}
					/>
					<Details summary="How to make paragraphs, lists and headings">
						<ul className="govuk-list govuk-list--bullet">
							<li>Leave a line empty to start a new paragraph.</li>
							<li>Start a line with - and a space to make a list, or with 1. for a numbered list.</li>
							<li>Start a line with ### for a heading, or with &gt; for somebody’s own words.</li>
							<li>Put two stars around words to make them **bold**, one star for *italic*.</li>
							<li>Write [the words](https://the.address) for a link.</li>
							<li>Put \ before one of these signs to show the sign itself.</li>
						</ul>
					</Details>
					<NhsNumberChoice form={form} />
					<Button>Save my words</Button>
				</form>
			)}
			<OtherSections address={address} template={document.template} here={section.id} />
			{tooOld && (
				<section aria-labelledby="now">
					<h2 className="govuk-heading-m" id="now">
						The words that stand now
					</h2>
					<SectionWords content={content} />
				</section>
			)}
		</>
	)
}

/** The plain form is a whole way of writing: each section leads to the others. */
function OtherSections({ address, template, here }: { address: string; template: TemplateId; here: string }) {
	const { sections } = templates[template]
	if (sections.length < 2) return null
	return (
		<nav aria-labelledby="other-sections">
			<h2 className="govuk-heading-m" id="other-sections">
				The other sections
			</h2>
			<p className="govuk-body">Save your words before you go to another.</p>
			<ul className="govuk-list">
				{sections
					.filter(({ id }) => id !== here)
					.map(({ id, title }) => (
						<li key={id}>
							<a href={`${address}/sections/${id}`}>{title}</a>
						</li>
					))}
			</ul>
		</nav>
	)
}
