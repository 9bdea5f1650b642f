import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { pageTitle } from '../../decisions/page-title.ts'
import { notedDigest, noteItem } from '../note-item.server.ts'
import { notedSchema } from '../room-forms.ts'
import { noteItemRefusals } from '../room-refusals.ts'
import { visitItemAsClerk } from '../visit-item.server.ts'
import { type ItemReaders, itemReaders } from '../who-reads.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['What was said', data?.title, data?.body, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, item, partnership, address } = await visitItemAsClerk(args)
	return {
		address,
		name: partnership.name,
		body: meeting.body.name,
		title: item.title,
		readers: itemReaders(item),
		noted: item.noted,
		base: notedDigest(item.noted),
		closed: meeting.approvedAt !== null,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { meeting, item, membership, address } = await visitItemAsClerk(args)
	const { value, form } = await readForm(args.request, notedSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { noted: value.noted }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const asked = { meetingId: meeting.id, itemId: item.id, noted: value.noted, base: value.base }
	const noting = await noteItem(args.context.db, membership, asked)
	if ('refused' in noting) return data({ form: refuse(form, noteItemRefusals[noting.refused]) }, { status: 409 })
	return redirectSaying(args.context, `${address}/room`, 'What was said is saved for the minutes.')
}

const notedReaders: Record<ItemReaders, string> = {
	all: 'Whoever can read the agenda can read this in the minutes.',
	members:
		'Members of this partnership can read this in the minutes, because the paper of this item is open to them alone.',
	'some-members': 'Whoever can read the paper of this item can read this in the minutes.',
	body: 'This item is not public: the members of this body and those who run its meetings can read this.',
}

export default function NotedPage() {
	const { address, title, body, readers, noted, base, closed } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const typed = form?.values.noted
	return (
		<>
			<BackLink href={`${address}/room`}>Back to the meeting</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l as-typed">
				{body}: {title}
			</span>
			<h1 className="govuk-heading-l">What was said or concluded</h1>
			<VisibleTo>{notedReaders[readers]}</VisibleTo>
			{(form || closed) && noted && (
				<InsetText>
					<p>As it stands now:</p>
					<p className="as-typed">{noted}</p>
				</InsetText>
			)}
			{closed ? (
				<p className="govuk-body">{noteItemRefusals.approved}</p>
			) : (
				<form method="post" noValidate>
					<input type="hidden" name="base" value={base} />
					<TextArea
						name="noted"
						label="For the minutes"
						hint="A few plain sentences: what was said, what was concluded, who does what next."
						rows={8}
						optional
						errors={form?.errors.noted}
						defaultValue={typeof typed === 'string' ? typed : (noted ?? undefined)}
					/>
					<NhsNumberChoice form={form} />
					<Button>Save for the minutes</Button>
				</form>
			)}
		</>
	)
}
