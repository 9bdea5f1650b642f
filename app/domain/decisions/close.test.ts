import { expect, test } from 'vitest'
import { closesAt, electors, opensAt, someMotion } from '../../../tests/given-question.ts'
import { beginCounting, close } from './close.ts'
import type { Decision } from './decision.ts'
import { resultOf } from './result.ts'
import { lotSeed, sealOf } from './seal.ts'
import { stop } from './stop.ts'

const counting = { ...someMotion, state: 'counting' as const }
const nothing = resultOf({ decision: someMotion, ballots: [], electors, count: null })

test('voting ends, and then the result is written down, once', () => {
	const beginning = beginCounting(someMotion, closesAt)
	expect(beginning).toMatchObject({ decision: { state: 'counting', result: null } })
	expect(beginCounting(counting, closesAt)).toEqual({ decision: counting })
	expect(close(counting, nothing, closesAt)).toMatchObject({
		decision: { state: 'closed', closedAt: closesAt, result: nothing },
	})
	expect(close({ ...counting, state: 'closed' }, nothing, closesAt)).toEqual({ refused: 'already-closed' })
	expect(close(someMotion, nothing, closesAt)).toEqual({ refused: 'not-counting' })
})

test.each<[string, Partial<Decision>, Date, string]>([
	['a millisecond early', {}, new Date(closesAt.getTime() - 1), 'voting-not-over'],
	['twice', { state: 'closed' }, closesAt, 'already-closed'],
	['after it was stopped', { state: 'stopped' }, closesAt, 'stopped'],
])('is not counted %s', (_when, change, now, refused) => {
	expect(beginCounting({ ...someMotion, ...change } as Decision, now)).toEqual({ refused })
})

test.each<[string, Partial<Decision>, string, Date, string]>([
	['without a reason', {}, '  ', opensAt, 'reason-missing'],
	['once its time is over', {}, 'Wrong figures', closesAt, 'voting-over'],
	['while it is counted', { state: 'counting' }, 'Wrong figures', opensAt, 'voting-over'],
	['once it is counted', { state: 'closed' }, 'Wrong figures', opensAt, 'voting-over'],
	['twice', { state: 'stopped' }, 'Wrong figures', opensAt, 'stopped'],
])('is not stopped %s', (_when, change, reason, now, refused) => {
	expect(stop({ ...someMotion, ...change } as Decision, reason, now)).toEqual({ refused })
})

test('the seal covers everything fixed at opening, and not the order of the roll', () => {
	const fixed = { ...someMotion, versionFingerprint: 'f', electorate: electors }
	const seal = sealOf(fixed)
	expect(sealOf({ ...fixed, electorate: [...electors].reverse() })).toBe(seal)
	const changes = [
		{ question: 'Agree!' },
		{ kind: 'show-of-views' as const },
		{ method: 'consent' as const },
		{ rules: { ...someMotion.rules, quorum: 2 } },
		{ options: [{ id: 'A', name: 'Weekend breaks' }] },
		{ tieOrder: ['A'] },
		{ versionFingerprint: 'e' },
		{ electorate: electors.slice(1) },
		{ electorate: [{ memberId: 'a', voiceId: 'provider' }, ...electors.slice(1)] },
		{ opensAt: closesAt },
		{ closesAt: opensAt },
	]
	for (const change of changes) expect(sealOf({ ...fixed, ...change }), JSON.stringify(change)).not.toBe(seal)
	for (const change of changes.filter((change) => !('tieOrder' in change)))
		expect(lotSeed({ ...fixed, ...change }), JSON.stringify(change)).not.toBe(lotSeed(fixed))
})
