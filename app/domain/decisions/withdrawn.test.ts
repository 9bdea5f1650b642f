import { expect, test } from 'vitest'
import { choosing, closesAt, opensAt, options, someMotion } from '../../../tests/given-question.ts'
import type { Answer, Decision } from './decision.ts'
import { allowsWithdrawing, standingAnswer, withdraw, withdrawnProblems } from './withdrawn.ts'

const now = new Date('2026-06-02T10:00:00Z')
const asked = { option: 'B', reason: ' The hall is gone. ' }
const gone = { option: 'B', reason: 'The hall is gone.', at: '2026-06-02T10:00:00.000Z' }

test('it is kept with its moment and its reason, after those withdrawn before', () => {
	const budget = choosing('equal-shares', { budget: 10_000_00 })
	expect(withdraw(budget, asked, now)).toEqual({ withdrawn: [gone] })
	const once = { ...budget, withdrawn: [gone] }
	expect(withdraw(once, { option: 'A', reason: 'Too dear.' }, now)).toEqual({
		withdrawn: [gone, { option: 'A', reason: 'Too dear.', at: '2026-06-02T10:00:00.000Z' }],
	})
	expect(withdraw(once, { option: 'B', reason: 'Again.' }, now)).toEqual({ refused: 'withdrawn-already' })
})

test.each<[string, Decision, Partial<typeof asked>, Date, string]>([
	['a motion has nothing to withdraw', someMotion, {}, now, 'nothing-to-withdraw'],
	['at the closing second it is too late', choosing('approval'), {}, closesAt, 'voting-over'],
	['what is counted stands', { ...choosing('approval'), state: 'counting' }, {}, now, 'voting-over'],
	['a stopped vote', { ...choosing('approval'), state: 'stopped' }, {}, now, 'stopped'],
	['what was never there', choosing('approval'), { option: 'Z' }, now, 'no-such-option'],
	['no reason', choosing('approval'), { reason: ' ' }, now, 'reason-missing'],
	['one left is no choice', { ...choosing('irv'), withdrawn: [{ ...gone, option: 'A' }] }, {}, now, 'too-few-left'],
	['fewer left than are to be chosen', choosing('scottish-stv', { seats: 3 }), {}, now, 'too-few-left'],
	[
		'the last project',
		{
			...choosing('greedy', { budget: 10_000_00 }),
			withdrawn: ['A', 'C'].map((option) => ({ ...gone, option })),
		},
		{},
		now,
		'too-few-left',
	],
])('refused: %s', (_why, decision, change, at, refused) => {
	expect(withdraw(decision, { ...asked, ...change }, at)).toEqual({ refused })
})

test('two of three may be chosen when as many are left, and one project is enough for a pot', () => {
	expect(withdraw(choosing('scottish-stv', { seats: 2 }), asked, opensAt)).toHaveProperty('withdrawn')
	const pot = { ...choosing('greedy', { budget: 10_000_00 }), withdrawn: [{ ...gone, option: 'A' }] }
	expect(withdraw(pot, asked, now)).toHaveProperty('withdrawn')
})

test.each<[Answer, Answer]>([
	[{ marks: { A: 1, B: 1 } }, { marks: { A: 1 } }],
	[{ marks: { B: 7 } }, { marks: {} }],
	[{ ranks: [['B'], ['C'], ['A']] }, { ranks: [['C'], ['A']] }],
	[{ ranks: [['B', 'C'], ['A']] }, { ranks: [['C'], ['A']] }],
	[{ choice: 'for' }, { choice: 'for' }],
])('of %j counts %j', (answer, counts) => {
	expect(standingAnswer(answer, new Set(['B']))).toEqual(counts)
})

test('what gives something to it is named, and nothing else is', () => {
	const asked = { withdrawn: [gone] }
	expect(withdrawnProblems(asked, { marks: { A: 1, B: 1 } })).toEqual([{ refused: 'withdrawn', option: 'B' }])
	expect(withdrawnProblems(asked, { ranks: [['A'], ['B']] })).toEqual([{ refused: 'withdrawn', option: 'B' }])
	expect(withdrawnProblems(asked, { marks: { A: 1 } })).toEqual([])
	expect(withdrawnProblems(asked, { choice: 'for' })).toEqual([])
})

test.each<[string, Decision, boolean]>([
	['a motion', someMotion, false],
	['three to choose among', choosing('approval'), true],
	['three for two places', choosing('scottish-stv', { seats: 2 }), true],
	['three for three places', choosing('scottish-stv', { seats: 3 }), false],
	['two to choose between', { ...choosing('approval'), options: options.slice(1) }, false],
	['two projects', { ...choosing('equal-shares', { budget: 1 }), options: options.slice(1) }, true],
])('whether anything of it can be withdrawn: %s', (_what, decision, allows) => {
	expect(allowsWithdrawing(decision)).toBe(allows)
})
