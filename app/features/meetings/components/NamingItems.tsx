import type { Moment } from '~/ui/dates.ts'
import { WarningText } from '~/ui/WarningText.tsx'
import { meetingName } from '../meeting-words.ts'

export interface NamingItemsProps {
	meetings: readonly {
		id: string
		reference: string
		body: string
		startsAt: Moment
		interests: number
		isNoted: boolean
	}[]
}

/** Before more people can read them. Whoever declared an interest was told who would read it then. */
export function NamingItems({ meetings }: NamingItemsProps) {
	return (
		<>
			<WarningText>
				This document is on the agenda of {meetings.length === 1 ? 'a meeting' : `${meetings.length} meetings`} where
				people declared interests in it, or where what was said about it is written down. When they did, fewer could
				read it. They did not agree to more. Ask them first.
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{meetings.map((meeting) => (
					<li key={meeting.id}>
						{meeting.reference}, {meetingName(meeting)}: {openedWords(meeting)}
					</li>
				))}
			</ul>
		</>
	)
}

function openedWords({ interests, isNoted }: NamingItemsProps['meetings'][number]): string {
	const declared = interests === 1 ? '1 interest' : `${interests} interests`
	return [interests > 0 && declared, isNoted && 'what was said'].filter(Boolean).join(' and ')
}
