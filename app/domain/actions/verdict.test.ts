import { expect, test } from 'vitest'
import type { ActionStatus } from './action.ts'
import {
	areShownNow,
	feltBy,
	isAskable,
	isDoneOnPaper,
	noVerdicts,
	tallyVerdicts,
	type VerdictTally,
} from './verdict.ts'

const tally = (answers: Partial<VerdictTally>) => ({ ...noVerdicts, ...answers })

test.each<[string, Partial<VerdictTally>, object]>([
	['nobody answered', {}, { shown: false }],
	['four answers are too few', { 'a-lot': 4 }, { shown: false }],
	['the fifth shows them', { 'a-lot': 3, no: 2 }, { shown: true, felt: 3, people: 5, split: null }],
	[
		'a little counts as felt; not knowing counts among those asked',
		{ 'a-little': 4, no: 5, 'dont-know': 2 },
		{ felt: 4, people: 11 },
	],
	['a lone "worse" is not shown by itself', { 'a-lot': 10, worse: 1 }, { felt: 10, people: 11, split: null }],
	[
		'answers of five or more each may be shown',
		{ 'a-lot': 5, no: 6 },
		{ felt: 5, split: tally({ 'a-lot': 5, no: 6 }) },
	],
])('%s', (_rule, answers, shown) => {
	expect(feltBy(tally(answers))).toMatchObject(shown)
})

test.each([
	['the first answer waits', 1, false],
	['so does the fourth', 4, false],
	['the fifth shows all five', 5, true],
])('%s', (_rule, waiting, shown) => {
	expect(areShownNow(waiting)).toBe(shown)
})

test.each<[string, ActionStatus, Partial<VerdictTally>, boolean]>([
	['done, and 4 of 11 felt it', 'done', { 'a-lot': 4, no: 7 }, true],
	['exactly half is not fewer than half', 'done', { 'a-little': 3, no: 3 }, false],
	['too few answers say nothing', 'done', { no: 4 }, false],
	['not reported done', 'on-track', { no: 9 }, false],
])('done, but not felt by most: %s', (_rule, status, answers, expected) => {
	expect(isDoneOnPaper({ status }, feltBy(tally(answers)))).toBe(expected)
})

test.each<[string, ActionStatus, string, boolean]>([
	['when it is done', 'done', '2027-01-01', true],
	['when it was stopped', 'stopped', '2027-01-01', true],
	['when it went backwards', 'went-backwards', '2027-01-01', true],
	['when it should have been done', 'on-track', '2026-11-20', true],
	['not while it is under way', 'on-track', '2026-11-21', false],
])('people are asked: %s', (_rule, status, dueOn, expected) => {
	expect(isAskable({ status, dueOn }, '2026-11-21')).toBe(expected)
})

test('counts from the database become one tally', () => {
	expect(
		tallyVerdicts([
			{ answer: 'no', count: 2 },
			{ answer: 'a-lot', count: 1 },
		]),
	).toEqual(tally({ no: 2, 'a-lot': 1 }))
})
