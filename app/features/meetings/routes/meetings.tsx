import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayReadMeeting } from '~/domain/access/policies.ts'
import { listBodies } from '~/features/decisions/board/bodies.server.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { visit } from '~/http/visit.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { listMeetings } from '../../../../db/queries/meetings.ts'
import { meetingName, stageWords, whenAndWhereWords } from '../meeting-words.ts'
import { presentMeeting, type ShownMeeting } from '../read-agenda.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(['Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	const db = args.context.db.read
	const now = new Date()
	const meetings = (await listMeetings(db, place))
		.filter((meeting) => mayReadMeeting(membership, meeting))
		.map((meeting) => presentMeeting(meeting, now))
	return {
		base: `/p/${partnership.slug}`,
		name: partnership.name,
		isOpen: partnership.open,
		mayDrawUp: membership !== null && (await listBodies(db, membership)).length > 0,
		coming: meetings.filter(({ startsAt }) => startsAt > now),
		past: meetings.filter(({ startsAt }) => startsAt <= now).reverse(),
	}
}

export default function MeetingsPage() {
	const { base, isOpen, mayDrawUp, coming, past } = useLoaderData<typeof loader>()
	return (
		<>
			<h1 className="govuk-heading-xl">Meetings</h1>
			<VisibleTo>
				{isOpen ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'} A draft
				agenda is shown to the body that meets.
			</VisibleTo>
			<h2 className="govuk-heading-m">To come</h2>
			{coming.length === 0 ? (
				<EmptyState title="No meeting is to come.">
					When the agenda of a board’s meeting is published, it appears here, five clear working days before.{' '}
					{mayDrawUp ? 'To begin, draw one up.' : 'The chair or clerk of the body, or a facilitator, draws it up.'}
				</EmptyState>
			) : (
				<MeetingRows label="To come" meetings={coming} base={base} />
			)}
			{mayDrawUp && <ButtonLink href={`${base}/meetings/new`}>Draw up a meeting</ButtonLink>}
			<h2 className="govuk-heading-m">Past</h2>
			{past.length === 0 ? (
				<EmptyState title="No meeting is past yet.">
					Once the hour of a meeting has come, it stands here with its agenda and its minutes.
				</EmptyState>
			) : (
				<MeetingRows label="Past" meetings={past} base={base} />
			)}
		</>
	)
}

function MeetingRows({ label, meetings, base }: { label: string; meetings: ShownMeeting[]; base: string }) {
	return (
		<Rows label={label}>
			{meetings.map((meeting) => (
				<Row
					key={meeting.id}
					href={`${base}/meetings/${meeting.id}`}
					title={meetingName(meeting)}
					meta={`${meeting.reference} · ${whenAndWhereWords(meeting)}`}
					action={
						stageWords[meeting.stage] && (
							<Tag tone={meeting.stage === 'called-off' ? 'late' : 'plain'}>{stageWords[meeting.stage]}</Tag>
						)
					}
				/>
			))}
		</Rows>
	)
}
