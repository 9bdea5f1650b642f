import { z } from 'zod'
import { templateIds } from '../../domain/documents/templates.ts'
import type { FormState } from '../../http/forms.ts'
import { idPattern } from '../../http/new-id.ts'

export const longestSection = 100_000

const fits = (max: number) => `Use ${max.toLocaleString('en-GB')} characters or fewer`

export const words = (ask: string, max: number) => z.string({ error: ask }).trim().min(1, ask).max(max, fits(max))
export const maybeWords = (max: number) => z.string().trim().max(max, fits(max)).default('')
export const formId = z.string({ error: 'Load the page again' }).regex(idPattern, 'Load the page again')
/** Ticked on the second try, when the form has asked whether a number is really meant. */
export const sure = z.string().optional()

/** Why something is done to a whole document, for everyone who can read it. */
export const reasonSchema = z.object({ reason: words('Enter the reason, so that everyone can read why', 2000), sure })

export const startSchema = z.object({
	id: formId,
	template: z.enum(templateIds as [string, ...string[]], { error: 'Choose what you are writing' }),
	title: words('Enter a title', 200),
	need: words('Enter the need this is about', 2000),
	needSource: words('Enter where and when the need was heard', 500),
	group: z.string().regex(idPattern, 'Choose a group from the list').optional(),
	visibility: z.enum(['public', 'partnership', 'group', 'circle'], { error: 'Choose who can read it' }),
	sure,
})

export const termsSchema = z.object({
	open: maybeWords(2000),
	fixed: maybeWords(2000),
	fixedWhy: maybeWords(2000),
	money: maybeWords(1000),
	whoDecides: maybeWords(1000),
	byWhen: z
		.object({ day: z.string().optional(), month: z.string().optional(), year: z.string().optional() })
		.optional()
		.transform((parts, context) => {
			const { day = '', month = '', year = '' } = parts ?? {}
			if (!day && !month && !year) return null
			const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
			const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
			if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text
			context.addIssue({ code: 'custom', message: 'Enter a real date with a day, a month and a year' })
			return z.NEVER
		}),
	sure,
})

/** Every answer is sent, also the ones left empty: a name that is missing is a form cut short, not an answer taken back. */
export const termsFields = [
	'open',
	'fixed',
	'fixedWhy',
	'money',
	'whoDecides',
	'byWhen.day',
	'byWhen.month',
	'byWhen.year',
] as const

export const cutShort = 'Part of the form did not reach us, so nothing was changed. Check what is below and save again'

/** Zod cannot tell an empty field from one that never came: both are read as nothing. */
export function hasArrived({ values }: FormState, fields: readonly string[]): boolean {
	return fields.every((name) => name in values)
}

export const sectionSchema = z.object({
	text: z.string().max(longestSection, fits(longestSection)).default(''),
	base: z.string().max(64).optional(),
	/** The member it was opened by. */
	writer: z.string().max(64).optional(),
	sure,
})
