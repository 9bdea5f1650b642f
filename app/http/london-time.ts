import { DateTime } from 'luxon'

const zone = 'Europe/London'

export interface LocalTime {
	day: number
	month: number
	year: number
	hour: number
	minute: number
}

/** `skipped`: the clocks go forward over it, so it never comes. `no-such-day`: 31 June, or an hour past 23. */
export type Instant = { at: Date; twice: boolean } | { refused: 'no-such-day' | 'skipped' }

/**
 * The moment a London clock shows this time. On the night the clocks go back an hour comes twice: the later one is meant
 * (`twice`), so that nobody who trusts their own clock is too late.
 */
export function londonInstant(local: LocalTime): Instant {
	const read = DateTime.fromObject({ ...local, second: 0 }, { zone })
	if (!read.isValid) return { refused: 'no-such-day' }
	// Luxon pushes a time that never comes an hour on.
	if (read.hour !== local.hour || read.minute !== local.minute) return { refused: 'skipped' }
	const [first, second] = read.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis())
	return { at: (second ?? first!).toJSDate(), twice: second !== undefined }
}

/** `5pm`, `5:30 pm`, `17:00`, `midday`, `midnight` (the first minute of the day); null when it cannot be a time. */
export function readTime(typed: string): { hour: number; minute: number } | null {
	const said = typed.trim().toLowerCase().replaceAll(/\s+/g, '')
	if (said === 'midday' || said === 'noon') return { hour: 12, minute: 0 }
	if (said === 'midnight') return { hour: 0, minute: 0 }
	const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(said) ?? []
	if (hours === undefined || (!half && !/[:.]/.test(said))) return null
	const [hour, minute] = [Number(hours), Number(minutes)]
	if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null
	if (half === 'pm') return { hour: (hour % 12) + 12, minute }
	return { hour: half === 'am' ? hour % 12 : hour, minute }
}
