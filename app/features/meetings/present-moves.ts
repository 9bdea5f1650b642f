import { clearDaysUntil } from '../../domain/meetings/clear-days.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { movedWords } from './meeting-words.ts'

/** Each move in words, the newest first, with the notice that it left. */
export function presentMoves({ moves, startsAt, place }: Pick<Meeting, 'moves' | 'startsAt' | 'place'>) {
	const stations = [...(moves ?? []), { startsAt, place }]
	return (moves ?? [])
		.map((move, index) => {
			const to = stations[index + 1]!
			return {
				said: movedWords({ from: move, to, reason: move.reason }),
				movedAt: move.movedAt,
				/** To when it was moved then. */
				startsAt: to.startsAt,
				clearDays: clearDaysUntil(new Date(move.movedAt), new Date(to.startsAt)),
			}
		})
		.reverse()
}
