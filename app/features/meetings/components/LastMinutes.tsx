import type { MeetingStage } from '~/domain/meetings/meeting.ts'
import { longDate } from '~/ui/dates.ts'
import type { ShownLast } from '../find-last-meeting.server.ts'

interface LastMinutesProps {
	last: ShownLast
	base: string
	/** The meeting that approves them, for whoever may enter it. */
	approving?: { id: string; stage: MeetingStage } | false
}

/** "Minutes of last time" on an agenda and at the meeting. */
export function LastMinutes({ last, base, approving }: LastMinutesProps) {
	if (!last) return <p className="govuk-body">There is no earlier meeting of this body here.</p>
	const isAsked = approving && approving.stage === 'begun' && last.stage === 'begun'
	return (
		<p className="govuk-body">
			<a href={`${base}/meetings/${last.id}`}>
				The meeting on {longDate(last.startsAt)}
				{last.approvedOn ? ', with approved minutes' : ', whose minutes are to be approved'}
			</a>
			{isAsked && (
				<span className="screen-only">
					{'. '}
					<a href={`${base}/meetings/${last.id}/approval?at=${approving.id}`}>Say that this meeting approved them</a>
				</span>
			)}
		</p>
	)
}
