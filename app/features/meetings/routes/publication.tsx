import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withoutSeats } from '~/domain/access/membership.ts'
import { holdsOffice } from '~/domain/access/policies.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { MeetingTop } from '../components/MeetingTop.tsx'
import { NoticeDue } from '../components/NoticeDue.tsx'
import { OrderOfMeeting } from '../components/OrderOfMeeting.tsx'
import { ReasonForm } from '../components/ReasonForm.tsx'
import { maybeReason } from '../meeting-forms.ts'
import { askChairReason, meetingName } from '../meeting-words.ts'
import { publishAgenda } from '../publish-agenda.server.ts'
import { readAgenda } from '../read-agenda.server.ts'
import { agendaRefusals } from '../refusals.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Publish the agenda', data && meetingName(data.agenda), 'Meetings', data?.name])

/** The agenda as those who may read it without a seat see it, a stranger or a member: what will be open, and what stays in part B. */
export async function loader(args: LoaderFunctionArgs) {
	const here = await visitMeetingAsClerk(args)
	const now = new Date()
	const { publishedAt, calledOffAt } = here.meeting
	return {
		base: here.base,
		address: here.address,
		name: here.partnership.name,
		isOpen: here.partnership.open,
		agenda: await readAgenda(
			args.context.db.read,
			{ ...here, membership: here.partnership.open ? null : withoutSeats(here.membership) },
			now,
		),
		asked: askChairReason('for publishing now', holdsOffice(here.membership, here.meeting.groupId, 'chair')),
		refused: publishedAt
			? agendaRefusals['published-already'][0]
			: calledOffAt
				? agendaRefusals['called-off'][0]
				: null,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, address } = await visitMeetingAsClerk(args)
	const { value, form } = await readForm(args.request, maybeReason)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const published = await publishAgenda(args.context.db, membership, { meetingId: meeting.id, reason: value.reason })
	if (published.refused) {
		const [words, status] = agendaRefusals[published.refused]
		return data({ form: refuse(form, words, published.refused === 'short-notice' ? 'reason' : '') }, { status })
	}
	return redirectSaying(args.context, address, 'The agenda is published. Nothing of it is deleted from here on.')
}

export default function PublicationPage() {
	const { base, address, isOpen, agenda, asked, refused } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={`${address}/items`}>Back to the agenda you work on</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(agenda)}</span>
			<h1 className="govuk-heading-l">Publish the agenda</h1>
			{refused ? (
				<InsetText>{refused}</InsetText>
			) : (
				<>
					<NoticeDue notice={agenda.notice} />
					<p className="govuk-body">
						Once it is published, items are taken off with a reason and never deleted. Read below what{' '}
						{isOpen ? 'everyone' : 'a member without a seat in the body'} will see.
					</p>
					<ReasonForm
						label={agenda.notice?.isShort ? asked.label : null}
						hint={`Everyone reads it at the top of the agenda. ${asked.hint}`}
						button="Publish this agenda"
						form={form}
					/>
					<div className="preview">
						<MeetingTop meeting={agenda} />
						<OrderOfMeeting agenda={agenda} base={base} />
					</div>
				</>
			)}
		</>
	)
}
