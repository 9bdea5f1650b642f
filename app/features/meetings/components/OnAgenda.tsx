import { meetingName } from '../meeting-words.ts'

interface OnAgendaProps {
	items: { id: string; meetingId: string; body: string; startsAt: Date; number?: number | undefined }[]
	base: string
	/** Where no single version is read. */
	saysVersion?: boolean
}

/** "On the agenda of …", for words that a body is asked about at a meeting. */
export function OnAgenda({ items, base, saysVersion }: OnAgendaProps) {
	return items.map(({ id, meetingId, number, ...meeting }) => (
		<p className="govuk-body" key={id}>
			{saysVersion ? `Version ${number} is on` : 'On'} the agenda of the{' '}
			<a href={`${base}/meetings/${meetingId}#item-${id}`}>{meetingName(meeting)}</a>.
		</p>
	))
}
