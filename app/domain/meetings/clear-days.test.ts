import { describe, expect, test } from 'vitest'
import { addDays, bankHolidays } from './bank-holidays.ts'
import { clearDaysUntil, clearWorkingDays, isShortNotice, isWorkingDay, lastDayToPublish } from './clear-days.ts'

/** As published on gov.uk/bank-holidays for England and Wales. */
describe('bank holidays of England', () => {
	test.each([
		[2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
		[2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
		[2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
		[2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
		[2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
		[2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
		[2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
		[2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
		[2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
	])('%i', (year, days) => {
		expect(
			bankHolidays(year)
				.map((day) => day.slice(5))
				.join(' '),
		).toBe(days)
	})
})

test.each([
	['the next day', '2026-11-23', '2026-11-24', 0],
	['the same day', '2026-11-23', '2026-11-23', 0],
	['a meeting that is over', '2026-11-23', '2026-11-20', 0],
	['Monday to Monday: Tuesday to Friday', '2026-11-23', '2026-11-30', 4],
	['Monday to Tuesday of the next week', '2026-11-23', '2026-12-01', 5],
	['Friday to Monday of the week after the next', '2026-11-20', '2026-11-30', 5],
	['published on a Saturday, the first working day counts', '2026-11-21', '2026-11-30', 5],
	['over Christmas, with the substitute for Boxing Day', '2026-12-21', '2027-01-04', 6],
	['over Easter', '2027-03-24', '2027-04-05', 5],
	['over the late May bank holiday', '2027-05-27', '2027-06-04', 4],
])('clear working days, %s', (_what, from, to, days) => {
	expect(clearWorkingDays(from, to)).toBe(days)
})

test('counted by weeks or one by one, there are as many', () => {
	for (let start = 0; start < 400; start += 9) {
		const from = addDays('2026-11-20', start)
		let counted = 0
		for (let days = 1; days < 500; days++) {
			const to = addDays(from, days)
			if (clearWorkingDays(from, to) !== counted) expect.fail(`${from} to ${to}: not ${counted}`)
			if (isWorkingDay(to)) counted++
		}
	}
})

test('the days are those in London: an hour before midnight in UTC is the next day in summer', () => {
	const meeting = new Date('2026-06-30T13:00:00Z')
	expect(clearDaysUntil(new Date('2026-06-22T22:59:00Z'), meeting)).toBe(5)
	expect(clearDaysUntil(new Date('2026-06-22T23:00:00Z'), meeting)).toBe(4)
	expect(isShortNotice(new Date('2026-06-22T22:59:00Z'), meeting)).toBe(false)
	expect(isShortNotice(new Date('2026-06-22T23:00:00Z'), meeting)).toBe(true)
})

test.each([
	['2026-12-01T13:00:00Z', '2026-11-23'],
	['2026-11-30T13:00:00Z', '2026-11-22'],
	['2027-01-04T13:00:00Z', '2026-12-22'],
])('a meeting at %s is published by %s', (startsAt, day) => {
	expect(lastDayToPublish(new Date(startsAt))).toBe(day)
})
