import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayApproveMinute } from '~/domain/access/policies.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, inPageOrder, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { quorumRuleWords } from '../../decisions/board/minute-words.ts'
import { problemWords } from '../../decisions/board/problem-words.ts'
import { pageTitle } from '../../decisions/page-title.ts'
import { attendanceFrom, attendanceSchema, withRestHere } from '../attendance-form.ts'
import { AttendanceDiffers } from '../components/AttendanceDiffers.tsx'
import { AttendanceForm } from '../components/AttendanceForm.tsx'
import { LastMinutes } from '../components/LastMinutes.tsx'
import { RoomItem } from '../components/RoomItem.tsx'
import { readEarlierMeetings } from '../find-last-meeting.server.ts'
import { readRoom } from '../read-room.server.ts'
import { attendanceRefusals } from '../room-refusals.ts'
import { setAttendance } from '../set-attendance.server.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(['At the meeting', data?.body, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitMeetingAsClerk(args)
	const { meeting, partnership, base, address } = here
	const { id, groupId, reference, startsAt, place } = meeting
	return {
		room: await readRoom(args.context.db.read, here),
		earlier: await readEarlierMeetings(args.context.db.read, here),
		mayApprove: mayApproveMinute(here.membership, meeting.body),
		base,
		address,
		name: partnership.name,
		body: meeting.body.name,
		meeting: { id, groupId, reference, startsAt, place },
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitMeetingAsClerk(args)
	const { db } = args.context
	const { value, form: sent } = await readForm(args.request, attendanceSchema)
	const { members, officers } = await readRoom(db.read, here)
	const values = value?.step === 'rest-present' ? withRestHere(sent.values, members) : sent.values
	const form = { ...sent, values }
	const officerIds = officers.map(({ value }) => value)
	const { said, errors } = attendanceFrom(values, members, officerIds)
	const order = ['presiderId', 'clerkId', ...members.map(({ memberId }) => `seats.${memberId}`)]
	const mend = (more: Record<string, string[]>) =>
		data({ form: inPageOrder({ ...form, errors: { ...form.errors, ...more } }, order) }, { status: 422 })
	if (!value || Object.keys(errors).length > 0) return mend(errors)
	const warning = warnOfNhsNumber(form, substitutesIn(values), value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const setting = await setAttendance(db, here.membership, here.meeting.id, { ...said, base: value.base })
	if ('saved' in setting)
		return redirectSaying(args.context, `${here.address}/room`, 'Who is there is saved, and the quorum counted again.')
	if (setting.refused !== 'not-so')
		return data({ form: refuse(form, attendanceRefusals[setting.refused]) }, { status: 409 })
	const nameOf = (id?: string) => members.find(({ memberId }) => memberId === id)?.name ?? 'This member'
	return mend(
		Object.fromEntries(
			setting.mend.map(({ problem, at, memberId }) => [at, [problemWords[problem](nameOf(memberId))]]),
		),
	)
}

function substitutesIn(values: FormState['values']): Record<string, string> {
	const typed = Object.entries(values).filter(([name]) => name.endsWith('.substitute'))
	return Object.fromEntries(typed.map(([name, words]) => [name, String(words)]))
}

export default function RoomPage() {
	const { room, earlier, mayApprove, base, address, body, meeting } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const { stage, rules, quorum, items, stands, differences } = room
	const locked = stage === 'draft' ? 'not-published' : stage === 'approved' || stage === 'called-off' ? stage : null
	return (
		<>
			<BackLink href={address}>Back to the agenda</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">
				{body}, {meeting.reference}
			</span>
			<h1 className="govuk-heading-l">At the meeting</h1>
			<p className="govuk-body as-typed">
				{longMoment(meeting.startsAt)}, {meeting.place}
			</p>
			<VisibleTo>
				Whoever can read the agenda can read who was there. What interests were declared in an item, and what came of
				it, can be read by whoever can read the item: fewer people in part B, or where its paper is not public.
			</VisibleTo>
			<nav aria-label="Parts of this page">
				<ul className="govuk-list">
					<li>
						<a href="#there">Who is there</a>
					</li>
					<li>
						<a href="#last">Minutes of last time</a>
					</li>
					<li>
						<a href="#items">The items</a>
					</li>
					<li>
						<a href={`${address}/minutes`}>The minutes so far</a>
					</li>
				</ul>
			</nav>
			{locked && <p className="govuk-body">{attendanceRefusals[locked]}</p>}
			{rules && quorum ? (
				<InsetText>
					<p>
						<strong>{quorum.join(' ')}</strong>
					</p>
					<p>Enough to decide (its quorum) is {quorumRuleWords(rules)}.</p>
				</InsetText>
			) : (
				<p className="govuk-body">
					{attendanceRefusals['rules-missing']}{' '}
					<a href={`${base}/people/groups/${meeting.groupId}/rules`}>Write down its rules</a>
				</p>
			)}
			{differences.length > 0 && <AttendanceDiffers differences={differences} />}
			<h2 className="govuk-heading-m" id="there">
				Who is there
			</h2>
			{(locked || !rules) && stands.length === 0 && (
				<p className="govuk-body">Nobody has written down who was there.</p>
			)}
			{(locked || !rules || form) && stands.length > 0 && (
				<ul className="govuk-list govuk-list--bullet">
					{stands.map((line) => (
						<li key={line} className="as-typed">
							{line}
						</li>
					))}
				</ul>
			)}
			{!locked && rules && room.members.length === 0 && (
				<EmptyState title="Nobody had a seat in this body on the day of the meeting.">
					<a href={`${base}/people/groups/${meeting.groupId}`}>Give its members their seats</a>, then come back.
				</EmptyState>
			)}
			{!locked && rules && room.members.length > 0 && <AttendanceForm room={room} form={form} />}
			<h2 className="govuk-heading-m" id="last">
				Minutes of last time
			</h2>
			<LastMinutes earlier={earlier} base={base} approving={mayApprove && { id: meeting.id, stage }} />
			<h2 className="govuk-heading-m" id="items">
				The items
			</h2>
			<p className="govuk-body">What the meeting decides is written down here, under its item.</p>
			{items.length === 0 && (
				<EmptyState title="No item on this agenda is open to you.">
					{locked ? (
						'Whoever may read its items can tell you what came of them.'
					) : (
						<a href={`${address}/items`}>Put an item on the agenda</a>
					)}
				</EmptyState>
			)}
			{items.map((item) => (
				<RoomItem
					key={item.id}
					item={item}
					base={base}
					address={address}
					groupId={meeting.groupId}
					isLocked={locked !== null}
					startsAt={meeting.startsAt}
					hasBegun={stage === 'begun'}
				/>
			))}
		</>
	)
}
