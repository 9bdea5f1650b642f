import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayReadMeeting } from '~/domain/access/policies.ts'
import { nameRemoved } from '~/domain/decisions/board/remove-names.ts'
import { redirectSaying } from '~/http/flash.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { findItemOfDecision } from '../../../../../db/queries/meetings.ts'
import { DecisionTitle } from '../../components/DecisionTitle.tsx'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { presentDecision } from '../../present-decision.server.ts'
import { NamesForm } from '../components/NamesForm.tsx'
import { NamesPreview, removedWords } from '../components/NamesPreview.tsx'
import { answerNames, type NamesAnswer } from '../names-form.server.ts'
import { namesRefusals } from '../refusals.ts'
import { previewNamesRemoved, removeNamesFromMinute } from '../remove-names.server.ts'
import { visitMinuteAsClerk } from '../visit-board-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Take a name out of the minute', data?.decision.question, kindWords['board-decision'].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, membership, partnership, place, address } = await visitMinuteAsClerk(args)
	const under = await findItemOfDecision(args.context.db.read, place, decision.id)
	const meeting = under && mayReadMeeting(membership, under.meeting) ? under.meeting : null
	return {
		id: newId(),
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		/** It keeps words of its own. */
		meeting: meeting && {
			reference: meeting.reference,
			names: `/p/${partnership.slug}/meetings/${meeting.id}/names`,
		},
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitMinuteAsClerk(args)
	const { db } = args.context
	const answered = await answerNames(args.request, namesRefusals, {
		preview: (asked) => previewNamesRemoved(db.read, membership, decision.id, asked),
		remove: (removing) => removeNamesFromMinute(db, membership, decision.id, removing),
	})
	if ('answer' in answered) return answered.answer
	return redirectSaying(args.context, address, removedWords(answered.removed))
}

export default function NamesPage() {
	const { id, address, decision, meeting } = useLoaderData<typeof loader>()
	const answer = useActionData<NamesAnswer>()
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={answer?.form.errors} />
			<DecisionTitle decision={decision}>Take a name out of the minute</DecisionTitle>
			{meeting && (
				<p className="govuk-body">
					The agenda of its meeting, and what the minutes say besides, are kept apart.{' '}
					<a href={meeting.names}>Take a name out of the meeting {meeting.reference}</a> too.
				</p>
			)}
			{answer?.looked ? (
				<NamesPreview {...answer.looked} form={answer.form} />
			) : (
				<>
					<p className="govuk-body">
						For somebody who was named in the words of the minute and asks to be forgotten: a member of the public who
						spoke, a substitute, a neighbour. It can be done after the minute was approved too.
					</p>
					<p className="govuk-body">
						“{nameRemoved}” will stand wherever the name was typed, in the corrections too. Votes and numbers do not
						change. Members of the body stay named: its minute is a public record.
					</p>
					<NamesForm id={id} readers="Everyone who can see this decision" form={answer?.form} />
				</>
			)}
		</>
	)
}
