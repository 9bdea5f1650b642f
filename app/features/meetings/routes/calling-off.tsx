import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { reasonSchema } from '~/features/documents/form-fields.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { listItems } from '../../../../db/queries/meetings.ts'
import { judgeCallingOff } from '../../../domain/meetings/agenda.ts'
import { callOffMeeting } from '../call-off-meeting.server.ts'
import { ReasonForm } from '../components/ReasonForm.tsx'
import { meetingName, whenWords } from '../meeting-words.ts'
import { presentMeeting } from '../read-agenda.server.ts'
import { agendaRefusals } from '../refusals.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Call off this meeting', data && meetingName(data.meeting), 'Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, address, partnership } = await visitMeetingAsClerk(args)
	const now = new Date()
	const judged = judgeCallingOff(meeting, await listItems(args.context.db.read, meeting.id), now)
	return {
		address,
		name: partnership.name,
		meeting: presentMeeting(meeting, now),
		refused: judged === 'ok' ? null : agendaRefusals[judged][0],
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, address } = await visitMeetingAsClerk(args)
	const { value, form } = await readForm(args.request, reasonSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const called = await callOffMeeting(args.context.db, membership, { meetingId: meeting.id, reason: value.reason })
	if (called.refused) {
		const [words, status] = agendaRefusals[called.refused]
		return data({ form: refuse(form, words) }, { status })
	}
	return redirectSaying(args.context, address, 'The meeting is called off. Everyone who can see it can read why.')
}

export default function CallingOffPage() {
	const { address, meeting, refused } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={address}>Back to the meeting</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(meeting)}</span>
			<h1 className="govuk-heading-l">Call off this meeting</h1>
			{refused ? (
				<InsetText>{refused}</InsetText>
			) : (
				<>
					<p className="govuk-body">
						It was to be on {whenWords(meeting.startsAt)}. Its page stays, with the reason, and it cannot be called
						back. If it is held later or elsewhere, <a href={`${address}/move`}>move it</a>.
					</p>
					<ReasonForm
						label="Why is it called off?"
						hint="Everyone who can see the meeting reads this."
						button="Call off this meeting"
						kind="warning"
						form={form}
					/>
				</>
			)}
		</>
	)
}
