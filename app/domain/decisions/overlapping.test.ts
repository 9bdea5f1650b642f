import { expect, test } from 'vitest'
import { type EarlierVote, overlapping } from './overlapping.ts'

const people = (from: number, to: number, voiceId = 'citizen') =>
	Array.from({ length: to - from }, (_, at) => ({ memberId: `${voiceId}-${from + at}`, voiceId }))
type People = ReturnType<typeof people>

/** A vote of these people: all of them took part, unless it says how many of each voice did. */
function vote(
	electors: People,
	{ hides = false, voted = {} }: { hides?: boolean; voted?: Record<string, number> } = {},
): EarlierVote {
	const byVoice = [...new Set(electors.map(({ voiceId }) => voiceId))].map((voiceId) => {
		const asked = electors.filter((elector) => elector.voiceId === voiceId).length
		const took = voted[voiceId] ?? asked
		const shown = { voiceId, electors: asked, voted: took, tally: { for: took - 2, against: 2 } }
		return { took, said: hides ? { ...shown, voted: null, tally: null } : shown }
	})
	return {
		electors,
		byVoice: byVoice.map(({ said }) => said),
		voted: byVoice.reduce((sum, { took }) => sum + took, 0),
	}
}

const hidden = (electors: People, earlier: EarlierVote[], ballots = electors) => [
	...overlapping(electors, ballots, earlier),
]

test.each<[string, People, EarlierVote[], string[]]>([
	['nobody was asked before', people(0, 12), [], []],
	['the same people again', people(0, 12), [vote(people(0, 12))], []],
	['one person joined', people(0, 13), [vote(people(0, 12))], ['citizen']],
	['two went and two came', people(2, 14), [vote(people(0, 12))], ['citizen']],
	['three went and two came', people(3, 14), [vote(people(0, 12))], []],
	['one joined, but of another voice', [...people(0, 12), ...people(0, 1, 'provider')], [vote(people(0, 12))], []],
	['the vote before last showed it', people(0, 13), [vote(people(0, 12)), vote(people(0, 30))], ['citizen']],
	[
		'two earlier ones together were all but one of them',
		people(0, 21),
		[vote(people(0, 10)), vote(people(10, 20))],
		['citizen'],
	],
	[
		'an earlier one less another is all but one of them',
		people(0, 9),
		[vote(people(0, 30)), vote(people(10, 30))],
		['citizen'],
	],
	[
		'two earlier ones together were all but five of them',
		people(0, 25),
		[vote(people(0, 10)), vote(people(10, 20))],
		[],
	],
	[
		'the same people were shown before, and another vote had one more',
		people(0, 12),
		[vote(people(0, 12)), vote(people(0, 13))],
		[],
	],
	[
		'a vote of this voice alone did not show it by itself, but its total was the same',
		[...people(0, 13), ...people(0, 9, 'provider')],
		[vote(people(0, 12), { hides: true })],
		['citizen'],
	],
	[
		'nobody answered when exactly they were asked, and one fewer were shown before',
		people(0, 13),
		[vote(people(0, 12)), vote(people(0, 13), { voted: { citizen: 0 } })],
		['citizen'],
	],
	[
		'when exactly they were asked only the outcome was published, and one fewer were shown before',
		people(0, 13),
		[vote(people(0, 12)), { ...vote(people(0, 13), { hides: true }), voted: null }],
		['citizen'],
	],
	['nothing but outcomes was published', people(0, 13), [{ ...vote(people(0, 12), { hides: true }), voted: null }], []],
])('%s', (_what, electors, earlier, expected) => {
	expect(hidden(electors, earlier)).toEqual(expected)
})

test.each<[string, before: [asked: number, voted: number], now: [asked: number, voted: number], boolean]>([
	['one more of the same people', [30, 20], [30, 21], true],
	['four fewer of the same people', [30, 24], [30, 20], true],
	['as many of the same people: one may have come in place of another', [30, 20], [30, 20], true],
	['all of the same people both times', [30, 30], [30, 30], false],
	['five more of the same people', [30, 20], [30, 25], false],
	['ten joined, and one more took part', [30, 30], [40, 31], true],
	['ten joined, and as many took part', [30, 30], [40, 30], true],
	['ten joined, and five more took part', [30, 30], [40, 35], false],
	['ten left, and as many as are left took part', [40, 30], [30, 30], true],
])('who took part is not known, only how many: %s', (_what, before, now, isHidden) => {
	const earlier = vote(people(0, before[0]), { voted: { citizen: before[1] } })
	expect(hidden(people(0, now[0]), [earlier], people(0, now[1]))).toEqual(isHidden ? ['citizen'] : [])
})

test('the voices are compared each by itself', () => {
	const asked = [...people(0, 20), ...people(0, 20, 'provider')]
	const earlier = vote(asked, { voted: { citizen: 10, provider: 10 } })
	expect(hidden(asked, [earlier], [...people(0, 11), ...people(0, 16, 'provider')])).toEqual(['citizen'])
})

test('a total tells nothing of a voice where others took part in it', () => {
	const asked = people(0, 20)
	const earlier = vote([...asked, ...people(0, 20, 'provider')], { voted: { citizen: 10, provider: 9 } })
	expect(hidden(asked, [earlier], people(0, 18))).toEqual([])
})

test('two earlier counts together are of the same people, of whom one more took part', () => {
	const earlier = [vote(people(0, 10), { voted: { citizen: 9 } }), vote(people(10, 20))]
	expect(hidden(people(0, 20), earlier)).toEqual(['citizen'])
})

test('what an earlier vote did not show cannot be subtracted from', () => {
	const others = people(0, 9, 'provider')
	const earlier = [vote([...people(0, 12), ...others], { hides: true })]
	expect(hidden([...people(0, 13), ...others], earlier)).toEqual([])
})

test('of forty earlier votes of a thousand people the latest are compared', () => {
	const earlier = Array.from({ length: 40 }, (_, at) => vote(people(at, 1000)))
	expect(hidden(people(41, 1001), earlier)).toEqual(['citizen'])
})
