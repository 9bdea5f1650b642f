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
		means: 'Each person says for, against or abstain. For a clear yes or no.',
	},
	'live-with': {
		method: 'consent',
		title: 'Can everyone live with this?',
		means:
			'Each person agrees, names a concern, or objects and says what would have to change. One objection stops it.',
	},
	one: {
		method: 'irv',
		title: 'Which one of these?',
		means: 'Each person puts them in order. The one that ends with more than half wins.',
	},
	several: {
		method: 'scottish-stv',
		title: 'Which several of these, so that every group of people has its share?',
		means: 'Each person puts them in order. Those chosen share out as people do, as in a Scottish council election.',
	},
	support: {
		method: 'approval',
		title: 'Which of these do people support?',
		means: 'Each person ticks all they support. Those with most ticks win.',
	},
	good: {
		method: 'score',
		title: 'How good is each of these?',
		means: 'Each person gives each one a score. The best average comes first.',
	},
	matter: {
		method: 'points',
		title: 'How much does each matter?',
		means: 'Each person has a few points and shares them out. Most points comes first.',
	},
	fund: {
		method: 'equal-shares',
		title: 'Which of these should we fund?',
		means: 'Each person ticks the projects they want. Everyone has an equal part of the money to back them with.',
	},
	pairs: {
		method: 'schulze',
		title: 'Which one of these, with every two compared?',
		means: 'The Schulze method. Each person puts them in order, and may put some level.',
		other: true,
	},
	'most-votes': {
		method: 'greedy',
		title: 'Which of these should we fund, most votes first?',
		means: 'Greedy counting. What no longer fits is left out, and the next one that fits is funded.',
		other: true,
	},
	'most-votes-then-stop': {
		method: 'greedy-no-skip',
		title: 'Which of these should we fund, most votes first, stopping when one does not fit?',
		means: 'Greedy counting without leaving any out: the first that does not fit ends the list.',
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
