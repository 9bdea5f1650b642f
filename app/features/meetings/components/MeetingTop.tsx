import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { isBefore, noticeWords, whenWords } from '../meeting-words.ts'
import type { ShownMeeting } from '../read-agenda.server.ts'

/** Where and when, and what everybody is told of the notice that was given. */
export function MeetingTop({ meeting }: { meeting: ShownMeeting }) {
	const { startsAt, place, stage, publishedAt, clearDays, shortNoticeReason, calledOffReason } = meeting
	return (
		<>
			{stage === 'called-off' && (
				<InsetText>
					<strong>This meeting was called off.</strong> <span className="as-typed">Why: {calledOffReason}</span>
				</InsetText>
			)}
			<p className="lede">{whenWords(startsAt)}</p>
			<p className="govuk-body as-typed">{place}</p>
			{publishedAt && (
				<p className="govuk-body">
					Published at {longMoment(publishedAt)}, {noticeWords({ publishedAt, startsAt, clearDays })}.
				</p>
			)}
			{shortNoticeReason && (
				<p className="govuk-body as-typed">
					{publishedAt && !isBefore(publishedAt, startsAt)
						? 'People were not told before.'
						: 'That is fewer than five.'}{' '}
					The chair’s reason: {shortNoticeReason}
				</p>
			)}
		</>
	)
}
