import { z } from 'zod'

const part = z.string().trim().max(10).optional()

/** The three boxes of a date as one ISO day, or null when all three were left empty. */
export function optionalDay() {
	return z
		.object({ day: part, month: part, year: part })
		.optional()
		.transform((typed, { addIssue }) => {
			if (!typed || (!typed.day && !typed.month && !typed.year)) return null
			const day = isoDayOf(typed)
			if (!day) addIssue({ code: 'custom', message: 'Enter a real date, like 27 3 2027' })
			return day
		})
}

/** The same, but it must be answered. */
export function requiredDay(missing: string) {
	return optionalDay().transform((day, { addIssue, issues }) => {
		if (!day && issues.length === 0) addIssue({ code: 'custom', message: missing })
		return day ?? ''
	})
}

/** The three boxes as one ISO day, or null when there is no such day. */
export function isoDayOf({
	day = '',
	month = '',
	year = '',
}: {
	day?: string
	month?: string
	year?: string
}): string | null {
	if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^20\d{2}$/.test(year)) return null
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	const date = new Date(`${iso}T00:00:00Z`)
	// 31 June would roll over into July.
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** What was typed, to be shown again. */
export function typedDay(values: Record<string, string | string[]>, name: string) {
	const typed = (box: string) => {
		const value = values[`${name}.${box}`]
		return typeof value === 'string' ? value : ''
	}
	return { day: typed('day'), month: typed('month'), year: typed('year') }
}

/** A day that is known already, in the three boxes. */
export function boxesOf(iso: string | null) {
	const [year = '', month = '', day = ''] = (iso ?? '').split('-')
	return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}
