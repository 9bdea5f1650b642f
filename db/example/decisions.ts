import type { Choice, DecisionKind, MotionRules } from '../../app/domain/decisions/decision.ts'
import type { ExampleGroup, Name } from './people.ts'

export interface ExampleDecision {
	key: string
	/** The document whose latest version is decided on; a version is frozen first. */
	document: string
	group: ExampleGroup['key']
	kind: Extract<DecisionKind, 'show-of-views' | 'panel-vote'>
	question: string
	rules: MotionRules
	openedBy: Name
	openedDaysAgo: number
	/** Negative: still open. */
	closedDaysAgo: number
	ballots: [Name, Choice, reason?: string][]
	notes?: [Name, string][]
	outcome?: [Name, string]
}

const secretMajority = (quorum: number): MotionRules => ({
	secrecy: 'secret',
	quorum,
	threshold: 'majority',
	showsStanding: false,
})
const named = (quorum: number): MotionRules => ({
	secrecy: 'named',
	quorum,
	threshold: 'majority',
	showsStanding: false,
})

export const decisions: readonly ExampleDecision[] = [
	{
		key: 'together-vote',
		document: 'together',
		group: 'board',
		kind: 'panel-vote',
		question: 'Should every piece of commissioning begin with the people it is about?',
		rules: named(4),
		openedBy: 'Farah',
		openedDaysAgo: 160,
		closedDaysAgo: 150,
		ballots: [
			['Helen', 'for'],
			['Colin', 'for', 'It costs less than getting it wrong.'],
			['Ngozi', 'for'],
			['Amina', 'for'],
			['Joe', 'for', 'About time.'],
			['Priya', 'abstain', 'I would like providers named in it too.'],
		],
		outcome: [
			'Farah',
			'The Board will follow this in all commissioning from September. Money for people’s time starts in August.',
		],
	},
	{
		key: 'breaks-vote',
		document: 'breaks',
		group: 'panel',
		kind: 'panel-vote',
		question: 'Should this become a priority for 2027?',
		rules: secretMajority(10),
		openedBy: 'Amina',
		openedDaysAgo: 118,
		closedDaysAgo: 108,
		ballots: [
			['Amina', 'for'],
			['Joe', 'for', 'Because weekends exist.'],
			['Doreen', 'for'],
			['Wei', 'for'],
			['Grace', 'for'],
			['Tomasz', 'for', 'I could work full time again.'],
			['Bilal', 'against', 'Young carers should be in it before we vote.'],
			['Colin', 'for'],
			['Ngozi', 'for'],
			['Helen', 'for'],
			['Priya', 'for'],
			['Marek', 'against', 'Not without a word about evening pay.'],
			['Sian', 'abstain'],
		],
		notes: [
			[
				'Marek',
				'I run a small place. Evening work without evening pay will end with nobody to do it. I want this read out when it goes to cabinet.',
			],
		],
		outcome: ['Amina', 'The cabinet agreed on 3 September. It will look at evening pay in January.'],
	},
	{
		key: 'budgets-vote',
		document: 'budgets',
		group: 'board',
		kind: 'panel-vote',
		question: 'Should people be able to hold health and care money as one budget from April 2027?',
		rules: named(4),
		openedBy: 'Helen',
		openedDaysAgo: 64,
		closedDaysAgo: 54,
		ballots: [
			['Helen', 'for'],
			['Colin', 'for'],
			['Ngozi', 'against', 'The accounts cannot be joined in time.'],
			['Joe', 'against', 'Not until somebody promises that one budget will not be smaller than two.'],
			['Amina', 'abstain'],
			['Priya', 'against'],
		],
		notes: [['Colin', 'Nine people told us what the gap costs them. I would have tried it with ten people first.']],
		outcome: [
			'Helen',
			'Not taken further this year. The Board will ask again when the two account systems can be joined.',
		],
	},
	{
		key: 'matters-vote',
		document: 'matters',
		group: 'panel',
		kind: 'panel-vote',
		question: 'Should we put a question to people beside every number we publish?',
		rules: secretMajority(8),
		openedBy: 'Amina',
		openedDaysAgo: 5,
		closedDaysAgo: -6,
		ballots: [
			['Joe', 'for'],
			['Wei', 'for', 'Start small, but start.'],
			['Grace', 'for'],
			['Colin', 'abstain'],
			['Priya', 'for'],
			['Sian', 'against'],
		],
	},
	{
		key: 'hub-views',
		document: 'hub',
		group: 'panel',
		kind: 'show-of-views',
		question: 'Would you like the carers’ hub to be tried for two years?',
		rules: { secrecy: 'named', quorum: 0, threshold: 'majority', showsStanding: true },
		openedBy: 'Amina',
		openedDaysAgo: 3,
		closedDaysAgo: -11,
		ballots: [
			['Doreen', 'for', 'I have waited for this since 1998.'],
			['Tomasz', 'for'],
			['Marek', 'abstain', 'I would be paid for some of it.'],
		],
	},
]
