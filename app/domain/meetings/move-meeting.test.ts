import { expect, test } from 'vitest'
import { judgeMovingMeeting } from './move-meeting.ts'

/** A Tuesday. */
const startsAt = new Date('2026-12-01T14:00:00Z')
const now = new Date('2026-11-23T09:00:00Z')
const meeting = { startsAt, place: 'Library', publishedAt: now, calledOffAt: null, approvedAt: null }
const draft = { ...meeting, publishedAt: null }
const aWeekOn = { startsAt: new Date('2026-12-08T14:00:00Z'), place: 'Library', reason: 'Snow', chairReason: null }

test.each([
	['to another day, with the reason', meeting, aWeekOn, 'ok'],
	['without a reason', meeting, { ...aWeekOn, reason: null }, 'move-reason-missing'],
	['a draft, without a reason', draft, { ...aWeekOn, reason: null }, 'ok'],
	['a draft, with short notice', draft, { ...aWeekOn, startsAt: new Date('2026-11-24T14:00:00Z') }, 'ok'],
	[
		'with fewer than five clear working days left',
		meeting,
		{ ...aWeekOn, startsAt: new Date('2026-11-30T14:00:00Z') },
		'move-short-notice',
	],
	[
		'with fewer, and the chair’s reason',
		meeting,
		{ ...aWeekOn, startsAt: new Date('2026-11-30T14:00:00Z'), chairReason: 'The NHS asks' },
		'ok',
	],
	['to another place alone, in time', meeting, { ...aWeekOn, startsAt, place: 'Town Hall' }, 'ok'],
	[
		'to another place alone, the day before',
		{ ...meeting, startsAt: new Date('2026-11-24T14:00:00Z') },
		{ ...aWeekOn, startsAt: new Date('2026-11-24T14:00:00Z'), place: 'Town Hall' },
		'move-short-notice',
	],
	['nowhere', meeting, { ...aWeekOn, startsAt }, 'nothing-moved'],
	['into the past', meeting, { ...aWeekOn, startsAt: now }, 'in-the-past'],
	['four years on', meeting, { ...aWeekOn, startsAt: new Date('2030-12-01T14:00:00Z') }, 'too-far-ahead'],
	['once it has begun', { ...meeting, startsAt: now }, aWeekOn, 'begun'],
	['a draft whose hour has come', { ...draft, startsAt: now }, aWeekOn, 'ok'],
	['once it was called off', { ...meeting, calledOffAt: now }, aWeekOn, 'called-off'],
	['once its minutes are approved', { ...meeting, approvedAt: now }, aWeekOn, 'approved'],
] as const)('%s', (_how, of, asked, said) => {
	expect(judgeMovingMeeting(of, [{ decisionId: null }], asked, now)).toBe(said)
})

test('a meeting with a decision in it took place where it was', () => {
	expect(judgeMovingMeeting(meeting, [{ decisionId: 'd1' }], aWeekOn, now)).toBe('decided-at')
})
