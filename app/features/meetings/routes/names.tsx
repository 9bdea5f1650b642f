import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nameRemoved } from '~/domain/decisions/board/remove-names.ts'
import { redirectSaying } from '~/http/flash.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { NamesForm } from '../../decisions/board/components/NamesForm.tsx'
import { NamesPreview, removedWords } from '../../decisions/board/components/NamesPreview.tsx'
import { answerNames, type NamesAnswer } from '../../decisions/board/names-form.server.ts'
import { pageTitle } from '../../decisions/page-title.ts'
import { meetingName } from '../meeting-words.ts'
import { listMinutesBeside, previewMeetingNames, removeNamesFromMeeting } from '../remove-names.server.ts'
import { meetingNamesRefusals } from '../room-refusals.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Take a name out of the meeting', data?.meeting, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, membership, partnership, base, address } = await visitMeetingAsClerk(args)
	const { startsAt, body } = meeting
	return {
		id: newId(),
		base,
		address,
		name: partnership.name,
		meeting: meetingName({ body: body.name, startsAt }),
		/** Each keeps its own minute, with names of its own. */
		decisions: await listMinutesBeside(args.context.db.read, membership, meeting),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { meeting, membership, address } = await visitMeetingAsClerk(args)
	const { db } = args.context
	const answered = await answerNames(args.request, meetingNamesRefusals, {
		preview: (asked) => previewMeetingNames(db.read, membership, meeting.id, asked),
		remove: (removing) => removeNamesFromMeeting(db, membership, meeting.id, removing),
	})
	if ('answer' in answered) return answered.answer
	return redirectSaying(args.context, address, removedWords(answered.removed))
}

export default function NamesPage() {
	const { id, base, address, meeting, decisions } = useLoaderData<typeof loader>()
	const answer = useActionData<NamesAnswer>()
	return (
		<>
			<BackLink href={address}>Back to the agenda</BackLink>
			<ErrorSummary errors={answer?.form.errors} />
			<span className="govuk-caption-l">{meeting}</span>
			<h1 className="govuk-heading-l">Take a name out of this meeting</h1>
			{decisions.length > 0 && (
				<InsetText>
					<p>What was decided keeps its own minute. A name that was typed there goes from there:</p>
					<ul className="govuk-list govuk-list--bullet">
						{decisions.map(({ decisionId, reference }) => (
							<li key={decisionId}>
								<a href={`${base}/decisions/${decisionId}/names`}>Take a name out of the minute of {reference}</a>
							</li>
						))}
					</ul>
				</InsetText>
			)}
			{answer?.looked ? (
				<NamesPreview
					{...answer.looked}
					from="what you can see of this meeting"
					pickFrom="in a title or in what was said"
					form={answer.form}
				/>
			) : (
				<>
					<p className="govuk-body">
						For somebody who was named on the agenda or in the minutes and asks to be forgotten: a substitute, somebody
						who presented or spoke, a neighbour in an interest. It can be done after the minutes were approved too.
					</p>
					<p className="govuk-body">
						“{nameRemoved}” will stand wherever the name was typed: in titles, reasons, notes and interests. Items that
						are not open to you stay as they are. Members of the body stay named: its minutes are a public record.
					</p>
					<NamesForm id={id} readers="Everyone who can read the agenda" form={answer?.form} />
				</>
			)}
		</>
	)
}
