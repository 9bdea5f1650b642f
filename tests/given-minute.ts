import type { Attendance, BodyRules, Minute } from '../app/domain/decisions/board/minute.ts'

/** For tests: a board of six voting seats and its clerk, who agreed a motion on a named vote. */
export const bodyRules: BodyRules = {
	quorum: { least: 4, classes: [{ seat: 'NHS member', least: 1 }], countsInterested: false },
	castingVote: true,
	threshold: 'majority',
	remoteCounts: false,
	lateVotes: false,
}

export function seat(memberId: string, change: Partial<Attendance> = {}): Attendance {
	return {
		memberId,
		voiceId: 'commissioner',
		right: 'Councillor',
		votes: true,
		office: 'none',
		part: 'for',
		joined: 'room',
		late: false,
		substitute: '',
		interest: '',
		dispensation: '',
		...change,
	}
}

export const clerk = seat('farah', { right: 'Clerk', votes: false, office: 'clerk', part: 'present' })
export const board: readonly Attendance[] = [
	seat('helen', { office: 'chair', right: 'Director of public health' }),
	seat('colin'),
	seat('ngozi', { right: 'NHS member' }),
	seat('amina', { voiceId: 'citizen', right: 'Healthwatch' }),
	seat('joe', { voiceId: 'citizen' }),
	seat('priya', { voiceId: 'provider' }),
	clerk,
]

/** The board, with these parts in it. */
export function taking(parts: Record<string, Attendance['part']>): Attendance[] {
	return board.map((seat) => ({ ...seat, part: parts[seat.memberId] ?? seat.part }))
}

export const minute: Minute = {
	heldOn: '2026-06-12',
	place: 'Town Hall, room 2',
	question: 'Breaks for carers',
	motion: 'That breaks for carers be a priority for 2027.',
	presiderId: 'helen',
	officerId: 'farah',
	moverId: 'colin',
	seconderId: 'amina',
	seats: board,
	amendments: [],
	vote: { how: 'names' },
	casting: null,
	reasons: 'Thirty-one carers told us what one free weekend would change.',
	rules: bodyRules,
}
