import { expect, test } from 'vitest'
import { choosing, electors, motionRules, someMotion } from '../../../tests/given-question.ts'
import { refuseRules } from './askable.ts'
import type { ChoosingMethod, ChoosingRules, Decision, MotionRules } from './decision.ts'

const money = { budget: 10_000_00 }
const points = { ...money, ballot: 'points' as const, points: 10 }
const ranks = { ...money, ballot: 'ranks' as const, most: 3 }

test.each<[string, ChoosingMethod, Partial<ChoosingRules>]>([
	['ticks, of a cost or of one', 'equal-shares', { ...money, utility: 'cardinality', most: 2, withinBudget: true }],
	['points, with a cap', 'equal-shares', { ...points, cap: 5 }],
	['points, most first', 'greedy', { ...points, support: 4 }],
	['an order', 'equal-shares', { ...ranks, completion: 'greedy', comparison: true, bar: true }],
	['an order, most points first', 'greedy-no-skip', ranks],
])('money can be shared by %s', (_how, method, rules) => {
	expect(refuseRules(choosing(method, rules), electors)).toBeNull()
})

test.each<[string, ChoosingMethod, Partial<ChoosingRules>, string]>([
	['points that nobody has', 'greedy', { ...money, ballot: 'points' }, 'points-unclear'],
	['more for one than there are', 'greedy', { ...points, cap: 11 }, 'points-unclear'],
	['points worth a cost', 'equal-shares', { ...points, utility: 'cost' }, 'rules-unclear'],
	['points that spend the pot', 'greedy', { ...points, withinBudget: true }, 'rules-unclear'],
	['points and a number of projects', 'greedy', { ...points, most: 2 }, 'rules-unclear'],
	['an order without a number of places', 'greedy', { ...money, ballot: 'ranks' }, 'most-unclear'],
	['more places than projects', 'greedy', { ...ranks, most: 4 }, 'most-unclear'],
	['an order worth one', 'equal-shares', { ...ranks, utility: 'cardinality' }, 'rules-unclear'],
	['an order with points', 'equal-shares', { ...ranks, points: 10 }, 'rules-unclear'],
	['ticks with points', 'equal-shares', { ...money, points: 10 }, 'rules-unclear'],
	['a way nobody knows', 'greedy', { ...money, ballot: 'shouts' as 'ticks' }, 'rules-unclear'],
	['points where no money is shared', 'approval', { seats: 1, ballot: 'points', points: 10 }, 'rules-unclear'],
])('cannot be counted: %s', (_how, method, rules, refused) => {
	expect(refuseRules(choosing(method, rules), electors)).toMatchObject({ refused })
})

const asked = [{ voiceId: 'provider', quorum: 1 }]
const consentRules = { secrecy: 'secret', quorum: 0, showsStanding: false, silenceIsConsent: false } as const

test.each<[string, Partial<MotionRules>, size: number, refused: string | null]>([
	['four asked by themselves', { voiceLock: asked }, 4, 'lock-voice-too-small'],
	['five asked by themselves', { voiceLock: asked }, 5, null],
	['a least number of four', { voiceQuorum: asked }, 4, 'voice-quorum-too-small'],
	['a least number of five', { voiceQuorum: asked }, 5, null],
	['one asked by themselves, with names', { secrecy: 'named', voiceLock: asked }, 1, null],
	['a least number of one, with names', { secrecy: 'named', voiceQuorum: asked }, 1, null],
])('in a secret vote no voice is asked by itself that is too small to be shown: %s', (_what, rules, size, refused) => {
	const roll = [
		...Array.from({ length: 9 }, (_, at) => ({ memberId: `c${at}`, voiceId: 'citizen' })),
		...Array.from({ length: size }, (_, at) => ({ memberId: `p${at}`, voiceId: 'provider' })),
	]
	const motion: Decision = { ...someMotion, rules: { ...motionRules, secrecy: 'secret', ...rules } }
	const problem = refused && { refused, which: 'provider' }
	expect(refuseRules(motion, roll)).toEqual(problem)
	if (!rules.voiceLock) return
	const consent = { method: 'consent' as const, options: [], rules: { ...consentRules, ...rules } }
	expect(refuseRules(consent, roll)).toEqual(problem)
})
