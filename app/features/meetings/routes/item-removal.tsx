import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { type Args, notFound, param } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { findItem } from '../../../../db/queries/meetings.ts'
import { seeItem } from '../../../domain/meetings/see-item.ts'
import { ReasonForm } from '../components/ReasonForm.tsx'
import { maybeReason } from '../meeting-forms.ts'
import { meetingName } from '../meeting-words.ts'
import { presentMeeting } from '../read-agenda.server.ts'
import { agendaRefusals } from '../refusals.ts'
import { takeItemOff } from '../take-item-off.server.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Take an item off', data && meetingName(data.meeting), 'Meetings', data?.name])

async function visitItem(args: Args) {
	const here = await visitMeetingAsClerk(args)
	const item = await findItem(args.context.db.read, here.meeting.id, param(args, 'item'))
	if (!item || seeItem(here.membership, here.meeting.body, item) !== 'all') throw notFound()
	return { ...here, item }
}

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, address, partnership, item } = await visitItem(args)
	return { address, name: partnership.name, title: item.title, meeting: presentMeeting(meeting, new Date()) }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, address, item } = await visitItem(args)
	const { value, form } = await readForm(args.request, maybeReason)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const asked = { meetingId: meeting.id, itemId: item.id, reason: value.reason }
	const taken = await takeItemOff(args.context.db, membership, asked)
	if (taken.refused) {
		const [words, status] = agendaRefusals[taken.refused]
		return data({ form: refuse(form, words, taken.refused === 'reason-missing' ? 'reason' : '') }, { status })
	}
	return redirectSaying(args.context, `${address}/items`, `“${item.title}” is taken off the agenda.`)
}

export default function ItemRemovalPage() {
	const { address, title, meeting } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={`${address}/items`}>Back to the agenda you work on</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(meeting)}</span>
			<h1 className="govuk-heading-l">Take “{title}” off the agenda</h1>
			<p className="govuk-body">
				{meeting.publishedAt
					? 'The agenda is published, so the item stays to be seen, with the reason beside it.'
					: 'The agenda is a draft, so nothing of the item is kept. Its paper stays where it is.'}
			</p>
			<ReasonForm
				label={meeting.publishedAt ? 'Why is it taken off?' : null}
				hint="Everyone who can read the item reads this."
				button="Take it off"
				kind="warning"
				form={form}
			/>
		</>
	)
}
