import { expect, test } from 'vitest'
import { closesAt, opensAt, someMotion } from '../../../tests/given-question.ts'
import type { Decision } from './decision.ts'
import { comparePapers, enterRefusal, giveBackRefusal, type PaperReading, returnRefusal } from './paper.ts'

const read = (
	number: number,
	enteredBy: string,
	choice: 'for' | 'against' | null,
	change: Partial<PaperReading> = {},
) => ({
	number,
	enteredBy,
	voiceId: 'citizen',
	memberId: null,
	answer: choice && { choice },
	reason: '',
	...change,
})
const returned = (count: number, voiceId = 'citizen') =>
	Array.from({ length: count }, (_, at) => ({ memberId: `${voiceId}-${at}`, voiceId }))

test.each<[string, PaperReading[], ReturnType<typeof returned>, object]>([
	['no papers', [], [], { isComplete: true, agreed: [] }],
	[
		'read alike by two people',
		[read(1, 'amina', 'for'), read(1, 'farah', 'for')],
		returned(1),
		{ isComplete: true, agreed: [{ number: 1, answer: { choice: 'for' } }] },
	],
	[
		'a space more in the reason is no difference',
		[read(1, 'amina', 'for', { reason: 'Weekends  exist ' }), read(1, 'farah', 'for', { reason: 'Weekends exist' })],
		returned(1),
		{ isComplete: true },
	],
	[
		'read differently',
		[read(1, 'amina', 'for'), read(1, 'farah', 'against')],
		returned(1),
		{ isComplete: false, agreed: [], differing: [{ number: 1 }] },
	],
	[
		'one thinks it cannot be read',
		[read(1, 'amina', 'for'), read(1, 'farah', null)],
		returned(1),
		{ isComplete: false, differing: [{ number: 1 }] },
	],
	['both think so: spoilt', [read(1, 'amina', null), read(1, 'farah', null)], returned(1), { isComplete: true }],
	['read once so far', [read(1, 'amina', 'for')], returned(1), { isComplete: false, once: [1] }],
	[
		'one paper fewer than came back',
		[read(1, 'amina', 'for'), read(1, 'farah', 'for')],
		returned(2),
		{ isComplete: false, uneven: [{ voiceId: 'citizen', by: -1 }] },
	],
	[
		'the right number, of the wrong voice',
		[read(1, 'amina', 'for'), read(1, 'farah', 'for')],
		returned(1, 'provider'),
		{
			isComplete: false,
			uneven: [
				{ voiceId: 'citizen', by: 1 },
				{ voiceId: 'provider', by: -1 },
			],
		},
	],
	[
		'one person twice on named papers',
		['amina', 'farah'].flatMap((by) => [
			read(1, by, 'for', { memberId: 'joe' }),
			read(2, by, 'for', { memberId: 'joe' }),
		]),
		returned(2),
		{ isComplete: false, twice: ['joe'] },
	],
])('%s', (_what, readings, came, expected) => {
	expect(comparePapers(readings, came)).toMatchObject(expected)
})

test.each<[string, Partial<Decision>, { cameBy: 'screen' | 'paper' | null } | null, Date, string | null]>([
	['a paper that comes first is taken in', {}, { cameBy: null }, opensAt, null],
	['the same paper marked again', {}, { cameBy: 'paper' }, opensAt, null],
	['a screen that came first', {}, { cameBy: 'screen' }, opensAt, 'voted-on-screen'],
	['somebody not asked', {}, null, opensAt, 'not-on-the-roll'],
	['in the closing millisecond', {}, { cameBy: null }, closesAt, 'voting-over'],
	['a stopped vote', { state: 'stopped' }, { cameBy: null }, opensAt, 'stopped'],
])('%s', (_what, change, elector, now, refused) => {
	expect(returnRefusal({ ...someMotion, ...change } as Decision, elector, { now, readers: 2 })).toBe(refused)
})

test('a paper that two people could not read is not taken in', () => {
	const now = opensAt
	expect(returnRefusal(someMotion, { cameBy: null }, { now, readers: 1 })).toBe('one-reader')
	expect(returnRefusal(someMotion, { cameBy: 'screen' }, { now, readers: 1 })).toBe('voted-on-screen')
})

test.each<[string, Partial<Decision>, PaperReading[], Date, string | null]>([
	['while voting is open', {}, [], opensAt, null],
	['as long as no more are read than are left', {}, [read(1, 'amina', 'for')], opensAt, null],
	['not when all are read', {}, [read(2, 'amina', 'for')], opensAt, 'papers-read'],
	['nor when it is named and read', {}, [read(1, 'amina', 'for', { memberId: 'citizen-1' })], opensAt, 'papers-read'],
	['not at the closing time itself', {}, [], closesAt, 'too-late-to-take-off'],
	['nor while it waits for its count', { state: 'counting' }, [], opensAt, 'too-late-to-take-off'],
	['nor once it is counted', { state: 'closed' }, [], opensAt, 'already-closed'],
	['nor of a vote that was stopped', { state: 'stopped' }, [], opensAt, 'stopped'],
])('a paper is taken off again %s', (_when, change, readings, now, refused) => {
	const decision = { ...someMotion, ...change } as Decision
	expect(giveBackRefusal(decision, 'citizen-1', { returned: returned(2), readings }, now)).toBe(refused)
	if (!refused) expect(giveBackRefusal(decision, 'joe', { returned: returned(2), readings }, now)).toBe('not-returned')
})

const secret = { ...someMotion, rules: { ...someMotion.rules, secrecy: 'secret' as const } }
test.each<[string, Decision, PaperReading, string | null]>([
	['a first reading', secret, read(1, 'amina', 'for'), null],
	['after the close, until the result is made', { ...secret, state: 'counting' }, read(1, 'amina', 'for'), null],
	['once it is counted', { ...secret, state: 'closed' }, read(1, 'amina', 'for'), 'already-closed'],
	['a number above the papers that came back', secret, read(3, 'amina', 'for'), 'no-such-paper'],
	['half a paper', secret, read(0.5, 'amina', 'for'), 'no-such-paper'],
	['a third pair of eyes', secret, read(2, 'amina', 'for'), 'read-by-two'],
	['a voice none of them has', secret, read(1, 'amina', 'for', { voiceId: 'x' }), 'voice-missing'],
	[
		'a named paper of somebody whose paper did not come',
		someMotion,
		read(1, 'amina', 'for', { memberId: 'joe' }),
		'not-returned',
	],
	['a named paper', someMotion, read(1, 'amina', 'for', { memberId: 'citizen-0' }), null],
])('reading %s', (_what, decision, reading, refused) => {
	const others = [read(2, 'farah', 'for'), read(2, 'helen', 'for')]
	expect(enterRefusal(decision, reading, { returned: returned(2), others })).toBe(refused)
})
