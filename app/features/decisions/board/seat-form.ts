import type { AmendmentPart, Part } from '../../../domain/decisions/board/minute.ts'
import { choices } from '../../../domain/decisions/decision.ts'
import type { EntryReader } from './entry-reader.ts'
import type { SaidOfSeat } from './with-parts.ts'

/** Whoever the form asks about. `handover`: they may have held no seat at the hour of the meeting. */
export interface Asked {
	memberId: string
	handover?: boolean
}

const parts: readonly Part[] = ['present', 'for', 'against', 'abstain', 'left', 'absent', 'interest']
const amendmentParts: readonly AmendmentPart[] = ['present', 'for', 'against', 'abstain', 'away']
const longest = 300

export const partField = (memberId: string) => `seats.${memberId}.part`

/** How a member voted on the motion stands apart from whether they were there, as it does at a meeting. */
export const voteField = (memberId: string) => `votes.${memberId}`

const noVoteThere =
	'Above it says that this member was not there for the vote. Choose “No vote by name” here, or choose “Present” there'

/** What was said of each seat, by member id. */
export function readSeats(read: EntryReader, seats: readonly Asked[]): Record<string, SaidOfSeat | null> {
	return Object.fromEntries(seats.map((seat) => [seat.memberId, readSeat(read, seat)]))
}

function readSeat(read: EntryReader, { memberId, handover }: Asked): SaidOfSeat | null {
	const name = `seats.${memberId}.`
	const vote = read.choice(voteField(memberId), choices, null)
	if (handover && read.choice(`${name}part`, ['none'] as const, null)) {
		if (vote) read.mend(voteField(memberId), noVoteThere)
		return null
	}
	const part = read.choice(`${name}part`, parts, 'Choose how this member took part')
	if (vote && part && part !== 'present') read.mend(voteField(memberId), noVoteThere)
	return {
		part: part === 'present' ? (vote ?? part) : (part ?? 'absent'),
		joined: read.choice(`${name}joined`, ['room', 'remote'] as const, null) ?? 'room',
		late: read.choice(`${name}late`, ['yes'] as const, null) !== null,
		right: read.words(`${name}right`, longest),
		substitute: read.words(`${name}substitute`, longest),
		interest: read.words(`${name}interest`, longest),
		dispensation: read.words(`${name}dispensation`, longest),
	}
}

/** Who voted how on an amendment, or was not there for it. Those who were there and are not named are left out. */
export function readAmendmentParts(read: EntryReader, prefix: string, seats: readonly Asked[]) {
	return Object.fromEntries(
		seats.flatMap(({ memberId }): [string, AmendmentPart][] => {
			const part = read.choice(`${prefix}parts.${memberId}`, amendmentParts, null)
			return part && part !== 'present' ? [[memberId, part]] : []
		}),
	)
}
