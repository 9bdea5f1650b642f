import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Ending } from '~/domain/documents/document.ts'
import { toPlainForm } from '~/domain/documents/plain-form.ts'
import { templates } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { longMoment } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { listWaitingRescues } from '../../../../db/queries/live-documents.ts'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { longestSection, words } from '../form-fields.ts'
import { pageTitle } from '../page-title.ts'
import { letGoOfWords, putBackWords } from '../put-back-words.server.ts'
import { refusals } from '../refusals.ts'
import { endedWords } from '../visibility-words.ts'
import { visitAsWriterEvenEnded } from '../visit-document.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, document, membership, address, ended } = await visitAsWriterEvenEnded(args)
	const sections = templates[document.template].sections.map(({ id, title }) => ({ value: id, text: title }))
	const rescues = await listWaitingRescues(args.context.db.read, document.id, membership.memberId)
	return {
		place: partnership.name,
		document,
		address,
		ended,
		sections,
		rescues: rescues.map((rescue) => ({
			id: rescue.id,
			at: rescue.at,
			section: rescue.sectionId ?? sections[0]!.value,
			text: asForm(rescue.words),
		})),
	}
}

/** What somebody can do with words that cannot go back now. */
const whenEnded: Record<Ending, string> = {
	final:
		'So yours cannot be put back now. They stay here for you. Copy them and show them to those who run this document: they can open it again.',
	ended: 'So yours cannot be put back. They stay here for you to copy, until you let them go.',
}

/** Words as they were typed may hold signs that mean something in a form. */
function asForm(typed: string) {
	const lines = typed
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
	return toPlainForm(lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })))
}

const schema = z.object({
	rescue: z.string({ error: 'Load the page again' }).max(100),
	section: z.string({ error: 'Choose a section' }).max(100),
	text: words('Type the words to put back, or let them go', longestSection),
	do: z.enum(['put-back', 'let-go'], { error: 'Choose what to do' }),
})

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsWriterEvenEnded(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data({ form }, { status: 422 })
	if (value.do === 'let-go') {
		await letGoOfWords(args.context.db, membership, document.id, value.rescue)
		return await redirectSaying(args.context, `${address}/rescued`, 'You have let these words go.')
	}
	const settling = await putBackWords(args.context, membership, document.id, {
		rescueId: value.rescue,
		sectionId: value.section,
		text: value.text,
	})
	if (settling.refused) return data({ form: refuse(form, refusals[settling.refused], 'text') }, { status: 409 })
	return await redirectSaying(
		args.context,
		`${address}#${value.section}`,
		settling.put
			? 'Your words are back, at the end of the section.'
			: 'You had already said what to do with these words.',
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Your rescued words – ${data.document.title}`, data?.place)

export default function RescuedWords() {
	const { document, address, ended, sections, rescues } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{document.title}</span>
			<h1 className="govuk-heading-l">Your rescued words</h1>
			<VisibleTo>Only you can see this page.</VisibleTo>
			<PowerAndMoneyInShort terms={document.terms} />
			{rescues.length === 0 ? (
				<EmptyState title="Nothing is waiting.">
					<p className="govuk-body">
						When words of yours fall in a passage that somebody removes at the same moment, we keep them here for you.
					</p>
				</EmptyState>
			) : (
				<p className="govuk-body">
					These words fell in a passage that somebody removed meanwhile. Nobody else can see them now.{' '}
					{ended ? `${endedWords[ended]} ${whenEnded[ended]}` : 'You can put them back or let them go.'}
				</p>
			)}
			{rescues.map(({ id, at, section, text }, index) => {
				const typed = form?.values.rescue === id ? form.values : null
				return (
					<form method="post" key={id}>
						<h2 className="govuk-heading-m">
							{rescues.length > 1 ? `${index + 1}. ` : ''}Written by {longMoment(at)}
						</h2>
						<input type="hidden" name="rescue" value={id} />
						<TextArea
							name="text"
							label="Your words"
							defaultValue={(typed?.text as string | undefined) ?? text}
							errors={typed ? form?.errors.text : undefined}
						/>
						{ended ? (
							<input type="hidden" name="section" value={section} />
						) : (
							<Select
								name="section"
								label="Put them at the end of"
								items={sections}
								defaultValue={(typed?.section as string | undefined) ?? section}
							/>
						)}
						<ButtonGroup>
							{!ended && (
								<Button name="do" value="put-back">
									Put my words back
								</Button>
							)}
							<Button name="do" value="let-go" kind="secondary">
								Let them go
							</Button>
						</ButtonGroup>
					</form>
				)
			})}
		</>
	)
}
