import type { Day } from '../actions/days.ts'

/**
 * The bank holidays of England in a year, oldest first, by the Banking and Financial Dealings Act 1971 and what is proclaimed each
 * year. Those moved or added by proclamation are in the two tables; one that is proclaimed later has to be added here.
 */
export function bankHolidays(year: number): readonly Day[] {
	const known = byYear.get(year)
	if (known) return known
	const holidays = reckon(year)
	byYear.set(year, holidays)
	return holidays
}

/** They are asked for again for every meeting on a list. */
const byYear = new Map<number, readonly Day[]>()

function reckon(year: number): readonly Day[] {
	const easter = easterSunday(year)
	const named = [
		dayOf(year, 1, 1),
		addDays(easter, -2),
		addDays(easter, 1),
		firstMonday(year, 5),
		lastMonday(year, 5),
		lastMonday(year, 8),
		dayOf(year, 12, 25),
		dayOf(year, 12, 26),
	].map((day) => moved[day] ?? day)
	const weekdays = named.filter((day) => !isWeekend(day))
	const substitutes: Day[] = []
	for (const day of named.filter(isWeekend)) {
		let instead = addDays(day, 1)
		while (isWeekend(instead) || weekdays.includes(instead) || substitutes.includes(instead))
			instead = addDays(instead, 1)
		substitutes.push(instead)
	}
	return [...weekdays, ...substitutes, ...added.filter((day) => day.startsWith(`${year}-`))].sort()
}

/** 75 years after the end of the war in Europe; the Platinum Jubilee. */
const moved: Record<Day, Day> = { '2020-05-04': '2020-05-08', '2022-05-30': '2022-06-02' }

/** The Platinum Jubilee, the funeral of Queen Elizabeth, the coronation of King Charles. */
const added: readonly Day[] = ['2022-06-03', '2022-09-19', '2023-05-08']

export function isWeekend(day: Day): boolean {
	const weekday = new Date(day).getUTCDay()
	return weekday === 0 || weekday === 6
}

export function addDays(day: Day, days: number): Day {
	const date = new Date(day)
	date.setUTCDate(date.getUTCDate() + days)
	return date.toISOString().slice(0, 10)
}

function dayOf(year: number, month: number, day: number): Day {
	return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function firstMonday(year: number, month: number): Day {
	const first = dayOf(year, month, 1)
	return addDays(first, (8 - new Date(first).getUTCDay()) % 7)
}

function lastMonday(year: number, month: number): Day {
	const last = dayOf(year, month + 1, 0)
	return addDays(last, -((new Date(last).getUTCDay() + 6) % 7))
}

/** J.-M. Oudin's arithmetic for the Gregorian calendar (Explanatory Supplement to the Astronomical Almanac, 1992). */
function easterSunday(year: number): Day {
	const golden = year % 19
	const century = Math.floor(year / 100)
	const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
	const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
	const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
	const sunday = moon - weekday
	const month = 3 + Math.floor((sunday + 40) / 44)
	return dayOf(year, month, sunday + 28 - 31 * Math.floor(month / 4))
}
