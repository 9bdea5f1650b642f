import { describe, expect, test } from 'vitest'
import { fullDay, isoDay, longDate, longMoment, shortDay, shortMoment, timeOf } from './dates.ts'

describe('a day', () => {
	test.each([
		['a plain day stays that day', '2026-11-21', '21 November 2026', '2026-11-21'],
		['a plain day in summer time too', '2026-06-01', '1 June 2026', '2026-06-01'],
		['late evening UTC in summer is already tomorrow in London', '2026-06-13T23:30:00Z', '14 June 2026', '2026-06-14'],
		['the same hour in winter is still today', '2026-12-13T23:30:00Z', '13 December 2026', '2026-12-13'],
		['another zone is brought home', '2026-01-01T01:00:00+02:00', '31 December 2025', '2025-12-31'],
	])('%s', (_rule, moment, written, iso) => {
		expect(longDate(moment)).toBe(written)
		expect(isoDay(moment)).toBe(iso)
		expect(longDate(new Date(moment))).toBe(written)
	})

	test('has a short and a full form', () => {
		expect(shortDay('2026-06-04')).toBe('4 June')
		expect(fullDay('2026-06-04')).toBe('Thursday 4 June 2026')
	})
})

describe('a time', () => {
	test.each([
		['minutes are said when there are some', '2026-11-21T14:14:00Z', '2:14pm'],
		['and left out when there are none', '2026-06-14T16:00:00Z', '5pm'],
		['a leading nought in the minutes', '2026-11-21T09:05:00Z', '9:05am'],
		['midday', '2026-11-21T12:00:00Z', 'midday'],
		['midnight', '2026-11-21T00:00:00Z', 'midnight'],
		['just after midnight', '2026-11-21T00:05:00Z', '12:05am'],
		['just after midday', '2026-11-21T12:30:00Z', '12:30pm'],
		['spring, a minute before the clocks go forward', '2026-03-29T00:59:00Z', '12:59am'],
		['spring, a minute later it is two', '2026-03-29T01:00:00Z', '2am'],
		['autumn, a minute before the clocks go back', '2026-10-25T00:59:00Z', '1:59am'],
		['autumn, a minute later it is one again', '2026-10-25T01:00:00Z', '1am'],
	])('%s', (_rule, moment, written) => {
		expect(timeOf(moment)).toBe(written)
		expect(timeOf(new Date(moment))).toBe(written)
	})
})

test('a moment is a time on a day', () => {
	expect(longMoment('2026-06-14T16:00:00Z')).toBe('5pm on 14 June 2026')
	expect(shortMoment(new Date('2026-06-04T23:00:00Z'))).toBe('midnight on 5 June')
})

test('what is no date is a bug, not a page that says "Invalid Date"', () => {
	expect(() => longDate('soon')).toThrow(RangeError)
})
