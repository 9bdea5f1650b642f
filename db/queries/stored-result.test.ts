import { expect, test } from 'vitest'
import type { Answer, Decision } from '../../app/domain/decisions/decision.ts'
import { countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../app/domain/decisions/result.ts'
import { fingerprint } from '../../app/domain/fingerprint.ts'
import { ballotsOf, choosing, electors, someMotion } from '../../tests/given-question.ts'
import { readResult } from './stored-result.ts'

const ticks: Answer[] = [{ marks: { A: 1, B: 1 } }, { marks: { A: 1 } }, { marks: { C: 1 } }, { marks: {} }]
const orders: Answer[] = [
	{ ranks: [['A'], ['B']] },
	{ ranks: [['B'], ['C']] },
	{ ranks: [['C'], ['A']] },
	{ ranks: [] },
]
const money = { budget: 9_000_00 }

const consent: Decision = {
	...someMotion,
	method: 'consent',
	result: null,
	rules: { secrecy: 'named', quorum: 0, showsStanding: false, silenceIsConsent: false },
}

const every: [string, Decision, Answer[]][] = [
	['motion', someMotion, [{ choice: 'for' }]],
	['consent', consent, [{ consent: 'agree' }]],
	['approval', choosing('approval', { seats: 1 }), ticks],
	['points', choosing('points', { points: 3 }), ticks],
	['score', choosing('score', { highest: 3 }), ticks],
	['irv', choosing('irv'), orders],
	['scottish-stv', choosing('scottish-stv', { seats: 2 }), orders],
	['schulze', choosing('schulze'), orders],
	['greedy', choosing('greedy', money), ticks],
	['greedy-no-skip', choosing('greedy-no-skip', money), ticks],
	['equal shares', choosing('equal-shares', { ...money, comparison: true, completion: 'add1u' }), ticks],
	['equal shares by voice', choosing('equal-shares', { ...money, byVoice: true }), ticks],
	['a very small secret vote', choosing('irv', { secrecy: 'secret' }), orders],
]

function stored(decision: Decision, answers: Answer[]) {
	const ballots = ballotsOf(...answers)
	const file = ballotsToCount(decision, ballots)
	const result = resultOf({ decision, ballots, electors, count: file && countOpenBallots(file) })
	return JSON.parse(JSON.stringify(result))
}

test.each(every)('%s is read as it was written, with the same fingerprint', (_what, decision, answers) => {
	for (const given of [answers, []]) {
		const result = stored(decision, given)
		expect(readResult(decision.method, result)).toEqual(result)
		expect(fingerprint(readResult(decision.method, result))).toBe(fingerprint(result))
	}
})

test('a result of another method, or with a part missing, is never shown as if it were whole', () => {
	const motion = stored(someMotion, [{ choice: 'for' }])
	expect(() => readResult('irv', motion)).toThrow()
	expect(() => readResult('consent', motion)).toThrow()
	const { count, ...rest } = stored(choosing('irv'), orders)
	const { rounds: _rounds, ...roundless } = count
	expect(() => readResult('irv', { ...rest, count: roundless })).toThrow()
})
