import type { Method } from '../../domain/decisions/decision.ts'

export interface Want {
	method: Method
	/** The question behind the question. */
	title: string
	/** What people do, and what comes of it. */
	means: string
	/** For those who know their way of counting by its name. */
	other?: true
}

/** What somebody may want to know, by the value the form posts; how it is counted follows from it. */
export const wants = {
	agree: {
		method: 'motion',
		title: 'Do we agree to this?',
		means: 'One proposal, for a clear yes or no. Each person says for, against or abstain.',
	},
	'live-with': {
		method: 'consent',
		title: 'Can everyone live with this?',
		means:
			'One proposal that needs everybody’s good will. Each person agrees, names a concern, or objects and says what would have to change. One objection stops it.',
	},
	one: {
		method: 'irv',
		title: 'Which one of these?',
		means:
			'One winner. Each person puts them in order, as far as they like. The least wanted drops out and its votes move on, until one has more than half.',
	},
	several: {
		method: 'scottish-stv',
		title: 'Which several of these, so that every group of people has its share?',
		means:
			'Several winners, such as people to speak for everyone. Each person puts them in order. A third of the people can fill a third of the places, as in a Scottish council election.',
	},
	support: {
		method: 'approval',
		title: 'Which of these do people support?',
		means:
			'Each person ticks all they would be glad of. Those with most ticks win, so one large group can win every place.',
	},
	good: {
		method: 'score',
		title: 'How good is each of these?',
		means: 'Each person gives each one a score, such as 0 to 5. The best average comes first.',
	},
	matter: {
		method: 'points',
		title: 'How much does each matter?',
		means: 'Each person has some points, such as 10, and shares them out as they like. Most points comes first.',
	},
	fund: {
		method: 'equal-shares',
		title: 'Which of these should we fund?',
		means:
			'Projects with costs, and one sum of money. Each person ticks the projects they want, shares out points or puts them in order. Everyone has an equal share of the money to back them with, so it does not all go to the largest group.',
	},
	pairs: {
		method: 'schulze',
		title: 'Which one of these, with every two compared?',
		means:
			'The Schulze method. Each person puts them in order, and may put some level. The one that beats every other, two by two, wins.',
		other: true,
	},
	'most-votes': {
		method: 'greedy',
		title: 'Which of these should we fund, most votes first?',
		means:
			'Greedy counting. Each person ticks the projects they want, shares out points or puts them in order. The project with most is funded first. One that no longer fits is left out, and the next that fits is funded.',
		other: true,
	},
	'most-votes-then-stop': {
		method: 'greedy-no-skip',
		title: 'Which of these should we fund, most votes first, stopping when one does not fit?',
		means:
			'Greedy counting, nothing left out. Each person ticks the projects they want, shares out points or puts them in order. The first project that does not fit ends the list, even if a cheaper one would fit.',
		other: true,
	},
} as const satisfies Record<string, Want>

export type WantName = keyof typeof wants
export const wantNames = Object.keys(wants) as [WantName, ...WantName[]]

export function isWant(name: unknown): name is WantName {
	return typeof name === 'string' && Object.hasOwn(wants, name)
}

/** What the first page asks. */
export const startFields = ['want', 'kind', 'group'] as const
