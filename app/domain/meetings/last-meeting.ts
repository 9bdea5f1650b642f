import type { Meeting } from './meeting.ts'

type Asked = Pick<Meeting, 'startsAt' | 'publishedAt'>
type Other = Pick<Meeting, 'id' | 'startsAt' | 'publishedAt' | 'calledOffAt'>

/**
 * The meeting whose minutes are "of last time". A published agenda keeps the one that was meant when people were told
 * (`kept`), whatever is drawn up since; one that was called off or moved behind it has no minutes to bring. `others`: the other
 * meetings of the same body.
 */
export function lastMeeting<Found extends Other>(
	meeting: Asked & { kept: string | null },
	others: readonly Found[],
): Found | null {
	const before = others.filter(
		({ startsAt, publishedAt, calledOffAt }) => publishedAt && !calledOffAt && startsAt < meeting.startsAt,
	)
	const kept = before.find(({ id }) => id === meeting.kept)
	if (kept) return kept
	const { publishedAt } = meeting
	const known = publishedAt ? before.filter((one) => one.publishedAt && one.publishedAt <= publishedAt) : before
	return known.reduce<Found | null>((last, one) => (last && last.startsAt >= one.startsAt ? last : one), null)
}

/**
 * All whose minutes come to a meeting: the one that is meant, and those of the same body that were drawn up and held since, whose
 * minutes would otherwise come to none. Oldest first.
 */
export function earlierMeetings<Found extends Other>(
	meeting: Asked & { kept: string | null },
	others: readonly Found[],
	now: Date,
): Found[] {
	const last = lastMeeting(meeting, others)
	const since = others.filter(
		({ startsAt, publishedAt, calledOffAt }) =>
			publishedAt &&
			!calledOffAt &&
			startsAt <= now &&
			startsAt < meeting.startsAt &&
			(!last || startsAt > last.startsAt),
	)
	return [...(last ? [last] : []), ...since.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())]
}
