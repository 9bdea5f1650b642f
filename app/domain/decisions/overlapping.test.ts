import { expect, test } from 'vitest'
import { overlapping } from './overlapping.ts'

const people = (from: number, to: number, voiceId = 'citizen') =>
	Array.from({ length: to - from }, (_, at) => ({ memberId: `${voiceId}-${from + at}`, voiceId }))
const shown = { voiceId: 'citizen', electors: 12, voted: 12, tally: { for: 7, against: 5 } }

test.each<
	[string, ReturnType<typeof people>, { electors: ReturnType<typeof people>; byVoice: (typeof shown)[] }[], string[]]
>([
	['nobody was asked before', people(0, 12), [], []],
	['the same people again', people(0, 12), [{ electors: people(0, 12), byVoice: [shown] }], []],
	['one person joined', people(0, 13), [{ electors: people(0, 12), byVoice: [shown] }], ['citizen']],
	['two went and two came', people(2, 14), [{ electors: people(0, 12), byVoice: [shown] }], ['citizen']],
	['three went and two came', people(3, 14), [{ electors: people(0, 12), byVoice: [shown] }], []],
	[
		'one joined, but of another voice',
		[...people(0, 12), ...people(0, 1, 'provider')],
		[{ electors: people(0, 12), byVoice: [shown] }],
		[],
	],
	[
		'the vote before last showed it',
		people(0, 13),
		[
			{ electors: people(0, 12), byVoice: [shown] },
			{ electors: people(0, 30), byVoice: [shown] },
		],
		['citizen'],
	],
	[
		'two earlier ones together were all but one of them',
		people(0, 21),
		[
			{ electors: people(0, 10), byVoice: [shown] },
			{ electors: people(10, 20), byVoice: [shown] },
		],
		['citizen'],
	],
	[
		'an earlier one less another is all but one of them',
		people(0, 9),
		[
			{ electors: people(0, 30), byVoice: [shown] },
			{ electors: people(10, 30), byVoice: [shown] },
		],
		['citizen'],
	],
	[
		'two earlier ones together were all but five of them',
		people(0, 25),
		[
			{ electors: people(0, 10), byVoice: [shown] },
			{ electors: people(10, 20), byVoice: [shown] },
		],
		[],
	],
	[
		'the same people were shown before, and another vote had one more',
		people(0, 12),
		[
			{ electors: people(0, 12), byVoice: [shown] },
			{ electors: people(0, 13), byVoice: [shown] },
		],
		[],
	],
	[
		'a vote of this voice alone did not show it by itself, but its total was the same',
		[...people(0, 13), ...people(0, 9, 'provider')],
		[{ electors: people(0, 12), byVoice: [{ ...shown, tally: null as never }] }],
		['citizen'],
	],
])('%s', (_what, electors, earlier, hidden) => {
	expect([...overlapping(electors, earlier)]).toEqual(hidden)
})

test('what an earlier vote did not show cannot be subtracted from', () => {
	const hidden = { voiceId: 'citizen', electors: 12, voted: null, tally: null }
	const others = people(0, 9, 'provider')
	const earlier = [{ electors: [...people(0, 12), ...others], byVoice: [hidden] }]
	expect([...overlapping([...people(0, 13), ...others], earlier)]).toEqual([])
})

test('of forty earlier votes of a thousand people the latest are compared', () => {
	const earlier = Array.from({ length: 40 }, (_, at) => ({ electors: people(at, 1000), byVoice: [shown] }))
	expect([...overlapping(people(41, 1001), earlier)]).toEqual(['citizen'])
})
