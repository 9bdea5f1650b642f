import { expect, test } from 'vitest'
import { ballotsOf, choosing } from '../../../tests/given-question.ts'
import type { Answer, Choosing, ChoosingMethod, ChoosingRules } from '../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import { ballotsToCount, resultOf } from '../../domain/decisions/result.ts'
import { irvRestWords, stvLines, stvRestWords } from './ranked-words.ts'
import { narrowlyMissed, resultWhy, turnoutResultWords } from './result-words.ts'
import { chosenOf } from './told.ts'

const options = ['Walks', 'Lunches', 'Lifts', 'Nights'].map((name, at) => ({ id: 'WLFN'[at]!, name }))

/** "WL": Walks first, then Lunches. A full stop is a blank ballot. */
const orders = (text: string): Answer[] =>
	text.split(' ').map((order) => ({ ranks: order === '.' ? [] : [...order].map((id) => [id]) }))

/** "W3L": three for Walks, and one for Lunches. */
const marks = (text: string): Answer[] =>
	text.split(' ').map((ballot) => ({
		marks: Object.fromEntries([...ballot.matchAll(/([A-Z])(\d*)/g)].map(([, id, mark]) => [id!, Number(mark || 1)])),
	}))

function closed(method: ChoosingMethod, rules: Partial<ChoosingRules>, answers: Answer[]): Choosing {
	const asked: Choosing = { ...choosing(method, rules), options, tieOrder: ['W', 'L', 'F', 'N'] }
	const ballots = ballotsOf(...answers)
	const count = countOpenBallots(ballotsToCount(asked, ballots)!)
	const electors = ballots.map(({ memberId, voiceId }) => ({ memberId: memberId!, voiceId }))
	return { ...asked, result: resultOf({ decision: asked, ballots, electors, count }) } as Choosing
}

const put = 'People put the options in order. None had more than half of the first choices.'
const until =
	'So the one with fewest dropped out, and each of its votes moved to its next choice, and so on until one had more than half.'
const noChoiceLeft =
	'“No choice left” are ballots on which every choice had dropped out. From then on they count for nobody.'

test.each<[string, string, { why: string[]; close: string; rest: string[] }]>([
	[
		'at once',
		'W W W L F',
		{
			why: ['People put the options in order. “Walks” was the first choice on 3 of the 5 votes: more than half.'],
			close: '“Lunches” and “Lifts” came second together, with 1 to 3.',
			rest: [],
		},
	],
	[
		'after others dropped out, with ballots that had nobody to move to',
		'W WL WLF WF LF FL FN NL N',
		{
			why: [
				put,
				until,
				'“Lunches” dropped out first, then “Nights”.',
				'In round 3 “Walks” had 4 of the 7 votes still counting: more than half. 2 ballots had no choice left by then, and counted for nobody.',
			],
			close: '“Lifts” came second in the last round, with 3 to 4.',
			rest: [noChoiceLeft],
		},
	],
	[
		'level to the end',
		'W WL WF LF L LW',
		{
			why: [
				put,
				until,
				'“Nights” dropped out first, then “Lifts”, then “Lunches”.',
				'In round 3 only “Walks” and “Lunches” were left, level with 3 each. “Lunches” dropped out, by the lot drawn before voting opened.',
			],
			close: '“Lunches” was level with “Walks” when only these two were left, with 3 votes each.',
			rest: [noChoiceLeft],
		},
	],
])('one winner by dropping out, %s', (_what, text, { why, close, rest }) => {
	const told = closed('irv', {}, orders(text))
	expect(resultWhy(told)).toEqual(why)
	expect(narrowlyMissed(told)).toEqual([close])
	expect(irvRestWords(counted(told, 'irv'))).toEqual(rest)
})

const parts = 'Parts of a vote come from winners: what they did not need moved on, shared among all their ballots.'
const lost = '“Moved to nobody” are votes with no further choice on their ballot, and what was cut off in rounding.'

test.each<[string, number, string, { why: string[]; close: string; rest: string[] }]>([
	[
		'what a winner did not need moves on',
		2,
		'WL WL WF WL W LF FL NF NF FN',
		{
			why: ['“Walks” had enough in round 1, with 5 votes; “Lifts” in round 4, with 5.20 votes.'],
			close: '“Nights” was the last to drop out, with 2 votes.',
			rest: [parts, lost],
		},
	],
	[
		'places are filled while others are still in',
		2,
		'W W W W W L L L L L F F F F',
		{
			why: ['“Walks” and “Lunches” had enough in round 1, with 5 votes each.'],
			close: '“Lifts” came nearest of the others, with 4 votes at the end.',
			rest: [],
		},
	],
	[
		'nobody has enough',
		2,
		'W L F N WL FN',
		{
			why: ['“Walks” and “Lifts” took the places, with 2 votes each, because nobody else was left.'],
			close: '“Lunches” was the last to drop out, with 1 vote.',
			rest: [lost],
		},
	],
	[
		'the last place goes to one that nobody chose, by the lot',
		3,
		'W W W W WL L',
		{
			why: [
				'“Walks” had enough in round 1, with 5 votes.',
				'“Lunches” and “Lifts” took the last places, with 1.60 and 0 votes, because nobody else was left.',
			],
			close:
				'“Nights” was the last to drop out, with 0 votes. It was level with “Lifts”, and went by the lot drawn before voting opened.',
			rest: [parts, lost],
		},
	],
])('several winners: %s', (_what, seats, text, { why, close, rest }) => {
	const told = closed('scottish-stv', { seats }, orders(text))
	expect(resultWhy(told).slice(2)).toEqual(why)
	expect(narrowlyMissed(told)).toEqual([close])
	expect(stvRestWords(counted(told, 'scottish-stv'))).toEqual(rest)
})

test('a ballot that moves on says what it is still worth', () => {
	const told = closed('scottish-stv', { seats: 2 }, orders('WL WL WF WL W LF FL NF NF FN'))
	expect(stvLines(counted(told, 'scottish-stv'))[1]).toBe(
		'Round 2: Walks 4, Lunches 1.60, Lifts 2.20, Nights 2; moved to nobody 0.20. “Walks” had 1 vote more than needed, so that much moved on: each of its ballots went to its next choice, worth 0.20 of what it was before.',
	)
})

test('comparing pairs in a circle tells the chain that settled it, and who beat the winner alone', () => {
	const told = closed('schulze', {}, orders('WLF WLF WLF WLF LFW LFW LFW FWL FWL'))
	expect(resultWhy(told).at(-1)).toBe(
		'Of these two alone, more people put “Lifts” above “Walks”: 5 to 4. But a chain leads the other way: “Walks” above “Lunches” (6 to 3) and “Lunches” above “Lifts” (7 to 2). The weakest link of that chain is 6. Every chain back has a weaker link: 5 at most.',
	)
	expect(narrowlyMissed(told)).toEqual([
		'“Lifts” came nearest to “Walks”: 5 put it higher, 4 lower. The chains put it behind all the same.',
	])
})

test('who beats all the others needs no chain, and all that came as near are named', () => {
	const told = closed('schulze', {}, orders('WL WL LF LW FLW FLW'))
	expect(resultWhy(told)).toHaveLength(2)
	expect(narrowlyMissed(told)).toEqual([
		'“Walks” came nearest to “Lunches”: 2 put it higher, 4 lower.',
		'“Lifts” came nearest to “Lunches”: 2 put it higher, 4 lower.',
	])
})

test.each<[string, ChoosingMethod, Partial<ChoosingRules>, string, { why: string[]; close: string[] }]>([
	[
		'several come next together',
		'approval',
		{ most: 2 },
		'WL W LF WF FN F L',
		{
			why: [
				'Each person ticked all they support, 2 at most. The one with most ticks wins.',
				'“Lifts” had 4 ticks, the most.',
				'The next, “Walks” and “Lunches”, had 3 ticks each.',
			],
			close: ['“Walks” and “Lunches” were next, with 3 ticks each.'],
		},
	],
	[
		'the lot decides the last place',
		'approval',
		{ seats: 2 },
		'WL W LF WF F L',
		{
			why: [
				'Each person ticked all they support. The 2 with most ticks win.',
				'“Walks” had 3 ticks and “Lunches” had 3 ticks.',
				'“Lifts” had just as many. A lot drawn before anybody voted decided between them.',
			],
			close: ['“Lifts” had just as many, 3 ticks, and only the lot put it behind.'],
		},
	],
	[
		'fewer have any than could win',
		'approval',
		{ seats: 3 },
		'WL W',
		{
			why: [
				'Each person ticked all they support. The 3 with most ticks win.',
				'“Walks” had 2 ticks and “Lunches” had 1 tick.',
				'Nobody chose any of the others.',
			],
			close: [],
		},
	],
	[
		'level on average',
		'score',
		{ highest: 5, missing: 'no-opinion' },
		'W3L2 W1L3F1 F4 N1',
		{
			why: [
				'People gave each option a score from 0 to 5. The highest average of the scores given wins.',
				'“Lunches” had 2.50 on average.',
				'“Lifts” had just as much. A lot drawn before anybody voted decided between them.',
			],
			close: ['“Lifts” had just as much, 2.50 on average, and only the lot put it behind.'],
		},
	],
])('by marks, %s', (_what, method, rules, text, { why, close }) => {
	const told = closed(method, rules, marks(text))
	expect(resultWhy(told)).toEqual(why)
	expect(narrowlyMissed(told)).toEqual(close)
})

test('where every ballot is blank, nobody has to add up that it was all of them', () => {
	const blank = { marks: {} }
	expect(turnoutResultWords(closed('approval', {}, [blank, blank]))).toMatch(/ All of them left the ballot blank\.$/)
})

function counted<M extends 'irv' | 'scottish-stv'>(told: Choosing, method: M) {
	const chosen = chosenOf(told)!
	if (chosen.count.method !== method) throw new Error(`not counted by ${method}`)
	return { ...chosen, count: chosen.count as CountBy<M> }
}
