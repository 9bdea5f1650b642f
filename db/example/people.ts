import type { Office, Role } from '../../app/domain/access/membership.ts'
import type { GroupKind } from '../../app/domain/people/group.ts'

export type Name = (typeof people)[number]['name']

interface ExamplePerson {
	name: string
	voice: 'citizen' | 'commissioner' | 'provider'
	role?: Role
	/** What the person is here; the offices they hold come from the groups. */
	who: string
	accessNeeds?: string
	email?: string
}

/** Nineteen people with first names only. Farah starts the partnership; the others are let in by her. */
export const people = [
	{
		name: 'Farah',
		voice: 'commissioner',
		role: 'facilitator',
		who: 'facilitator, employed by the council',
		email: 'farah@harbourside.example',
	},
	{
		name: 'Amina',
		voice: 'citizen',
		who: 'citizen, carer',
		email: 'amina@harbourside.example',
	},
	{
		name: 'Joe',
		voice: 'citizen',
		who: 'citizen, uses a wheelchair, chairs the private circle',
		email: 'joe@harbourside.example',
		accessNeeds: 'Step-free rooms. A break every 45 minutes.',
	},
	{
		name: 'Doreen',
		voice: 'citizen',
		who: 'citizen, 78, no e-mail, comes in with a card',
		accessNeeds: 'Large print. Ring me, do not write.',
	},
	{ name: 'Wei', voice: 'citizen', who: 'citizen, new to the city' },
	{
		name: 'Grace',
		voice: 'citizen',
		who: 'citizen, uses a screen reader',
		accessNeeds: 'Papers as plain text, two days before.',
	},
	{ name: 'Tomasz', voice: 'citizen', who: 'citizen, looks after his brother' },
	{ name: 'Bilal', voice: 'citizen', who: 'citizen, peer supporter' },
	{ name: 'Colin', voice: 'commissioner', who: 'commissioner at the council', email: 'colin@harbourside.example' },
	{ name: 'Ngozi', voice: 'commissioner', who: 'commissioner at the integrated care board' },
	{ name: 'Helen', voice: 'commissioner', who: 'director of public health' },
	{ name: 'Ruth', voice: 'commissioner', who: 'commissioner, a family doctor' },
	{ name: 'Owen', voice: 'commissioner', who: 'commissioner for housing at the council' },
	{ name: 'Priya', voice: 'provider', who: 'provider, runs a home care co-operative' },
	{ name: 'Marek', voice: 'provider', who: 'provider, a two-person day centre' },
	{ name: 'Sian', voice: 'provider', who: 'provider, a large charity' },
	{ name: 'Yusuf', voice: 'provider', who: 'provider, drives a community minibus' },
	{ name: 'Lena', voice: 'provider', who: 'provider, sits with people at night' },
	{ name: 'Ola', voice: 'citizen', role: 'observer', who: 'observer, from the local paper' },
] as const satisfies readonly ExamplePerson[]

export interface ExampleGroup {
	key: 'panel' | 'board' | 'forum' | 'fund' | 'collaborative' | 'circle'
	kind: GroupKind
	name: string
	purpose: string
	madeBy: Name
	seats: { name: Name; office?: Office; votes?: boolean }[]
}

export const groups: readonly ExampleGroup[] = [
	{
		key: 'panel',
		kind: 'panel',
		name: 'Carers’ panel',
		purpose: 'People who look after somebody, with those who plan and provide breaks for them.',
		madeBy: 'Farah',
		seats: [
			{ name: 'Amina', office: 'chair' },
			...(
				[
					'Joe',
					'Doreen',
					'Wei',
					'Grace',
					'Tomasz',
					'Bilal',
					'Colin',
					'Ngozi',
					'Helen',
					'Priya',
					'Marek',
					'Sian',
				] as const
			).map((name) => ({ name })),
		],
	},
	{
		key: 'board',
		kind: 'board',
		name: 'Health and Wellbeing Board',
		purpose: 'Agrees the strategy for the whole place and answers for it.',
		madeBy: 'Farah',
		seats: [
			{ name: 'Helen', office: 'chair' },
			{ name: 'Farah', office: 'clerk', votes: false },
			{ name: 'Colin' },
			{ name: 'Ngozi' },
			{ name: 'Amina' },
			{ name: 'Joe' },
			{ name: 'Priya' },
		],
	},
	{
		key: 'forum',
		kind: 'panel',
		name: 'Provider forum',
		purpose: 'Providers of every size, with people who use what they offer.',
		madeBy: 'Farah',
		seats: [
			{ name: 'Priya', office: 'chair' },
			{ name: 'Marek' },
			{ name: 'Sian' },
			{ name: 'Colin' },
			{ name: 'Tomasz' },
		],
	},
	{
		key: 'fund',
		kind: 'panel',
		name: 'Carers’ fund panel',
		purpose: 'Shares out the carers’ fund: people who use it, with those who pay for and provide what it buys.',
		madeBy: 'Farah',
		seats: [
			{ name: 'Amina', office: 'chair' },
			...(
				[
					'Joe',
					'Doreen',
					'Wei',
					'Grace',
					'Tomasz',
					'Bilal',
					'Colin',
					'Ngozi',
					'Helen',
					'Ruth',
					'Owen',
					'Priya',
					'Marek',
					'Sian',
					'Yusuf',
					'Lena',
				] as const
			).map((name) => ({ name })),
		],
	},
	{
		key: 'collaborative',
		kind: 'collaborative',
		name: 'Carers’ hub collaborative',
		purpose: 'Holds the money for the carers’ hub together and says what it is for.',
		madeBy: 'Farah',
		seats: [
			{ name: 'Amina', office: 'chair' },
			{ name: 'Wei' },
			{ name: 'Doreen' },
			{ name: 'Bilal' },
			{ name: 'Marek' },
			{ name: 'Colin' },
		],
	},
	{
		key: 'circle',
		kind: 'circle',
		name: 'Harbour Voices',
		purpose: 'A circle run by disabled people for themselves. Nobody else can read it.',
		madeBy: 'Joe',
		seats: [{ name: 'Doreen' }, { name: 'Grace' }],
	},
]

/** A second, closed partnership, so that "not yours" can be seen as well. */
export const neighbour = {
	slug: 'northfield',
	name: 'Northfield Partnership',
	purpose: 'Getting started.',
	runBy: 'Northfield Council',
	facilitator: { name: 'Rosa', email: 'rosa@northfield.example', voice: 'commissioner' },
} as const

/** Everybody who can be chosen on the sign-in page, in the words of the list that the demo prints. */
export function listGuests(): { name: string; who: string }[] {
	const held = { chair: 'chairs', clerk: 'clerk of' } as const
	const officesOf = (name: Name) =>
		groups.flatMap(({ kind, name: group, seats }) => {
			const office = seats.find((seat) => seat.name === name)?.office
			// A circle tells nobody who is in it.
			return kind === 'circle' || !office || office === 'none' ? [] : [`${held[office]} the ${group}`]
		})
	return [
		...people.map(({ name, who }) => ({ name, who: [who, ...officesOf(name)].join(', ') })),
		{
			name: neighbour.facilitator.name,
			who: `facilitator of the ${neighbour.name}, which is closed to all the others`,
		},
	]
}
