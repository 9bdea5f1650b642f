import { z } from 'zod'
import type { Question } from '../../domain/decisions/open.ts'
import { londonInstant, readTime } from '../../http/london-time.ts'
import { idPattern } from '../../http/new-id.ts'
import { type ThresholdName, thresholds } from './decision-words.ts'

const thresholdNames = Object.keys(thresholds) as [ThresholdName, ...ThresholdName[]]
const dayWords = 'Enter the closing day as three numbers, like 14 6 2027'
const timeWords = 'Enter a closing time, like 5pm or 17:00'

const part = z.string().trim().max(4, dayWords).default('')

/** Each answer is checked by itself first, so that all there is to mend is said at once. */
const closingDay = z
	.object({ day: part, month: part, year: part })
	.default({ day: '', month: '', year: '' })
	.transform(({ day, month, year }, { addIssue }) => {
		const isDay = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year)
		if (!isDay) addIssue({ code: 'custom', message: dayWords })
		return { day: Number(day), month: Number(month), year: Number(year) }
	})

const closingTime = z.string({ error: timeWords }).transform((typed, { addIssue }) => {
	const time = readTime(typed.slice(0, 20))
	if (!time) addIssue({ code: 'custom', message: timeWords })
	return time ?? { hour: 0, minute: 0 }
})

/** What a facilitator, chair or clerk answers. Times are London's. */
export const setUpSchema = z
	.object({
		id: z.string({ error: 'Load the page again' }).regex(idPattern, 'Load the page again'),
		kind: z.enum(['show-of-views', 'panel-vote'], { error: 'Choose what you are asking for' }),
		group: z.string({ error: 'Choose the group you are asking' }).regex(idPattern, 'Choose the group you are asking'),
		question: z
			.string({ error: 'Enter the question people will answer' })
			.trim()
			.min(1, 'Enter the question people will answer')
			.max(300, 'Use 300 characters or fewer'),
		secrecy: z.enum(['secret', 'named'], { error: 'Choose whether votes are secret or named' }),
		closes: closingDay,
		time: closingTime,
		threshold: z.enum(thresholdNames, { error: 'Choose what it needs to be carried' }),
		quorum: z
			.string({ error: 'Enter how many must take part, or 0' })
			.trim()
			.regex(/^\d{1,5}$/, 'Enter how many must take part as a whole number, like 6, or 0'),
		standing: z.string().optional(),
		sure: z.string().optional(),
		/** Absent at first; `open` when the answers have been checked; `change` to go back to them. */
		step: z.enum(['open', 'change']).optional(),
	})
	.transform((asked, { addIssue }) => {
		const instant = londonInstant({ ...asked.closes, ...asked.time })
		if ('refused' in instant) {
			addIssue({ code: 'custom', ...closingRefusals[instant.refused] })
			return z.NEVER
		}
		const question: Question = {
			method: 'motion',
			options: [],
			kind: asked.kind,
			question: asked.question,
			closesAt: instant.at,
			rules: {
				secrecy: asked.secrecy,
				quorum: Number(asked.quorum),
				threshold: thresholds[asked.threshold],
				showsStanding: asked.standing === 'yes',
			},
		}
		return { id: asked.id, groupId: asked.group, step: asked.step, sure: asked.sure, twice: instant.twice, ...question }
	})

const closingRefusals = {
	'no-such-day': { path: ['closes'], message: 'There is no such day. Enter a real closing day' },
	skipped: {
		path: ['time'],
		message:
			'That time does not happen: the clocks go forward that night, from 1am to 2am. Choose a time before 1am, or 2am or later',
	},
}
