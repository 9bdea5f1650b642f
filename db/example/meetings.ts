import type { Purpose } from '../../app/domain/meetings/meeting.ts'
import type { ExampleGroup, Name } from './people.ts'

export interface ExampleMeeting {
	key: string
	group: ExampleGroup['key']
	drawnUpBy: Name
	drawnUpDaysAgo: number
	publishedDaysAgo: number
	/** Days from today, or the next day that is no weekend. */
	inDays: number
	hour: number
	place: string
	items: readonly {
		title: string
		purpose: Purpose
		/** The decision whose version is its paper. */
		paperOf: string | null
		presenter: string
		privateReason: string | null
	}[]
}

export const meetings: readonly ExampleMeeting[] = [
	{
		key: 'board-next',
		group: 'board',
		drawnUpBy: 'Farah',
		drawnUpDaysAgo: 6,
		publishedDaysAgo: 3,
		inDays: 16,
		hour: 14,
		place: 'Harbour House, meeting room 1. Step-free, with a hearing loop.',
		items: [
			{
				title: 'Breaks for carers that fit real weeks',
				purpose: 'decide',
				paperOf: 'breaks-vote',
				presenter: 'Amina, who chairs the Carers’ panel',
				privateReason: null,
			},
			{
				title: 'What people said at the October workshop',
				purpose: 'note',
				paperOf: 'workshop-consent',
				presenter: 'Bilal',
				privateReason: null,
			},
			{
				title: 'Helpers and beds this winter',
				purpose: 'discuss',
				paperOf: null,
				presenter: 'Ngozi',
				privateReason: null,
			},
			{
				title: 'What three firms ask for sitting in at night',
				purpose: 'discuss',
				paperOf: null,
				presenter: 'Colin',
				privateReason: 'it names the prices of three firms before the contract is let',
			},
		],
	},
]
