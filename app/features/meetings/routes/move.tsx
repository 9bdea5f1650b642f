import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { holdsOffice } from '~/domain/access/policies.ts'
import { enoughClearDays } from '~/domain/meetings/clear-days.ts'
import { staysWhereItIs } from '~/domain/meetings/move-meeting.ts'
import { boxesOf, typedDay } from '~/features/actions/day-field.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { isoDay, timeOf } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { listAttendance, listItems } from '../../../../db/queries/meetings.ts'
import { WhenAndWhereFields } from '../components/WhenAndWhereFields.tsx'
import { moveForm } from '../meeting-forms.ts'
import { askChairReason, meetingName, whenWords } from '../meeting-words.ts'
import { isAttendanceSaid, moveDigest, moveMeeting } from '../move-meeting.server.ts'
import { presentMeeting } from '../read-agenda.server.ts'
import { type AgendaRefusal, agendaRefusals } from '../refusals.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Move this meeting', data && meetingName(data.meeting), 'Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { membership, meeting, address, partnership } = await visitMeetingAsClerk(args)
	const now = new Date()
	const attended = await listAttendance(args.context.db.read, meeting.id)
	const stays = staysWhereItIs(meeting, await listItems(args.context.db.read, meeting.id), now)
	return {
		address,
		name: partnership.name,
		meeting: presentMeeting(meeting, now),
		asked: askChairReason('for short notice', holdsOffice(membership, meeting.groupId, 'chair')),
		attendanceSaid: isAttendanceSaid(attended, meeting),
		base: moveDigest(meeting, attended),
		refused: stays && agendaRefusals[stays][0],
	}
}

interface Answer {
	form: FormState
	/** Refused, because something else stands than the form was filled in over. */
	isUnseen?: boolean
}

const fieldOf: Partial<Record<AgendaRefusal, string>> = {
	'nothing-moved': 'day',
	'in-the-past': 'day',
	'too-far-ahead': 'day',
	'move-reason-missing': 'reason',
	'move-short-notice': 'chairReason',
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, address } = await visitMeetingAsClerk(args)
	const { value, form } = await readForm(args.request, moveForm)
	if (!value) return data({ form }, { status: 422 })
	const { sure, ...asked } = value
	const typed = { place: asked.place, reason: asked.reason ?? '', chairReason: asked.chairReason ?? '' }
	const warning = warnOfNhsNumber(form, typed, sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const moved = await moveMeeting(args.context.db, membership, meeting.id, asked)
	if ('refused' in moved) {
		const [words, status] = agendaRefusals[moved.refused]
		const isUnseen = moved.refused === 'moved-meanwhile'
		return data({ form: refuse(form, words, fieldOf[moved.refused] ?? ''), isUnseen }, { status })
	}
	const said = meeting.publishedAt
		? 'The meeting is moved. Everyone who can see it can read from when or where, and why.'
		: 'The draft is changed.'
	return redirectSaying(args.context, address, said)
}

export default function MovePage() {
	const { address, meeting, asked, attendanceSaid, base, refused } = useLoaderData<typeof loader>()
	const { form, isUnseen } = useActionData<Answer>() ?? {}
	const errors = form?.errors ?? {}
	const stands = { time: timeOf(meeting.startsAt), place: meeting.place }
	const typed = (name: string) => form?.values[name]?.toString()
	return (
		<>
			<BackLink href={address}>Back to the meeting</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(meeting)}</span>
			<h1 className="govuk-heading-l">Move this meeting</h1>
			{refused ? (
				<InsetText>{refused}</InsetText>
			) : (
				<form method="post" noValidate>
					{/* Sent back for another mend, it goes on saying what was seen first. */}
					<input type="hidden" name="base" value={isUnseen ? base : (typed('base') ?? base)} />
					{isUnseen && (
						<InsetText>
							<p>As it stands now:</p>
							<p className="as-typed">{[whenWords(meeting.startsAt), meeting.place].join(', ')}</p>
							{meeting.moves[0] && <p className="as-typed">{meeting.moves[0].said}</p>}
						</InsetText>
					)}
					<p className="govuk-body">
						{meeting.publishedAt
							? `People were told when and where it is. Its page and its minutes go on saying that, and why it was moved. Leave ${enoughClearDays} clear working days again, or give the chair’s reason.`
							: 'It is a draft, so nobody outside the body has been told of it.'}
					</p>
					{attendanceSaid && (
						<InsetText>
							Somebody wrote down who is there, who presides or who takes the minutes. If you move the meeting to
							another day or hour, that is taken away, and you write it down again. If you change only where it is, it
							stays.
						</InsetText>
					)}
					<WhenAndWhereFields
						errors={errors}
						day={form ? typedDay(form.values, 'day') : boxesOf(isoDay(meeting.startsAt))}
						time={typed('time') ?? stands.time}
						place={typed('place') ?? stands.place}
					/>
					{meeting.publishedAt && (
						<>
							<TextArea
								name="reason"
								label="Why is it moved?"
								hint="Everyone who can see the meeting reads this."
								rows={3}
								errors={errors.reason}
								defaultValue={typed('reason')}
							/>
							<TextArea
								name="chairReason"
								label={asked.label}
								hint={`Needed only if fewer than five clear working days are left. Everyone reads it beside the other. ${asked.hint}`}
								rows={3}
								errors={errors.chairReason}
								defaultValue={typed('chairReason')}
							/>
						</>
					)}
					<NhsNumberChoice form={form} />
					<Button>Move this meeting</Button>
				</form>
			)}
		</>
	)
}
