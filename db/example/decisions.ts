import type {
	Answer,
	Choice,
	ChoosingMethod,
	ChoosingRules,
	ConsentRules,
	DecisionKind,
	MotionRules,
	Option,
} from '../../app/domain/decisions/decision.ts'
import type { ExampleGroup, Name } from './people.ts'

interface Common {
	key: string
	/** The document whose latest version is decided on; a version is frozen first. */
	document: string
	/** An earlier decision about the very same version, by its key: then nothing is frozen again. */
	sameWordsAs?: string
	/** Who freezes the version, where that is not who opens the vote. */
	frozenBy?: Name
	group: ExampleGroup['key']
	kind: Extract<DecisionKind, 'show-of-views' | 'panel-vote'>
	question: string
	openedBy: Name
	openedDaysAgo: number
	/** Negative: still open. */
	closedDaysAgo: number
	notes?: [Name, string][]
	outcome?: [Name, string]
}

export type ExampleDecision = Common &
	(
		| { method?: undefined; rules: MotionRules; ballots: [Name, Choice, reason?: string][] }
		| { method: 'consent'; rules: ConsentRules; ballots: [Name, Answer, reason?: string][] }
		| {
				method: ChoosingMethod
				rules: ChoosingRules
				options: Option[]
				ballots: [Name, Answer, reason?: string][]
		  }
	)

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
	{
		key: 'hub-money',
		document: 'hub',
		sameWordsAs: 'hub-views',
		group: 'panel',
		kind: 'show-of-views',
		question: 'What should the hub’s first £20,000 pay for?',
		method: 'equal-shares',
		rules: {
			secrecy: 'secret',
			quorum: 0,
			showsStanding: false,
			budget: 20_000_00,
			completion: 'add1',
			utility: 'cost',
		},
		options: [
			{ id: 'A', name: 'Two open evenings a week', about: 'Two trained helpers, for a year.', cost: 9_000_00 },
			{ id: 'B', name: 'A van on Saturdays', about: 'With a ramp, shared with the chapel.', cost: 5_000_00 },
			{ id: 'C', name: 'A kitchen everyone can use', about: 'Low worktops, a big kettle and chairs.', cost: 6_500_00 },
			{ id: 'D', name: 'A quiet room', cost: 3_500_00 },
			{ id: 'E', name: 'Sewing and mending lessons', about: 'Doreen teaches. This is for machines.', cost: 1_200_00 },
			{ id: 'F', name: 'A year of walks for carers', cost: 800_00 },
		],
		openedBy: 'Amina',
		openedDaysAgo: 2,
		closedDaysAgo: -12,
		ballots: [
			['Doreen', { marks: { A: 1, E: 1, C: 1 } }, 'The kettle first.'],
			['Tomasz', { marks: { A: 1, B: 1 } }],
			['Wei', { marks: { B: 1, F: 1, D: 1 } }, 'Walking costs nearly nothing and helps me sleep.'],
			['Grace', { marks: { D: 1, A: 1 } }],
			['Bilal', { marks: { A: 1, B: 1, F: 1 } }],
			['Colin', { marks: { A: 1, C: 1 } }],
		],
	},
	// Most votes first would have spent all of it on the evenings, the flat and the lifts. By equal shares the nine who wanted
	// the flat had given much of their shares to the evenings, and the others' shares pay for what they asked for.
	{
		key: 'fund-money',
		document: 'fund-plan',
		group: 'fund',
		kind: 'panel-vote',
		question: 'What should the carers’ £60,000 pay for?',
		method: 'equal-shares',
		rules: {
			secrecy: 'secret',
			quorum: 9,
			showsStanding: false,
			budget: 60_000_00,
			completion: 'add1',
			utility: 'cost',
		},
		options: [
			{
				id: 'A',
				name: 'A flat by the sea for weeks off',
				about: 'Rent for a year, for six families.',
				cost: 28_000_00,
			},
			{ id: 'B', name: 'Two open evenings a week at the hub', about: 'Two trained helpers.', cost: 22_000_00 },
			{ id: 'C', name: 'Somebody to sit in at night', about: '300 nights.', cost: 12_000_00 },
			{ id: 'D', name: 'Lifts to and from everything', about: 'A driver and fuel, evenings too.', cost: 10_000_00 },
			{ id: 'E', name: 'A worker for young carers', about: 'One day a week, in two schools.', cost: 13_000_00 },
			{ id: 'F', name: 'Small things at once, with no form', about: 'Up to £100 each.', cost: 5_000_00 },
			{ id: 'G', name: 'A ramp and a wider door', about: 'For the chapel hall.', cost: 8_000_00 },
		],
		openedBy: 'Amina',
		openedDaysAgo: 33,
		closedDaysAgo: 19,
		ballots: [
			['Amina', { marks: { A: 1, B: 1, F: 1 } }],
			['Doreen', { marks: { C: 1, D: 1, G: 1 } }, 'I cannot come to evenings. I could sleep.'],
			['Wei', { marks: { D: 1, E: 1, F: 1 } }],
			['Grace', { marks: { C: 1, D: 1 } }, 'Without a lift the rest is no use to me.'],
			['Tomasz', { marks: { A: 1, B: 1, C: 1 } }],
			['Colin', { marks: { A: 1, B: 1 } }],
			['Ngozi', { marks: { A: 1, B: 1, E: 1 } }],
			['Helen', { marks: { A: 1, B: 1 } }],
			['Ruth', { marks: { A: 1, B: 1, C: 1 } }, 'Most carers I see have not slept.'],
			['Owen', { marks: { D: 1, F: 1, G: 1 } }],
			['Priya', { marks: { A: 1, B: 1 } }],
			['Marek', { marks: { A: 1, B: 1, G: 1 } }],
			['Sian', { marks: { A: 1, B: 1 } }],
			['Yusuf', { marks: { D: 1, E: 1, F: 1 } }],
			['Lena', { marks: { C: 1, E: 1 } }],
		],
		notes: [
			[
				'Sian',
				'Nine of us wanted the flat, more than wanted anything but the evenings. I would have waited a year and bought it.',
			],
		],
		outcome: [
			'Amina',
			'All four are funded. Who does each of them, and by when, is agreed next. The £11,000 that is left stays in the fund, and we ask again in spring.',
		],
	},
	{
		key: 'market-order',
		document: 'market',
		group: 'forum',
		kind: 'show-of-views',
		question: 'What would help small groups to bid most?',
		method: 'irv',
		rules: { secrecy: 'named', quorum: 3, showsStanding: false, seats: 1 },
		options: [
			{ id: 'A', name: 'Four pages instead of sixty' },
			{ id: 'B', name: 'Being paid within two weeks' },
			{ id: 'C', name: 'Smaller contracts', about: 'Split by neighbourhood, so that five people can do one.' },
			{ id: 'D', name: 'Somebody to ring about the forms' },
		],
		openedBy: 'Priya',
		openedDaysAgo: 20,
		closedDaysAgo: 13,
		ballots: [
			['Priya', { ranks: [['B'], ['A'], ['C']] }, 'We waited eleven weeks last year.'],
			['Marek', { ranks: [['A'], ['B'], ['D']] }, 'I wrote sixty pages at night.'],
			['Sian', { ranks: [['D'], ['B']] }],
			['Colin', { ranks: [['A'], ['D'], ['B'], ['C']] }],
			['Tomasz', { ranks: [['C'], ['A']] }],
		],
		outcome: ['Priya', 'The draft starts with the four pages. Colin asks procurement what the law lets us leave out.'],
	},
	{
		key: 'workshop-consent',
		document: 'workshop',
		frozenBy: 'Helen',
		group: 'panel',
		kind: 'show-of-views',
		question: 'Can everyone live with these notes as the record of the October workshop?',
		method: 'consent',
		rules: { secrecy: 'named', quorum: 6, showsStanding: false, silenceIsConsent: false },
		openedBy: 'Amina',
		openedDaysAgo: 30,
		closedDaysAgo: 24,
		ballots: [
			['Amina', { consent: 'agree' }],
			['Joe', { consent: 'agree' }],
			['Wei', { consent: 'agree' }],
			[
				'Bilal',
				{ consent: 'concern' },
				'What young carers said in the second hour is one line here. I would like it longer next time.',
			],
			['Ngozi', { consent: 'agree' }],
			['Helen', { consent: 'agree' }],
			['Priya', { consent: 'concern' }, 'The part about evening breaks may sound as if nobody tried.'],
		],
		outcome: ['Amina', 'The notes stand. In January we begin with what young carers said.'],
	},
]
