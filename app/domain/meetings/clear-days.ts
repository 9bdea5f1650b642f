import { type Day, daysBetween, londonDay } from '../actions/days.ts'
import { addDays, bankHolidays, isWeekend } from './bank-holidays.ts'

/** How many clear working days an agenda is published before its meeting (Local Government Act 1972, s100B). */
export const enoughClearDays = 5

/**
 * Working days between two days, counting neither of them: no Saturday, Sunday or bank holiday of England. By weeks, so that a
 * meeting in years to come costs no more than the one next week.
 */
export function clearWorkingDays(from: Day, to: Day): number {
	const between = daysBetween(from, to) - 1
	if (between <= 0) return 0
	const weeks = Math.floor(between / 7)
	const rest = Array.from({ length: between % 7 }, (_, index) => addDays(from, weeks * 7 + index + 1))
	return weeks * 5 + rest.filter((day) => !isWeekend(day)).length - holidaysBetween(from, to)
}

/** Bank holidays never fall on a weekend. */
function holidaysBetween(from: Day, to: Day): number {
	const first = Number(from.slice(0, 4))
	const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index)
	return years.flatMap(bankHolidays).filter((day) => from < day && day < to).length
}

export function isWorkingDay(day: Day): boolean {
	return !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4))).includes(day)
}

/** The same between two moments, by the days they fall on in London. */
export function clearDaysUntil(now: Date, startsAt: Date): number {
	return clearWorkingDays(londonDay(now), londonDay(startsAt))
}

/** Whether what is published now has too few clear days. */
export function isShortNotice(now: Date, startsAt: Date): boolean {
	return clearDaysUntil(now, startsAt) < enoughClearDays
}

/** The last day on which publishing leaves enough clear days. */
export function lastDayToPublish(startsAt: Date): Day {
	const meeting = londonDay(startsAt)
	let day = addDays(meeting, -1)
	while (clearWorkingDays(day, meeting) < enoughClearDays) day = addDays(day, -1)
	return day
}
