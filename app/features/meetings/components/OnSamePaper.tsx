import { longDate, type Moment } from '~/ui/dates.ts'
import { sentence } from '~/ui/sentence.ts'
import { meetingName } from '../meeting-words.ts'
import type { Elsewhere } from '../read-elsewhere.server.ts'

interface OnSamePaperProps {
	base: string
	elsewhere:
		| (Pick<Elsewhere, 'decisions'> & {
				interests: (Omit<Elsewhere['interests'][number], 'startsAt'> & { startsAt: Moment })[]
		  })
		| undefined
}

/** What was declared and decided about the same paper outside this item, so that nobody has to remember it. */
export function OnSamePaper({ base, elsewhere }: OnSamePaperProps) {
	if (!elsewhere) return null
	const { interests, decisions } = elsewhere
	return (
		<>
			{interests.map(({ id, name, interest, dispensation, isPrivate, meetingId, itemId, ...meeting }) => (
				<p className="govuk-body as-typed" key={id}>
					{isPrivate ? 'Declared in part B, not for everyone, for the' : 'Declared for the'}{' '}
					<a href={`${base}/meetings/${meetingId}#item-${itemId}`}>meeting of the {meetingName(meeting)}</a>, about the
					same paper: {name}: {sentence(interest)}
					{dispensation && ` Allowed to take part there: ${sentence(dispensation)}`}
				</p>
			))}
			{decisions.map(({ id, reference, body, heldOn, place, outcomeSaid }) => (
				<p className="govuk-body as-typed" key={id}>
					Decided about the same paper by {body} on {longDate(heldOn)}, at {place}: {outcomeSaid}{' '}
					<a href={`${base}/decisions/${id}`}>Board decision {reference}</a>
				</p>
			))}
		</>
	)
}
