import { expect, test } from 'vitest'
import { londonInstant, readTime } from './london-time.ts'

const at = (year: number, month: number, day: number, hour: number, minute = 0) =>
	londonInstant({ year, month, day, hour, minute })

test.each<[string, ReturnType<typeof londonInstant>, string, boolean]>([
	['summer time', at(2026, 6, 14, 17), '2026-06-14T16:00:00.000Z', false],
	['winter time', at(2026, 12, 14, 17), '2026-12-14T17:00:00.000Z', false],
	['the last minute before the clocks go forward', at(2026, 3, 29, 0, 59), '2026-03-29T00:59:00.000Z', false],
	['the first after', at(2026, 3, 29, 2), '2026-03-29T01:00:00.000Z', false],
	['an hour that comes twice: the later is meant', at(2026, 10, 25, 1, 30), '2026-10-25T01:30:00.000Z', true],
	['the minute before it comes once', at(2026, 10, 25, 0, 59), '2026-10-24T23:59:00.000Z', false],
	['the hour after it comes once', at(2026, 10, 25, 2), '2026-10-25T02:00:00.000Z', false],
])('%s', (_when, read, moment, twice) => {
	expect(read).toEqual({ at: new Date(moment), twice })
})

test.each([
	['an hour the clocks skip', at(2026, 3, 29, 1, 30), 'skipped'],
	['its first minute', at(2026, 3, 29, 1), 'skipped'],
	['31 June', at(2026, 6, 31, 12), 'no-such-day'],
	['29 February in a common year', at(2027, 2, 29, 12), 'no-such-day'],
	['25 o’clock', at(2026, 6, 14, 25), 'no-such-day'],
])('%s is refused', (_when, read, refused) => {
	expect(read).toEqual({ refused })
})

test.each<[string, { hour: number; minute: number } | null]>([
	['5pm', { hour: 17, minute: 0 }],
	['5:30 PM', { hour: 17, minute: 30 }],
	['12am', { hour: 0, minute: 0 }],
	['12pm', { hour: 12, minute: 0 }],
	['17:00', { hour: 17, minute: 0 }],
	['9.15', { hour: 9, minute: 15 }],
	['midday', { hour: 12, minute: 0 }],
	['midnight', { hour: 0, minute: 0 }],
	['5', null],
	['13pm', null],
	['24:00', null],
	['9:75am', null],
	['tea time', null],
])('%s', (typed, time) => {
	expect(readTime(typed)).toEqual(time)
})
