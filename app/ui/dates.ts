/**
 * Dates and times as we write them on screen, always by the clock in London. A `Moment` is a Date, an ISO string with
 * its zone, or a plain day (`2026-06-14`), which is that day wherever it is read.
 */
export type Moment = Date | string

const plainDay = /^\d{4}-\d{2}-\d{2}$/

const london = format('Europe/London')
// A plain day is read as midnight UTC, so it is written by the same clock and cannot slip to the day before.
const unzoned = format('UTC')

/** 21 November 2026 */
export function longDate(moment: Moment) {
	const { day, month, year } = partsOf(moment)
	return `${day} ${month} ${year}`
}

/** 21 November, where the year is plain from what stands around it */
export function shortDay(moment: Moment) {
	const { day, month } = partsOf(moment)
	return `${day} ${month}`
}

/** Saturday 21 November 2026 */
export function fullDay(moment: Moment) {
	return `${partsOf(moment).weekday} ${longDate(moment)}`
}

/** 2:14pm, 5pm, midday, midnight */
export function timeOf(moment: Moment) {
	const { hour, minute } = partsOf(moment)
	if (minute === '00' && hour === '00') return 'midnight'
	if (minute === '00' && hour === '12') return 'midday'
	const onTheDial = Number(hour) % 12 || 12
	return `${onTheDial}${minute === '00' ? '' : `:${minute}`}${Number(hour) < 12 ? 'am' : 'pm'}`
}

/** 5pm on 14 June 2026 */
export function longMoment(moment: Moment) {
	return `${timeOf(moment)} on ${longDate(moment)}`
}

/** 5pm on 14 June */
export function shortMoment(moment: Moment) {
	return `${timeOf(moment)} on ${shortDay(moment)}`
}

/** 2026-11-21: the day in London, for exports and `<time datetime>` */
export function isoDay(moment: Moment) {
	const { day, monthNumber, year } = partsOf(moment)
	return `${year}-${monthNumber}-${day.padStart(2, '0')}`
}

function format(timeZone: string) {
	const words = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	})
	const month = new Intl.DateTimeFormat('en-GB', { timeZone, month: '2-digit' })
	return { words, month }
}

function partsOf(moment: Moment) {
	const date = moment instanceof Date ? moment : new Date(moment)
	const clock = typeof moment === 'string' && plainDay.test(moment) ? unzoned : london
	const parts = Object.fromEntries(clock.words.formatToParts(date).map(({ type, value }) => [type, value]))
	return {
		weekday: parts.weekday!,
		day: parts.day!,
		month: parts.month!,
		monthNumber: clock.month.format(date),
		year: parts.year!,
		hour: parts.hour!,
		minute: parts.minute!,
	}
}
