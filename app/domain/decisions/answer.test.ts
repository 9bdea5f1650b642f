import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosing, someMotion } from '../../../tests/given-question.ts'
import { type AnswerProblem, answerProblems, checkAnswer, settled } from './answer.ts'
import type { Answer, Consent, Decision } from './decision.ts'

const consent: Consent = {
	...someMotion,
	method: 'consent',
	rules: { secrecy: 'named', quorum: 0, showsStanding: false, silenceIsConsent: false },
	result: null,
}
const approval = choosing('approval', { most: 2 })
const budget = choosing('equal-shares', { budget: 10_000_00 })
const pot = choosing('greedy', { budget: 10_000_00, withinBudget: true })
const spread = choosing('equal-shares', { budget: 10_000_00, ballot: 'points', points: 10, cap: 6 })
const order = choosing('greedy', { budget: 10_000_00, ballot: 'ranks', most: 2 })
const score = choosing('score', { highest: 5, missing: 'no-opinion' })
const points = choosing('points', { points: 10, cap: 6 })
const irv = choosing('irv')
const schulze = choosing('schulze')

const marks = (given: Record<string, number>): Answer => ({ marks: given })
const ranks = (...given: string[][]): Answer => ({ ranks: given })

test.each<[string, Decision, Answer, string]>([
	['for', someMotion, { choice: 'for' }, ''],
	['abstaining is an answer', someMotion, { choice: 'abstain' }, ''],
	['agreeing needs no reason', consent, { consent: 'agree' }, ''],
	['a concern says what it is', consent, { consent: 'concern' }, 'Nights.'],
	['an objection says why and what would meet it', consent, { consent: 'object', proposedChange: 'Pay.' }, 'Nights.'],
	['blank ticks', approval, marks({}), ''],
	['more than the pot, where the count finds out what it pays for', budget, marks({ A: 1, B: 1 }), ''],
	['the whole pot to the penny', pot, marks({ A: 1, C: 1 }), ''],
	['as many ticks as may be', approval, marks({ A: 1, C: 1 }), ''],
	['projects that cost more together than there is', budget, marks({ A: 1, B: 1, C: 1 }), ''],
	['a score of nought and a missing one', score, marks({ A: 0, B: 5 }), ''],
	['fewer points than there are', points, marks({ A: 6, B: 1 }), ''],
	['exactly all points', points, marks({ A: 6, B: 4, C: 0 }), ''],
	['a blank order', irv, ranks(), ''],
	['part of an order', irv, ranks(['C'], ['A']), ''],
	['points for projects, whatever they cost', spread, marks({ A: 6, B: 4 }), ''],
	['as many places as there are', order, ranks(['C'], ['A']), ''],
	['a blank order of projects', order, ranks(), ''],
	['two level, where pairs are compared', schulze, ranks(['A', 'C'], ['B']), ''],
])('can be cast: %s', (_rule, decision, answer, reason) => {
	expect(checkAnswer(decision, answer, reason)).toBe(null)
})

test.each<[string, Decision, Answer, AnswerProblem[]]>([
	['another form’s answer', someMotion, marks({ A: 1 }), [{ refused: 'wrong-form' }]],
	['a choice nobody offered', someMotion, { choice: 'maybe' } as unknown as Answer, [{ refused: 'wrong-form' }]],
	['an order for ticks', approval, ranks(['A']), [{ refused: 'wrong-form' }]],
	['ticks for an order', irv, marks({ A: 1 }), [{ refused: 'wrong-form' }]],
	['a concern that is not said', consent, { consent: 'concern' }, [{ refused: 'reason-missing' }]],
	[
		'an objection with nothing said: both at once',
		consent,
		{ consent: 'object', proposedChange: ' ' },
		[{ refused: 'reason-missing' }, { refused: 'change-missing' }],
	],
	['a tick that counts double', approval, marks({ A: 2 }), [{ refused: 'wrong-form' }]],
	['one tick too many', approval, marks({ A: 1, B: 1, C: 1 }), [{ refused: 'too-many', by: 1 }]],
	['what is not on the list', approval, marks({ Z: 1 }), [{ refused: 'unknown-option' }]],
	['a name of every object', approval, marks({ constructor: 1 }), [{ refused: 'unknown-option' }]],
	[
		'every bad score at once',
		score,
		marks({ A: 7, B: -2, C: 1.5 }),
		[
			{ refused: 'over-highest', option: 'A', by: 2 },
			{ refused: 'below-zero', option: 'B', by: 2 },
			{ refused: 'not-whole', option: 'C' },
		],
	],
	['a score that is no number', score, marks({ A: Number.NaN }), [{ refused: 'not-whole', option: 'A' }]],
	['more than the pot each may spend', pot, marks({ A: 1, B: 1 }), [{ refused: 'over-budget', by: 1_000_00 }]],
	[
		'too many points for one, and together',
		points,
		marks({ A: 8, B: 4 }),
		[
			{ refused: 'over-cap', option: 'A', by: 2 },
			{ refused: 'over-points', by: 2 },
		],
	],
	[
		'points below nought pay for nothing',
		points,
		marks({ A: 12, B: -4 }),
		[
			{ refused: 'over-cap', option: 'A', by: 6 },
			{ refused: 'below-zero', option: 'B', by: 4 },
			{ refused: 'over-points', by: 2 },
		],
	],
	['points that overflow', points, marks({ A: 1e300 }), [{ refused: 'not-whole', option: 'A' }]],
	['ticks where money is shared by points', order, marks({ A: 1 }), [{ refused: 'wrong-form' }]],
	['an order where points are shared', spread, ranks(['A']), [{ refused: 'wrong-form' }]],
	['points for projects beyond what there are', spread, marks({ A: 6, B: 5 }), [{ refused: 'over-points', by: 1 }]],
	['a place too many', order, ranks(['C'], ['A'], ['B']), [{ refused: 'too-many', by: 1 }]],
	['two projects at one place', order, ranks(['A', 'B']), [{ refused: 'level', option: 'B', levelWith: 'A' }]],
	['two at one place', irv, ranks(['A', 'B'], ['C']), [{ refused: 'level', option: 'B', levelWith: 'A' }]],
	['one at two places', schulze, ranks(['A'], ['B', 'A']), [{ refused: 'named-twice', option: 'A' }]],
	['an order of the unknown', schulze, ranks(['__proto__']), [{ refused: 'unknown-option' }]],
])('cannot be cast: %s', (_rule, decision, answer, problems) => {
	expect(answerProblems(decision, answer, '')).toEqual(problems)
})

test('how an answer was typed makes no difference: a settled answer stays itself, and stays right', () => {
	const anyMarks = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: 6 })).map(marks)
	fc.assert(
		fc.property(fc.constantFrom(score, points), anyMarks, (decision, answer) => {
			const once = settled(decision.method, answer)
			expect(settled(decision.method, once)).toEqual(once)
			expect(checkAnswer(decision, once, '') === null).toBe(checkAnswer(decision, answer, '') === null)
		}),
	)
})
