import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { isBefore, noticeWords, whenWords } from '../meeting-words.ts'
import type { ShownAgenda } from '../read-agenda.server.ts'

/** Where and when, and what everybody is told of the notice that was given. */
export function MeetingTop({ meeting }: { meeting: ShownAgenda }) {
	const { startsAt, firstStartsAt, place, stage, publishedAt, clearDays, shortNoticeSaid, calledOffReason, moves } =
		meeting
	return (
		<>
			{stage === 'called-off' && (
				<InsetText>
					<strong>This meeting was called off.</strong> <span className="as-typed">Why: {calledOffReason}</span>
				</InsetText>
			)}
			<p className="lede">{whenWords(startsAt)}</p>
			<p className="govuk-body as-typed">{place}</p>
			{moves.map((move) => (
				<MoveMade key={String(move.movedAt)} move={move} startsNow={startsAt} />
			))}
			{publishedAt && (
				<p className="govuk-body">
					Published at {longMoment(publishedAt)},{' '}
					{noticeWords({ toldAt: publishedAt, startsAt: firstStartsAt, clearDays, startsNow: startsAt })}.
				</p>
			)}
			{shortNoticeSaid && (
				<p className="govuk-body as-typed">
					{publishedAt && !isBefore(publishedAt, firstStartsAt)
						? 'People were not told before.'
						: 'That is fewer than five.'}{' '}
					{shortNoticeSaid}
				</p>
			)}
		</>
	)
}

/** That it was moved stands as high as when it is, so that nobody goes where it was. */
function MoveMade({ move, startsNow }: { move: ShownAgenda['moves'][number]; startsNow: Date }) {
	const { said, movedAt, startsAt, clearDays, shortNoticeSaid } = move
	return (
		<InsetText>
			<p className="as-typed">
				<strong>{said}</strong>
			</p>
			<p className="as-typed">
				Everyone was told at {longMoment(movedAt)}, {noticeWords({ toldAt: movedAt, startsAt, clearDays, startsNow })}.
				{shortNoticeSaid && ` That is fewer than five. ${shortNoticeSaid}`}
			</p>
		</InsetText>
	)
}
