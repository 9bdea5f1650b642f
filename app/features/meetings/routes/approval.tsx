import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayApproveMinute } from '~/domain/access/policies.ts'
import { londonDay } from '~/domain/actions/days.ts'
import type { ApprovalAsked } from '~/domain/meetings/approve-minutes.ts'
import { boxesOf, typedDay } from '~/features/actions/day-field.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { longDate } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { findMeeting } from '../../../../db/queries/meetings.ts'
import { pageTitle } from '../../decisions/page-title.ts'
import { approveMinutes } from '../approve-minutes.server.ts'
import { ApprovalCheck, Elsewhere } from '../components/ApprovalCheck.tsx'
import { AttendanceDiffers } from '../components/AttendanceDiffers.tsx'
import { MinutesParts } from '../components/MinutesParts.tsx'
import { minutesParts } from '../minutes-text.ts'
import { minutesDigest, readMinutes } from '../read-minutes.server.ts'
import { minutesApprovalSchema } from '../room-forms.ts'
import { minutesRefusals } from '../room-refusals.ts'
import { type MeetingMemberVisit, visitMeeting } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Approve the minutes', data?.body, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitToApprove(args)
	const { meeting, partnership, address } = here
	const at = await findApproving(args, here)
	const facts = await readMinutes(args.context.db.read, here, meeting)
	return {
		address,
		back: at?.back ?? `${address}/minutes`,
		day: at?.day ?? null,
		name: partnership.name,
		body: meeting.body.name,
		startsAt: meeting.startsAt,
		approvedOn: meeting.approvedOn,
		seen: minutesDigest(facts),
		parts: minutesParts(facts),
		undecided: facts.items.filter(
			({ purpose, decided, takenOffReason }) => purpose === 'decide' && !decided && !takenOffReason,
		).length,
		unsaid: facts.unsaid.length,
		differences: facts.differences,
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitToApprove(args)
	const { value, form } = await readForm(args.request, minutesApprovalSchema)
	if (!value) return data({ form }, { status: 422 })
	const approving = await approveMinutes(args.context.db, here, here.meeting.id, value)
	if ('refused' in approving) {
		if (approving.refused === 'not-checked') return data({ form, check: value })
		const field = approving.refused.startsWith('day-') ? 'day' : ''
		return data({ form: refuse(form, minutesRefusals[approving.refused], field) }, { status: 409 })
	}
	const at = await findApproving(args, here)
	return redirectSaying(args.context, at?.back ?? `${here.address}/minutes`, 'The minutes are approved and locked.')
}

/** The body’s own chair or clerk. */
async function visitToApprove(args: Args) {
	const here = await visitMeeting(args)
	allow(mayApproveMinute(here.membership, here.meeting.body), here, args.request)
	return here as MeetingMemberVisit
}

/** The later meeting of the same body from whose page the clerk came here. An address that names another names none. */
async function findApproving(args: Args, { meeting, place, base }: MeetingMemberVisit) {
	const id = new URL(args.request.url).searchParams.get('at')
	const at = id ? await findMeeting(args.context.db.read, place, id) : null
	if (!at || at.groupId !== meeting.groupId || at.startsAt <= meeting.startsAt) return null
	return { day: londonDay(at.startsAt), back: `${base}/meetings/${at.id}/room` }
}

interface Answered {
	form: FormState
	/** What would be locked: they are asked once more. */
	check?: Pick<ApprovalAsked, 'day' | 'seen' | 'elsewhere'>
}

export default function ApprovalPage() {
	const { address, back, day, body, startsAt, approvedOn, seen, parts, undecided, unsaid, differences } =
		useLoaderData<typeof loader>()
	const { form, check } = useActionData<Answered>() ?? {}
	return (
		<>
			<BackLink href={back}>{day ? 'Back to the meeting' : 'Back to the minutes'}</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">
				{body}, {longDate(startsAt)}
			</span>
			<h1 className="govuk-heading-l">The minutes were approved</h1>
			{approvedOn ? (
				<p className="govuk-body">
					They were approved at the meeting on {longDate(approvedOn)} and are locked.{' '}
					<a href={`${address}/minutes`}>Read the minutes</a>
				</p>
			) : check ? (
				<ApprovalCheck
					what={`The minutes of ${longDate(startsAt)}`}
					button="Approve and lock the minutes"
					again={`${address}/approval`}
					sent={{ seen: check.seen }}
					{...check}
				/>
			) : (
				<>
					<form method="post" noValidate>
						<WarningText>
							Once they are approved, who was there, interests, notes and the minute of every decision below are locked.
						</WarningText>
						{undecided > 0 && (
							<p className="govuk-body">
								{undecided === 1 ? 'One item' : `${undecided} items`} to decide has no decision entered under it.
							</p>
						)}
						{unsaid > 0 && (
							<p className="govuk-body">
								Of {unsaid} {unsaid === 1 ? 'member' : 'members'} it is not said whether they came.
							</p>
						)}
						{differences.length > 0 && <AttendanceDiffers differences={differences} />}
						<input type="hidden" name="seen" value={seen} />
						<DateInput
							name="day"
							legend="At which later meeting were they approved?"
							hint="The day of that meeting, for example 12 9 2026."
							errors={form?.errors.day}
							defaultValue={form ? typedDay(form.values, 'day') : boxesOf(day)}
						/>
						{form && <Elsewhere form={form} />}
						<Button>Continue</Button>
					</form>
					<MinutesParts parts={parts} />
				</>
			)}
		</>
	)
}
