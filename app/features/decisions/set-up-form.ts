import { z } from 'zod'
import { isBudget } from '../../domain/decisions/askable.ts'
import type { CommonRules, Method } from '../../domain/decisions/decision.ts'
import type { Question } from '../../domain/decisions/open.ts'
import { isVisible, plainText } from '../../domain/decisions/plain-text.ts'
import type { Group } from '../../domain/people/group.ts'
import type { FormState } from '../../http/forms.ts'
import { londonInstant, readTime } from '../../http/london-time.ts'
import { idPattern } from '../../http/new-id.ts'
import { type QuorumShareName, quorumShares } from './motion-words.ts'
import { optionsSchema } from './option-fields.ts'
import { choosingFields, consentFields, motionFields, said } from './rule-fields.ts'
import { isWant, startFields, wantNames, wants } from './wants.ts'

const dayWords = 'Enter the closing day as three numbers, like 14 6 2027'
const timeWords = 'Enter a closing time, like 5pm or 17:00'

/** The first page: what, of which kind, and of whom. */
export const startSchema = z.object({
	want: z.enum(wantNames, { error: 'Choose what you want to know' }),
	kind: z.enum(['show-of-views', 'panel-vote'], { error: 'Choose what you are asking for' }),
	group: z.string({ error: 'Choose the group you are asking' }).regex(idPattern, 'Choose the group you are asking'),
})

const commonFields = z.object({
	id: z.string({ error: 'Load the page again' }).regex(idPattern, 'Load the page again'),
	question: z
		.string({ error: 'Enter the question people will answer' })
		.transform(plainText)
		.refine(isVisible, 'Enter the question people will answer')
		.pipe(z.string().max(300, 'Use 300 characters or fewer')),
	secrecy: z.enum(['secret', 'named'], { error: 'Choose whether votes are secret or named' }),
	standing: z.string().optional(),
	sure: z.string().optional(),
	/** A short or a nightly vote is meant. */
	closesSure: z.string().optional(),
	/** Of the list that was checked. */
	roll: z.string().optional(),
	/** Absent at first; `open` when the answers have been checked. */
	step: z.string().optional(),
})

const shareNames = Object.keys(quorumShares) as [QuorumShareName, ...QuorumShareName[]]

/** How many must take part: a number, or a share of those who may vote. */
const quorumFields = z
	.object({
		quorumAs: z.enum(['none', 'number', ...shareNames], { error: 'Choose how many must take part' }).default('number'),
		quorum: z.string().trim().default(''),
	})
	.transform(({ quorumAs, quorum }, { addIssue }): Pick<CommonRules, 'quorum' | 'quorumShare'> => {
		const mend = (message: string) => addIssue({ code: 'custom', path: ['quorum'], message })
		if (quorumAs === 'number') {
			if (!/^\d{1,5}$/.test(quorum)) mend('Enter how many must take part as a whole number, like 6, or 0')
			return { quorum: Number(quorum) }
		}
		if (quorum !== '')
			mend('You entered a number and chose something else. Empty this box, or choose “A number” above it')
		return quorumAs === 'none' ? { quorum: 0 } : { quorum: 0, quorumShare: quorumShares[quorumAs] }
	})

const part = z.string().trim().max(4, dayWords).default('')

/** Each answer is checked by itself first, so that all there is to mend is said at once. */
const closingFields = z
	.object({
		closes: z
			.object({ day: part, month: part, year: part })
			.default({ day: '', month: '', year: '' })
			.transform(({ day, month, year }, { addIssue }) => {
				const isDay = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year)
				if (!isDay) addIssue({ code: 'custom', message: dayWords })
				return { day: Number(day), month: Number(month), year: Number(year) }
			}),
		time: z.string({ error: timeWords }).transform((typed, { addIssue }) => {
			const time = readTime(typed.slice(0, 20))
			if (!time) addIssue({ code: 'custom', message: timeWords })
			return time ?? { hour: 0, minute: 0 }
		}),
	})
	.transform(({ closes, time }, { addIssue }) => {
		const instant = londonInstant({ ...closes, ...time })
		if ('at' in instant) return { ...instant, clock: time }
		addIssue({ code: 'custom', ...closingRefusals[instant.refused] })
		return z.NEVER
	})

const closingRefusals = {
	'no-such-day': { path: ['closes'], message: 'There is no such day. Enter a real closing day' },
	skipped: {
		path: ['time'],
		message:
			'That time does not happen: the clocks go forward that night, from 1am to 2am. Choose a time before 1am, or 2am or later',
	},
}

/** No form of ours sends this: a field twice, or one that we do not have. */
const unreadable = 'This came in a way we cannot read. Look it over, and enter it once more if it is not right'

type Read = <Schema extends z.ZodType>(schema: Schema) => z.output<Schema> | undefined

/**
 * What a facilitator, chair or clerk answers. Times are London's, money is in pounds. Which answers are read follows from
 * what they want to know; every part is read whatever is wrong with the others.
 */
export const setUpSchema = z.looseObject({}).transform((typed, { addIssue }) => {
	const read: Read = (schema) => {
		const reading = schema.safeParse(typed)
		for (const { path, code, message } of reading.error?.issues ?? [])
			addIssue({
				code: 'custom',
				path,
				message: /^Invalid /.test(message) || code === 'invalid_key' ? unreadable : message,
			})
		return reading.data
	}
	const start = read(startSchema)
	const common = read(commonFields)
	const quorum = read(quorumFields)
	const closing = read(closingFields)
	const asked = readAsked(isWant(typed.want) ? wants[typed.want].method : 'motion', read)
	if (!start || !common || !quorum || !closing || !asked) return z.NEVER

	const { id, question, step, sure, roll } = common
	const rules: CommonRules = {
		secrecy: common.secrecy,
		...quorum,
		showsStanding: asked.method === 'motion' && common.standing === 'yes',
	}
	const put = {
		method: asked.method,
		kind: start.kind,
		question,
		closesAt: closing.at,
		options: asked.options,
		shortlist: asked.shortlist,
		rules: { ...rules, ...asked.rules },
	} as Question
	return {
		id,
		want: start.want,
		groupId: start.group,
		step,
		sure,
		roll,
		twice: closing.twice,
		clock: closing.clock,
		closesSure: common.closesSure === 'yes',
		rows: asked.rows,
		...put,
	}
})

/** Options and rules of one method; undefined when something in them must be mended. */
function readAsked(method: Method, read: Read) {
	if (method === 'motion' || method === 'consent') {
		const rules = method === 'motion' ? read(motionFields) : read(consentFields)
		return rules && { method, rules, options: [], rows: [], shortlist: null }
	}
	const priced = isBudget(method)
	const options = read(optionsSchema({ priced, fewest: priced ? 1 : 2 }))
	const rules = read<z.ZodType<object>>(choosingFields[method])
	return options && rules && { method, rules: said(rules), ...options }
}

export interface Start {
	/** What was chosen, with what is to be mended of it. */
	form: FormState
	complete: boolean
}

/** The first page's answers, from its address or from a posted form. An address that asks nothing yet has nothing to mend. */
export function readStart(from: URLSearchParams | FormState['values'], groups: readonly { group: Group }[]): Start {
	const values = from instanceof URLSearchParams ? Object.fromEntries(from) : from
	const { error, data } = startSchema.safeParse(values)
	if (data && groups.some(({ group }) => group.id === data.group))
		return { complete: true, form: { errors: {}, values } }
	const errors: FormState['errors'] = {}
	for (const { path, message } of error?.issues ?? []) errors[String(path[0])] ??= [message]
	if (data) errors.group = ['Choose the group you are asking']
	const isFirstLook = from instanceof URLSearchParams && !from.has('step')
	return { complete: false, form: { errors: isFirstLook ? {} : errors, values } }
}

/** The fields of both pages as they stand on them; which of them there are follows from what is asked. */
export const setUpOrder = [
	...startFields,
	...['question', 'options'],
	...['budget', 'byVoice', 'highest', 'missing', 'points', 'cap', 'support', 'seats', 'most'],
	...['completion', 'utility', 'comparison', 'bar', 'silence'],
	...['threshold', 'of', 'casting', 'voiceQuorum', 'lock', 'lockQuorum'],
	...['secrecy', 'closes', 'time', 'quorumAs', 'quorum', 'standing'],
] as const

/** Everything in people's own words, by field. */
export function typedTexts({
	question,
	options,
	rows,
	shortlist,
}: z.output<typeof setUpSchema>): Record<string, string> {
	const texts: Record<string, string> = { question }
	for (const [index, { name, about = '' }] of options.entries()) {
		texts[`options.${rows[index]}.name`] = name
		texts[`options.${rows[index]}.about`] = about
	}
	if (shortlist) {
		texts.shortlistRule = [shortlist.rule, ...shortlist.leftOut.flatMap(({ name, reason }) => [name, reason])].join(
			'\n',
		)
	}
	return texts
}
