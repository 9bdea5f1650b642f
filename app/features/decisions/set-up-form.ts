import { z } from 'zod'
import type { Question } from '../../domain/decisions/open.ts'
import { londonInstant, readTime } from '../../http/london-time.ts'
import { idPattern } from '../../http/new-id.ts'
import { type ThresholdName, thresholds } from './decision-words.ts'

const thresholdNames = Object.keys(thresholds) as [ThresholdName, ...ThresholdName[]]
const closingWords = 'Enter the closing day as three numbers, like 14 6 2027'

const part = z.string().trim().max(4, closingWords).default('')

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
		closes: z.object({ day: part, month: part, year: part }).default({ day: '', month: '', year: '' }),
		time: z.string({ error: 'Enter a closing time, like 5pm' }).trim().max(20, 'Enter a closing time, like 5pm'),
		threshold: z.enum(thresholdNames, { error: 'Choose what it needs to be carried' }),
		quorum: z
			.string({ error: 'Enter how many must take part, or 0' })
			.trim()
			.regex(/^\d{1,5}$/, 'Enter how many must take part as a whole number, like 6, or 0'),
		standing: z.string().optional(),
		/** Absent at first; `open` when the answers have been checked; `change` to go back to them. */
		step: z.enum(['open', 'change']).optional(),
	})
	.transform((asked, { addIssue }) => {
		const { closesAt, twice } = closingMoment(asked.closes, asked.time, addIssue)
		const question: Question = {
			kind: asked.kind,
			question: asked.question,
			closesAt,
			rules: {
				secrecy: asked.secrecy,
				quorum: Number(asked.quorum),
				threshold: thresholds[asked.threshold],
				showsStanding: asked.standing === 'yes',
			},
		}
		return { id: asked.id, groupId: asked.group, step: asked.step, twice, ...question }
	})

type AddIssue = (issue: { code: 'custom'; message: string; path: string[] }) => void

function closingMoment(typed: { day: string; month: string; year: string }, typedTime: string, addIssue: AddIssue) {
	const complain = (path: string, message: string) => {
		addIssue({ code: 'custom', message, path: [path] })
		return { closesAt: new Date(Number.NaN), twice: false }
	}
	const { day, month, year } = typed
	if (![day, month].every((number) => /^\d{1,2}$/.test(number)) || !/^\d{4}$/.test(year))
		return complain('closes', closingWords)
	const time = readTime(typedTime)
	if (!time) return complain('time', 'Enter a closing time, like 5pm or 17:00')

	const instant = londonInstant({ day: Number(day), month: Number(month), year: Number(year), ...time })
	if ('at' in instant) return { closesAt: instant.at, twice: instant.twice }
	if (instant.refused === 'no-such-day') return complain('closes', 'There is no such day. Enter a real closing day')
	return complain(
		'time',
		'That time does not happen: the clocks go forward that night, from 1am to 2am. Choose a time before 1am, or 2am or later',
	)
}
