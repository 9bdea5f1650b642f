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
