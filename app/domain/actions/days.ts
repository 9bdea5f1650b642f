/** A calendar day, `2026-11-21`. */
export type Day = string

const dayMs = 86_400_000
const london = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/London',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
})

/** Which day it is in London at this moment. */
export function londonDay(moment: Date): Day {
	return london.format(moment)
}

/** Whole days from one day to another; less than 0 when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}
