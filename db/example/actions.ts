import type { ActionStatus, VerdictAnswer } from '../../app/domain/actions/action.ts'
import type { Name } from './people.ts'

export interface ExampleAction {
	key: string
	decision: string
	title: string
	accountableBody: string
	lead: string
	leadMember: Name | null
	citizenPartner: Name | null
	expectedDifference: string
	agreedBy: Name
	agreedDaysAgo: number
	/** Days from today; negative is past. */
	dueInDays: number
	updates: { daysAgo: number; by: Name; status: ActionStatus; words: string; newDueInDays?: number }[]
	verdicts?: [Name, VerdictAnswer, words?: string][]
}

export const actions: readonly ExampleAction[] = [
	{
		key: 'first-hour',
		decision: 'together-vote',
		title: 'Two people with experience at the first meeting of every piece of work',
		accountableBody: 'Harbourside Council',
		lead: 'Head of commissioning',
		leadMember: 'Colin',
		citizenPartner: 'Joe',
		expectedDifference: 'People help to choose the question, not only the answer.',
		agreedBy: 'Farah',
		agreedDaysAgo: 148,
		dueInDays: -40,
		updates: [
			{ daysAgo: 120, by: 'Colin', status: 'on-track', words: 'Three of five pieces of work have begun this way.' },
			{
				daysAgo: 70,
				by: 'Joe',
				status: 'on-track',
				words: 'I was at two first meetings. In one of them the question changed while we sat there.',
			},
			{
				daysAgo: 42,
				by: 'Colin',
				status: 'done',
				words: 'All nine pieces of work this year began with at least two people who live with it.',
			},
		],
		verdicts: [
			['Joe', 'a-lot', 'They asked before they had an answer.'],
			['Amina', 'a-lot'],
			['Grace', 'a-little'],
			['Doreen', 'a-lot', 'The car came.'],
			['Bilal', 'no'],
			['Wei', 'a-little'],
			['Priya', 'a-little'],
		],
	},
	{
		key: 'paid-time',
		decision: 'together-vote',
		title: 'Pay people for their time and travel within two weeks',
		accountableBody: 'Harbourside Council',
		lead: 'Finance partner',
		leadMember: 'Colin',
		citizenPartner: 'Doreen',
		expectedDifference: 'Nobody is out of pocket for speaking up.',
		agreedBy: 'Farah',
		agreedDaysAgo: 148,
		dueInDays: -75,
		updates: [
			{ daysAgo: 110, by: 'Colin', status: 'on-track', words: 'The first payments went out in nine days.' },
			{ daysAgo: 80, by: 'Colin', status: 'done', words: 'Payments take eleven days on average.' },
			{
				daysAgo: 15,
				by: 'Doreen',
				status: 'went-backwards',
				words: 'I waited seven weeks for my October fares. Two others did too.',
			},
		],
	},
	{
		key: 'evenings',
		decision: 'breaks-vote',
		title: 'Evening and weekend breaks in every neighbourhood',
		accountableBody: 'Harbourside Council',
		lead: 'Short-breaks manager',
		leadMember: 'Colin',
		citizenPartner: 'Amina',
		expectedDifference: 'Carers get two evenings a month that they can plan.',
		agreedBy: 'Amina',
		agreedDaysAgo: 100,
		dueInDays: -20,
		updates: [
			{ daysAgo: 70, by: 'Colin', status: 'on-track', words: 'Two providers have said yes for the north side.' },
			{ daysAgo: 22, by: 'Colin', status: 'done', words: 'Contracts are signed for all six neighbourhoods.' },
			{
				daysAgo: 18,
				by: 'Amina',
				status: 'done',
				words: 'The contracts are signed. In four neighbourhoods nobody can book before March.',
			},
		],
		verdicts: [
			['Amina', 'no', 'Signed is not the same as there.'],
			['Joe', 'a-little'],
			['Doreen', 'no'],
			['Wei', 'a-lot', 'It works in my street.'],
			['Grace', 'no'],
			['Tomasz', 'a-lot'],
			['Bilal', 'no'],
			['Priya', 'a-little'],
			['Marek', 'dont-know'],
			['Sian', 'no'],
			['Ngozi', 'dont-know'],
		],
	},
	{
		key: 'quarter',
		decision: 'breaks-vote',
		title: 'Carers’ groups spend a quarter of the short-breaks budget',
		accountableBody: 'Harbourside Council with Harbourside Carers Together',
		lead: 'Commissioning officer for carers',
		leadMember: 'Colin',
		citizenPartner: 'Tomasz',
		expectedDifference: 'Carers choose their breaks and can change their minds.',
		agreedBy: 'Amina',
		agreedDaysAgo: 100,
		dueInDays: 131,
		updates: [
			{
				daysAgo: 30,
				by: 'Tomasz',
				status: 'on-track',
				words: 'Three groups have said what they would spend it on. The bank account is the slow part.',
			},
		],
	},
	{
		key: 'phone',
		decision: 'breaks-vote',
		title: 'One telephone number, answered by a person',
		accountableBody: 'Integrated care board',
		lead: 'Access lead',
		leadMember: 'Ngozi',
		citizenPartner: 'Doreen',
		expectedDifference: 'You can book a break while you talk, the first time you ring.',
		agreedBy: 'Amina',
		agreedDaysAgo: 100,
		dueInDays: -51,
		updates: [
			{
				daysAgo: 55,
				by: 'Ngozi',
				status: 'at-risk',
				words: 'The old telephone contract ends later than we thought. We need three more weeks.',
				newDueInDays: -12,
			},
			{ daysAgo: 14, by: 'Doreen', status: 'late', words: 'I rang it to try. It rang out.' },
		],
	},
	{
		key: 'young',
		decision: 'breaks-vote',
		title: 'Ask young carers what a break is for them',
		accountableBody: 'Harbourside Council',
		lead: 'Not named yet',
		leadMember: null,
		citizenPartner: null,
		expectedDifference: 'Young carers’ own breaks are in the plan for 2027.',
		agreedBy: 'Amina',
		agreedDaysAgo: 20,
		dueInDays: 70,
		updates: [],
	},
]
