import type { AmendmentPart, BodyRules, Part } from '../../app/domain/decisions/board/minute.ts'
import type { ExampleGroup, Name } from './people.ts'

/** How the Board meets, and by which right each of its members sits there. */
export const board: {
	group: ExampleGroup['key']
	setBy: Name
	rules: BodyRules
	rights: Partial<Record<Name, string>>
} = {
	group: 'board',
	setBy: 'Farah',
	rules: {
		quorum: { least: 4, classes: [{ seat: 'NHS member', least: 1 }], countsInterested: false },
		castingVote: true,
		threshold: 'majority',
		remoteCounts: false,
		lateVotes: false,
	},
	rights: {
		Helen: 'Director of public health',
		Farah: 'Clerk',
		Colin: 'Director of adult services',
		Ngozi: 'NHS member',
		Amina: 'Healthwatch',
		Joe: 'Public member',
		Priya: 'Provider member',
	},
}

export interface ExampleBoardDecision {
	key: string
	document: string
	group: ExampleGroup['key']
	enteredBy: Name
	heldDaysAgo: number
	/** The agenda of its meeting was published so many days before. */
	agendaDaysBefore: number
	presenter: string
	/** What else the meeting spoke about. */
	discussed: { title: string; presenter: string; noted: string }
	place: string
	question: string
	motion: string
	presider: Name
	mover: Name
	seconder: Name
	/** Everybody on the board. */
	parts: Record<string, Part | { interest: string } | { substitute: string; part: Part }>
	casting: { choice: 'for' | 'against'; reason: string } | null
	amendment: {
		change: string
		mover: Name
		seconder: Name
		parts: Partial<Record<Name, AmendmentPart>>
		wording: string
	}
	reasons: string
	/** Somebody’s part was written down wrongly at first. */
	correction: { of: Name; first: Part; reason: string }
	outcome: string
}

export const boardDecisions: readonly ExampleBoardDecision[] = [
	{
		key: 'strategy-board',
		document: 'strategy',
		group: 'board',
		enteredBy: 'Farah',
		heldDaysAgo: 24,
		agendaDaysBefore: 16,
		presenter: 'Helen',
		discussed: {
			title: 'What last winter taught us',
			presenter: 'Dr Adeyemi',
			noted:
				'Dr Adeyemi told what had gone wrong with hospital beds last winter. Joe asked that people who were sent home at night be asked what it was like. Ngozi, for whom she sat, brings their answers to the next meeting.',
		},
		place: 'Harbour House, meeting room 1',
		question: 'The strategy for 2026 to 2031',
		motion: 'That the Board adopt the strategy and look at it every six months.',
		presider: 'Helen',
		mover: 'Amina',
		seconder: 'Colin',
		parts: {
			Helen: 'for',
			Farah: 'present',
			Colin: 'for',
			Ngozi: { substitute: 'Dr Adeyemi', part: 'against' },
			Amina: 'for',
			Joe: 'against',
			Priya: { interest: 'Her co-operative would be paid for two of the things in it' },
		},
		casting: null,
		amendment: {
			change: 'Put “every three months, in public” for “every six months”.',
			mover: 'Joe',
			seconder: 'Amina',
			parts: { Helen: 'for', Colin: 'against', Ngozi: 'for', Amina: 'for', Joe: 'for' },
			wording: 'That the Board adopt the strategy and look at it every three months, in public.',
		},
		reasons:
			'The last strategy ended without anybody being able to say what had come of it. Looking often, and in public, is what makes the promises count.',
		correction: {
			of: 'Joe',
			first: 'abstain',
			reason: 'Joe’s vote was written down as an abstention. He voted against, and said so on the day.',
		},
		outcome: 'The first look is in the spring, in the library, with the doors open.',
	},
]
