import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { titleForm } from '../meeting-forms.ts'
import { meetingName } from '../meeting-words.ts'
import { agendaRefusals } from '../refusals.ts'
import { retitleItem } from '../retitle-item.server.ts'
import { visitItemAsClerk } from '../visit-item.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Correct a title', data && meetingName(data.meeting), 'Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, item, address, partnership } = await visitItemAsClerk(args)
	return {
		address,
		name: partnership.name,
		title: item.title,
		isPublished: meeting.publishedAt !== null,
		meeting: { body: meeting.body.name, startsAt: meeting.startsAt },
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, item, address } = await visitItemAsClerk(args)
	const { value, form } = await readForm(args.request, titleForm)
	if (!value) return data<Answer>({ form }, { status: 422 })
	const { sure, ...asked } = value
	const warning = warnOfNhsNumber(form, { title: value.title, reason: value.reason }, sure)
	if (warning) return data<Answer>({ form: warning }, { status: 422 })
	const retitling = await retitleItem(args.context.db, membership, { ...asked, meetingId: meeting.id, itemId: item.id })
	if ('refused' in retitling) {
		const [words, status] = agendaRefusals[retitling.refused]
		return data<Answer>({ form: refuse(form, words, fieldOf(retitling.refused)) }, { status })
	}
	return redirectSaying(args.context, `${address}/items`, `The item is called “${value.title}” now.`)
}

interface Answer {
	form: FormState
}

function fieldOf(refused: string): string {
	if (refused === 'title-same') return 'title'
	return refused === 'title-reason-missing' ? 'reason' : ''
}

export default function ItemTitlePage() {
	const { address, title, isPublished, meeting } = useLoaderData<typeof loader>()
	const form = useActionData<Answer>()?.form
	return (
		<>
			<BackLink href={`${address}/items`}>Back to the agenda you work on</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(meeting)}</span>
			<h1 className="govuk-heading-l">Correct the title of “{title}”</h1>
			{isPublished && (
				<p className="govuk-body">
					The agenda is published, so what the item is called now stays to be read beside it, with the reason.
				</p>
			)}
			{form && (
				<InsetText>
					<p className="as-typed">It is called now: {title}</p>
				</InsetText>
			)}
			<form method="post" noValidate>
				<input type="hidden" name="base" value={title} />
				<TextInput
					name="title"
					label="What the item is"
					hint="In a few everyday words."
					errors={form?.errors.title}
					defaultValue={form?.values.title?.toString() ?? title}
				/>
				{isPublished && (
					<TextArea
						name="reason"
						label="Why is the title corrected?"
						hint="Everyone who can read the item reads this."
						rows={2}
						errors={form?.errors.reason}
						defaultValue={form?.values.reason?.toString()}
					/>
				)}
				<NhsNumberChoice form={form} />
				<Button>Correct the title</Button>
			</form>
		</>
	)
}
