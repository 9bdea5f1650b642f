import { meetingQuorum } from '../../domain/decisions/board/meeting-quorum.ts'
import type { BodyRules, BodySeat } from '../../domain/decisions/board/minute.ts'
import { type SaidOfAttended, seatsNow } from '../../domain/meetings/seats-now.ts'
import { quorumWords } from '../decisions/board/minute-words.ts'

/**
 * The quorum of a whole meeting, in words: of all who came, also where some came late or left, since each item has its own. Nothing is
 * counted while it is not said of everybody who votes whether they came.
 */
export function quorumOfMeeting(
	seats: readonly BodySeat[],
	attended: readonly SaidOfAttended[],
	rules: BodyRules,
): string[] {
	const isSaid = ({ memberId }: BodySeat) => attended.some((one) => one.memberId === memberId)
	if (!seats.filter(({ votes }) => votes).every(isSaid))
		return ['It is not said yet of everybody who votes whether they came, so it is not counted.']
	const whoCame = attended.map((one) => ({ ...one, left: false }))
	const counted = quorumWords(meetingQuorum({ seats: seatsNow(seats, whoCame), rules }), rules)
	const isMoved = attended.some(({ late, left }) => late || left)
	return isMoved
		? [counted, 'Counted is everybody who came. Some were not there all the time: each decision has its own quorum.']
		: [counted]
}
