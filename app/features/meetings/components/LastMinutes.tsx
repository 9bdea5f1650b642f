import type { MeetingStage } from '~/domain/meetings/meeting.ts'
import { longDate } from '~/ui/dates.ts'
import type { ShownEarlier } from '../find-last-meeting.server.ts'

interface LastMinutesProps {
	earlier: readonly ShownEarlier[]
	base: string
	/** The meeting that approves them, for whoever may enter it. */
	approving?: { id: string; stage: MeetingStage } | false
}

/** "Minutes of last time" on an agenda and at the meeting. */
export function LastMinutes({ earlier, base, approving }: LastMinutesProps) {
	if (earlier.length === 0) return <p className="govuk-body">There is no earlier meeting of this body here.</p>
	return earlier.map((one) => (
		<p className="govuk-body" key={one.id}>
			<a href={`${base}/meetings/${one.id}`}>
				The meeting on {longDate(one.startsAt)}
				{one.approvedOn ? ', with approved minutes' : ', whose minutes are to be approved'}
			</a>
			{approving && approving.stage === 'begun' && one.stage === 'begun' && (
				<span className="screen-only">
					{'. '}
					<a href={`${base}/meetings/${one.id}/approval?at=${approving.id}`}>Say that this meeting approved them</a>
				</span>
			)}
		</p>
	))
}
