import type { Moment } from '~/ui/dates.ts'
import { WarningText } from '~/ui/WarningText.tsx'
import { meetingName } from '../meeting-words.ts'

export interface NamingMeetingsProps {
	meetings: readonly {
		id: string
		reference: string
		body: string
		startsAt: Moment
		hasAttendance: boolean
		interests: number
		isNoted: boolean
	}[]
}

/** Before everybody can read them. Whoever declared an interest was told who would read it then. */
export function NamingMeetings({ meetings }: NamingMeetingsProps) {
	return (
		<>
			<WarningText>
				{meetings.length === 1 ? 'One meeting here names' : `${meetings.length} meetings here name`} people: who was
				there, what interests they declared, or what was said. When they did, fewer could read it. They did not agree to
				more. Ask them first.
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{meetings.map((meeting) => (
					<li key={meeting.id}>
						{meeting.reference}, {meetingName(meeting)}: {namedWords(meeting)}
					</li>
				))}
			</ul>
		</>
	)
}

function namedWords({ hasAttendance, interests, isNoted }: NamingMeetingsProps['meetings'][number]): string {
	const declared = interests === 1 ? '1 interest' : `${interests} interests`
	return [hasAttendance && 'who was there', interests > 0 && declared, isNoted && 'what was said']
		.filter(Boolean)
		.join(' and ')
}
