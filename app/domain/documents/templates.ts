export type TemplateId = 'priority' | 'proposal' | 'strategy' | 'notes' | 'blank'

export interface TemplateSection {
	/** Names the section's fragment in the live document, so it never changes. */
	id: string
	title: string
	/** What to write here, in one or two plain sentences. */
	help: string
}

/** What a body asks of every paper that comes before it. */
export const paperQuestions = ['recommendations', 'money', 'equality', 'summary'] as const
export type PaperQuestion = (typeof paperQuestions)[number]

export interface Template {
	id: TemplateId
	name: string
	/** One sentence that helps somebody choose it. */
	about: string
	/** The series of its references: `PRI-2026-004`. */
	series: string
	/** Must state power and money before it can leave draft. */
	needsTerms: boolean
	sections: readonly TemplateSection[]
	/** Which sections answer what a body asks of a paper. Where none does, headings in the text may. */
	answers: Partial<Record<PaperQuestion, readonly string[]>>
}

export const goodLife: TemplateSection = {
	id: 'good-life',
	title: 'What does a good life look like here, and for whom?',
	help: 'Start with people, not services. Who is this about, and what would a good week be like for them?',
}

export const templates: Record<TemplateId, Template> = {
	priority: {
		id: 'priority',
		name: 'Commissioning priority',
		about: 'Something this place should change, and what it will stop or move money from to do it.',
		series: 'PRI',
		needsTerms: true,
		answers: { recommendations: ['change'], money: ['money'], equality: ['lose'], summary: ['week'] },
		sections: [
			goodLife,
			{
				id: 'evidence',
				title: 'What people told us',
				help: 'What you heard, from whom, when and how. Say what was typical and what was not.',
			},
			{
				id: 'change',
				title: 'What we want to change',
				help: 'One change in each paragraph, so that each can be followed.',
			},
			{
				id: 'money',
				title: 'What we will stop or move money from',
				help: 'From what, to what, how many pounds, which year.',
			},
			{
				id: 'week',
				title: 'What this means in a week of someone’s life',
				help: 'An example that somebody living here would recognise.',
			},
			{ id: 'lose', title: 'Who may lose', help: 'Who could be worse off, and what will be done about it.' },
			{ id: 'know', title: 'How we will know', help: 'Beside every count, a question to people about how it feels.' },
			{
				id: 'empty-chair',
				title: 'Who is not here',
				help: 'Who has not been heard yet, and what you did to reach them. “Not done” is an answer.',
			},
			{
				id: 'differences',
				title: 'Differences of view',
				help: 'Where you do not agree, and why. These travel with the words.',
			},
		],
	},
	proposal: {
		id: 'proposal',
		name: 'Community fund-holding proposal',
		about: 'People holding money together to reach outcomes they have agreed.',
		series: 'PRO',
		needsTerms: true,
		answers: {
			recommendations: ['outcomes', 'from-services'],
			money: ['money'],
			equality: ['risk', 'safety-net'],
			summary: ['good-life'],
		},
		sections: [
			goodLife,
			{
				id: 'outcomes',
				title: 'Outcomes',
				help: 'What will be different for people. Once agreed, changing these needs a new decision.',
			},
			{ id: 'ourselves', title: 'What we do ourselves', help: 'What each person does for themselves.' },
			{
				id: 'together',
				title: 'What we do together',
				help: 'What neighbours, members and friends do with and for each other.',
			},
			{
				id: 'from-services',
				title: 'What we need from services',
				help: 'The help you need from others. You are free to change these activities later.',
			},
			{ id: 'holder', title: 'Who holds the fund', help: 'Which body holds the money and answers for it.' },
			{ id: 'contributions', title: 'Contributions', help: 'Money, hours, skills, space and kit. Each counts.' },
			{ id: 'money', title: 'Money lines', help: 'What each pound is for.' },
			{
				id: 'risk',
				title: 'Risk of doing this, and of not doing it',
				help: 'Both are needed. Doing nothing has risks too.',
			},
			{
				id: 'safety-net',
				title: 'Safety net',
				help: 'What new tasks fall on people, and who they turn to in a crisis.',
			},
		],
	},
	strategy: {
		id: 'strategy',
		name: 'Strategy',
		about: 'Several priorities together, with what was promised last time and what came of it.',
		series: 'STR',
		needsTerms: false,
		answers: { recommendations: ['priorities'], summary: ['good-life'] },
		sections: [
			goodLife,
			{
				id: 'last-time',
				title: 'What we promised last time and what happened',
				help: 'Each promise, and what became of it.',
			},
			{ id: 'needs', title: 'Needs', help: 'Each need with its source, its date and one plain sentence.' },
			{ id: 'priorities', title: 'Priorities', help: 'Link to each priority and say why it is here.' },
			{ id: 'dropped', title: 'What was dropped and why', help: 'Nothing disappears without a reason.' },
			{ id: 'checked', title: 'How this will be checked', help: 'Who looks, when, and where everyone can read it.' },
		],
	},
	notes: {
		id: 'notes',
		name: 'Notes',
		about: 'What was said at a workshop or a meeting.',
		series: 'NOT',
		needsTerms: false,
		answers: {},
		sections: [
			goodLife,
			{ id: 'said', title: 'What was said', help: 'People’s own words where you can.' },
			{ id: 'next', title: 'What happens next', help: 'Who will do what, and by when.' },
		],
	},
	blank: {
		id: 'blank',
		name: 'Blank',
		about: 'The opening question and an empty page.',
		series: 'DOC',
		needsTerms: false,
		answers: {},
		sections: [goodLife, { id: 'body', title: 'What we want to say', help: 'Write freely.' }],
	},
}

export const templateIds = Object.keys(templates) as TemplateId[]
