import type { Terms, Visibility } from '../../app/domain/documents/document.ts'
import type { TemplateId } from '../../app/domain/documents/templates.ts'
import type { ExampleGroup, Name } from './people.ts'

export interface ExampleDocument {
	key: string
	title: string
	template: TemplateId
	group: ExampleGroup['key'] | null
	visibility: Visibility
	startedBy: Name
	daysAgo: number
	need: string
	needSource: string
	terms?: Terms
	/** Section by section, who wrote it and what, in the plain text form of the section pages. */
	words: [section: string, name: Name, text: string][]
}

/** Drawn from the five areas of reform: co-production, measuring, the market, budgets, professional skills. */
export const documents: readonly ExampleDocument[] = [
	{
		key: 'breaks',
		title: 'Breaks for carers that fit real weeks',
		template: 'priority',
		group: 'panel',
		visibility: 'public',
		startedBy: 'Amina',
		daysAgo: 150,
		need: 'Carers cannot use the breaks on offer, because they come at times and places that do not fit a working week.',
		needSource: '31 carers at three coffee mornings, spring 2026',
		terms: {
			open: 'Which breaks are bought, for whom, at what times, and who chooses them.',
			fixed: 'The whole budget cannot grow before April 2028.',
			fixedWhy: 'The council has set it for two years.',
			money:
				'£412,000 a year for short breaks. A saving of £20,000 is asked for by the council. If nothing is done, the two beds at Quay House close.',
			whoDecides:
				'The Carers’ panel votes. The Board takes the result to the council’s cabinet, which may say no with written reasons.',
			byWhen: '2026-12-31',
		},
		words: [
			[
				'good-life',
				'Amina',
				'A good week has **two evenings of our own**, planned by us, with somebody the person we look after knows and likes.\n\nWe want to be tired from dancing, not from lifting.',
			],
			[
				'evidence',
				'Tomasz',
				'We asked 31 carers at three coffee mornings. 24 work. 19 had been offered a break on a weekday morning and could not take it.\n\n> Respite on a Tuesday morning is not a break if you work on Tuesdays.\n\nThree carers said the morning breaks suit them well and must not go.',
			],
			[
				'change',
				'Amina',
				'Breaks are offered in the evening and at weekends, in every neighbourhood.\n\nA quarter of the short-breaks budget is spent by carers’ groups themselves, on breaks they choose.\n\nOne telephone number is answered by a person, who can book a break while you talk.',
			],
			[
				'money',
				'Colin',
				'We will stop buying bed-based breaks that stand empty in three homes.\n\n- From: block contracts, £103,000 a year\n- To: money held by carers’ groups, £83,000 a year\n- Saved: £20,000 a year\n- Year: 2027 to 2028',
			],
			['week', 'Grace', 'On Thursday at six, Nadia comes. My mother knows her. I go to choir, and I am home by nine.'],
			[
				'lose',
				'Sian',
				'The homes that hold the block contracts lose £103,000 a year. Six people who like Quay House will be asked, one by one, what they want instead.',
			],
			[
				'know',
				'Ngozi',
				'- How many evening and weekend breaks are taken each month\n- Beside it, each quarter: “Did you get a break that was a break?”',
			],
			['empty-chair', 'Bilal', 'Young carers are not here. We asked two schools to help and have had no answer yet.'],
			[
				'differences',
				'Marek',
				'Small providers worry about late evenings without higher pay. The panel has not settled this.',
			],
		],
	},
	{
		key: 'together',
		title: 'People in every decision about care, from the first day',
		template: 'priority',
		group: 'board',
		visibility: 'public',
		startedBy: 'Joe',
		daysAgo: 190,
		need: 'People are asked what they think when the decision has been made already.',
		needSource: 'Twelve of fourteen consultations in 2025, looked through by Harbour Voices',
		terms: {
			open: 'How every piece of commissioning begins, who is in the room and what they are paid for their time.',
			fixed: 'The law on buying services.',
			fixedWhy: 'It is set by Parliament.',
			money: '£36,000 a year for people’s time, travel and support. No saving is asked for.',
			whoDecides: 'The Board.',
			byWhen: '2026-09-30',
		},
		words: [
			[
				'good-life',
				'Joe',
				'A good life is one where nobody plans my Tuesday without asking me. Decisions about us begin with us, while everything is still open.',
			],
			[
				'evidence',
				'Amina',
				'We read the papers of fourteen consultations held in 2025. In twelve of them, the choice had been made before anybody was asked.\n\nIn the two others, the plan changed, and people still talk about it.',
			],
			[
				'change',
				'Joe',
				'No piece of commissioning starts without two people who live with it, from the first meeting.\n\nPeople are paid for their time, and told what came of it within three months.',
			],
			['money', 'Colin', 'From the consultation budget, £36,000 a year moves to people’s time, travel and support.'],
			[
				'week',
				'Joe',
				'I am rung on Monday, a car comes on Wednesday, and I know beforehand what we will talk about. I go home knowing what happens next.',
			],
			['lose', 'Helen', 'Some decisions will take longer. Firms that run consultations for us will have less work.'],
			[
				'know',
				'Ngozi',
				'- How many pieces of work had two people with experience at the first meeting\n- Beside it: “Did anything change because of you?”',
			],
			[
				'empty-chair',
				'Amina',
				'People in prison and people in hospital for a long time. The chaplain and the ward staff will ask them for us.',
			],
			[
				'differences',
				'Priya',
				'Providers want to be there from the first day as well. Some citizens want a first meeting without us. We agreed on one first hour without us.',
			],
		],
	},
	{
		key: 'matters',
		title: 'Count what matters to people',
		template: 'priority',
		group: 'panel',
		visibility: 'public',
		startedBy: 'Ngozi',
		daysAgo: 48,
		need: 'We count visits, beds and forms. We do not know whether life got better.',
		needSource: 'Board meeting, July 2026, and 44 answers to the summer questions',
		terms: {
			open: 'What is counted, who asks, how often, and where the answers are shown.',
			fixed: 'Four national returns must still be filled in.',
			fixedWhy: 'NHS England asks for them.',
			money: '£15,000 once, from the quality budget. No saving is asked for.',
			whoDecides: 'The Carers’ panel votes, and the Board follows it unless it says in public why not.',
			byWhen: '2027-03-31',
		},
		words: [
			[
				'good-life',
				'Wei',
				'A good life is seeing people, being useful, sleeping well and having a say. Ask me about those.',
			],
			[
				'evidence',
				'Ngozi',
				'In the summer, 44 people answered three questions. 29 said nobody had ever asked whether the support had made their life better.',
			],
			[
				'change',
				'Bilal',
				'Beside every number that we publish stands a question to people, in their words.\n\nPeople who use support help to choose the questions and read the answers first.',
			],
			['money', 'Colin', 'From the quality budget: £15,000, once, to train twelve people to ask and to listen.'],
			[
				'week',
				'Wei',
				'After three months somebody I know asks: “Is it better, the same, or worse?” In spring I see on the wall what became of it.',
			],
			['lose', 'Sian', 'Staff have one more thing to ask. We will drop two forms for each new question.'],
			[
				'know',
				'Grace',
				'- How many services publish a question to people beside their numbers\n- Beside it: “Has anybody asked you what matters to you?”',
			],
			['empty-chair', 'Tomasz', 'People who speak little. Two speech therapists will help us to ask with pictures.'],
			['differences', 'Marek', 'Some think that three questions are too few. We start with three.'],
		],
	},
	{
		key: 'market',
		title: 'More small and local providers',
		template: 'priority',
		group: 'forum',
		visibility: 'partnership',
		startedBy: 'Priya',
		daysAgo: 26,
		need: 'Three large firms hold four fifths of the contracts. When one leaves, 200 people lose their helpers at once.',
		needSource: 'Contract list 2026, and the winter of 2025',
		words: [
			['good-life', 'Tomasz', 'My brother is helped by people who live near us and stay longer than a season.'],
			[
				'evidence',
				'Priya',
				'Of 61 contracts, 49 are with three firms. Small groups say that the forms take longer than the work.',
			],
			['change', 'Marek', 'A group of five can bid with four pages instead of sixty.'],
			['empty-chair', 'Colin', 'People who run micro-enterprises from their kitchens. Not done yet.'],
		],
	},
	{
		key: 'budgets',
		title: 'One budget for one life',
		template: 'priority',
		group: 'board',
		visibility: 'public',
		startedBy: 'Colin',
		daysAgo: 120,
		need: 'People with health and care needs hold two budgets with two sets of rules, and the gap between them is where things go wrong.',
		needSource: 'Nine people with two budgets, interviewed at home in 2025',
		terms: {
			open: 'Whether people may hold one budget for health and care together, and who helps them.',
			fixed: 'Health money may not be means-tested.',
			fixedWhy: 'It is the law.',
			money: 'About £2.1 million in 71 pairs of budgets. No saving is asked for.',
			whoDecides: 'The Board.',
			byWhen: '2026-10-31',
		},
		words: [
			['good-life', 'Amina', 'One plan, one person to ring, and money that follows the day and not the department.'],
			['evidence', 'Colin', 'We visited nine people. Seven had been told by each side that the other side pays.'],
			['change', 'Ngozi', 'Anybody with two budgets may hold them as one, with one yearly talk.'],
			['money', 'Colin', 'No money moves. Two teams share one account.'],
			['week', 'Joe', 'My helper may give me my medicine and cook my dinner. Today those are two helpers.'],
			['lose', 'Helen', 'Staff whose posts check one half only.'],
			['know', 'Ngozi', '- How many people hold one budget\n- Beside it: “Do you know whom to ring?”'],
			['empty-chair', 'Priya', 'People who manage no budget and never asked for one.'],
			['differences', 'Joe', 'I fear that one budget will be smaller than two. Nobody has promised that it will not.'],
		],
	},
	{
		key: 'skills',
		title: 'Professional time where people want it',
		template: 'priority',
		group: 'board',
		visibility: 'group',
		startedBy: 'Helen',
		daysAgo: 12,
		need: 'Social workers spend two thirds of their week on forms.',
		needSource: 'Diaries kept by 14 social workers, September 2026',
		words: [
			['good-life', 'Helen', 'People see somebody with time, early, before things fall apart.'],
			[
				'evidence',
				'Helen',
				'In two weeks of diaries, 66 hours of every 100 went into records. People told us they want to be listened to, once, by one person.',
			],
		],
	},
	{
		key: 'hub',
		title: 'A hub that carers run themselves',
		template: 'proposal',
		group: 'collaborative',
		visibility: 'public',
		startedBy: 'Amina',
		daysAgo: 60,
		need: 'Carers want a place that is theirs, open when they are free.',
		needSource: 'The priority “Breaks for carers that fit real weeks”, and a walk round three empty shops',
		terms: {
			open: 'Everything about what the hub does and who runs it.',
			fixed: 'The building must be step-free and insured.',
			fixedWhy: 'The law, and common sense.',
			money: '£60,000 from the short-breaks fund, for two years.',
			whoDecides: 'The Carers’ panel gives its view. The collaborative and the council then sign together.',
			byWhen: '2027-02-28',
		},
		words: [
			[
				'good-life',
				'Doreen',
				'A place where the kettle is on and nobody asks for my number. My husband is safe next door and I can hear him laugh.',
			],
			[
				'outcomes',
				'Amina',
				'Carers have two evenings a week with others.\n\nTwenty people who are alone now know five others by name.',
			],
			['ourselves', 'Wei', 'Each of us opens up one evening a month and washes up.'],
			['together', 'Bilal', 'A shared rota, a shared van on Saturdays, and a walk for those who hate sitting.'],
			['from-services', 'Marek', 'Two trained helpers on open evenings, from the day centre.'],
			['holder', 'Colin', 'Harbourside Carers Together holds the money and shows the account every month.'],
			[
				'contributions',
				'Doreen',
				'- £300 raised at the summer fair\n- 40 hours a month from us\n- A hall on Fridays, free, from the chapel\n- Sewing lessons from me',
			],
			[
				'money',
				'Colin',
				'- Rent and light: £21,000\n- Helpers: £31,000\n- Van: £5,000\n- Kettle, chairs, paint: £3,000',
			],
			[
				'risk',
				'Amina',
				'**Of doing this:** three people may end up doing all the work.\n\n**Of not doing it:** breaks stay as they are, and people go on waiting alone.',
			],
			[
				'safety-net',
				'Marek',
				'If somebody falls ill on an open evening, the day centre’s duty phone is answered until ten.',
			],
		],
	},
	{
		key: 'fund-plan',
		title: 'What the carers’ fund should pay for first',
		template: 'proposal',
		group: 'fund',
		visibility: 'public',
		startedBy: 'Amina',
		daysAgo: 52,
		need: 'Money for carers was shared out by whoever came to the meeting. Those who could not come got nothing from it.',
		needSource: '22 carers by telephone, and the priority “Breaks for carers that fit real weeks”',
		terms: {
			open: 'What the £60,000 is spent on, and in which order.',
			fixed: 'It must be spent on carers in Harbourside, and no project may cost more than half of it.',
			fixedWhy: 'The council gave it for that.',
			money: '£60,000 from the short-breaks fund, for 2027.',
			whoDecides: 'The Carers’ fund panel. Everybody in it has the same part of the money to give.',
			byWhen: '2026-12-31',
		},
		words: [
			[
				'good-life',
				'Doreen',
				'I sleep through one night in seven, and on Sundays somebody else has the keys to the car.',
			],
			['outcomes', 'Amina', 'Carers who never come to meetings get something they asked for, too.'],
			['together', 'Yusuf', 'Seven things to choose from, each asked for by at least three people, each with a price.'],
			['holder', 'Colin', 'Harbourside Carers Together holds the money and shows the account every month.'],
			[
				'money',
				'Ruth',
				'- A flat by the sea for weeks off: £28,000\n- Two open evenings a week at the hub: £22,000\n- A worker for young carers: £13,000\n- Somebody to sit in at night: £12,000\n- Lifts to and from everything: £10,000\n- A ramp and a wider door: £8,000\n- Small things at once, with no form: £5,000',
			],
			[
				'risk',
				'Owen',
				'**Of doing this:** what most people want most may not be bought.\n\n**Of not doing it:** the larger half gets everything, as before.',
			],
		],
	},
	{
		key: 'strategy',
		title: 'Living well by the harbour, 2026 to 2031',
		template: 'strategy',
		group: 'board',
		visibility: 'public',
		startedBy: 'Helen',
		daysAgo: 100,
		need: 'The last strategy ended without anybody being able to say what had come of it.',
		needSource: 'Review of the strategy for 2019 to 2025',
		words: [
			[
				'good-life',
				'Amina',
				'A good life here has people in it, something to do that counts, a home that fits, and help that comes when it is asked for.',
			],
			[
				'last-time',
				'Helen',
				'We promised nineteen things in 2019. Six were done. Five were done in part. Eight were not done, and for four of those nobody can say why.',
			],
			[
				'needs',
				'Ngozi',
				'- One in nine of us looks after somebody (census, 2021)\n- 38 people waited over six months for a home that fits (housing list, June 2026)',
			],
			[
				'priorities',
				'Amina',
				'1. Breaks for carers that fit real weeks\n2. People in every decision about care\n3. Count what matters to people',
			],
			['dropped', 'Colin', 'A single app for everything: dropped, because nobody but us wanted it.'],
			[
				'checked',
				'Joe',
				'The Board looks every three months, in public. The page of actions is open to everybody, late ones first.',
			],
		],
	},
	{
		key: 'workshop',
		title: 'Notes from the October workshop',
		template: 'notes',
		group: null,
		visibility: 'partnership',
		startedBy: 'Farah',
		daysAgo: 33,
		need: 'To hear what people make of the first year.',
		needSource: 'Workshop at the library, 19 October 2026',
		words: [
			['good-life', 'Bilal', 'Somebody said: a good life is when I can be late for something I like.'],
			[
				'said',
				'Farah',
				'People liked being rung back. People did not like hearing that something was done when it was not.\n\n> The paper says there are evening breaks. I rang. There are none before March.',
			],
			['next', 'Farah', 'Colin looks at the evening breaks again. We meet in January.'],
		],
	},
	{
		key: 'private',
		title: 'What we say among ourselves',
		template: 'blank',
		group: 'circle',
		visibility: 'circle',
		startedBy: 'Joe',
		daysAgo: 40,
		need: 'A place to think before we speak.',
		needSource: 'Harbour Voices, October 2026',
		words: [
			['good-life', 'Doreen', 'Not being grateful all the time.'],
			['body', 'Joe', 'Three points to bring out in January. We agree on the words first.'],
		],
	},
]
