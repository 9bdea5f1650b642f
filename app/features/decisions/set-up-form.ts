import { z } from 'zod'
import { isBudget } from '../../domain/decisions/askable.ts'
import type { ChoosingMethod, CommonRules, Method } from '../../domain/decisions/decision.ts'
import type { Question } from '../../domain/decisions/open.ts'
import { isVisible, plainText } from '../../domain/decisions/plain-text.ts'
import type { Group } from '../../domain/people/group.ts'
import type { FormState } from '../../http/forms.ts'
import { londonInstant, readTime } from '../../http/london-time.ts'
import { idPattern } from '../../http/new-id.ts'
import { type QuorumShareName, quorumShares } from './motion-words.ts'
import { readRows, rowsSchema } from './option-fields.ts'
import { choosingFields, consentFields, motionFields, readable, readableOfVoices, said } from './rule-fields.ts'
import { isWant, startFields, wantNames, wants } from './wants.ts'

const dayWords = 'Enter the closing day as three numbers, like 14 6 2027'
const noSuchDay = 'There is no such day. Enter a real closing day'
const timeWords = 'Enter a closing time, like 5pm or 17:00'
const skippedTime =
	'That time does not happen: the clocks go forward that night, from 1am to 2am. Choose a time before 1am, or 2am or later'

/** The first page: what, of which kind, and of whom. */
export const startSchema = z.object({
	want: z.enum(wantNames, { error: 'Choose what you want to know' }),
	kind: z.enum(['show-of-views', 'panel-vote'], { error: 'Choose what you are asking for' }),
	group: z.string({ error: 'Choose the group you are asking' }).regex(idPattern, 'Choose the group you are asking'),
})

const questionFields = z.object({
	id: z.string({ error: 'Load the page again' }).regex(idPattern, 'Load the page again'),
	question: z
		.string({ error: 'Enter the question people will answer' })
		.transform(plainText)
		.refine(isVisible, 'Enter the question people will answer')
		.pipe(z.string().max(300, 'Use 300 characters or fewer')),
})

const commonFields = z.object({
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
				const read = { day: Number(day), month: Number(month), year: Number(year) }
				if (!isDay) addIssue({ code: 'custom', message: dayWords })
				// By noon, which no clock change skips.
				else if ('refused' in londonInstant({ ...read, hour: 12, minute: 0 }))
					addIssue({ code: 'custom', message: noSuchDay })
				return read
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
		addIssue({ code: 'custom', path: ['time'], message: skippedTime })
		return z.NEVER
	})

/** No form of ours sends this: a field twice, or one that we do not have. */
const unreadable = 'This came in a way we cannot read. Look it over, and enter it once more if it is not right'

type Read = <Schema extends z.ZodType>(schema: Schema) => z.output<Schema> | undefined

/** What could be read of answers some of which must be mended, as the question it would be. */
export interface ReadSoFar {
	groupId: string
	question: Question
	/** The row each option stands in. */
	rows: number[]
}

/** What is to be mended, and the field it is said at; several are said at none. */
export interface FieldProblem {
	field: string | undefined
	message: string
}

/**
 * What a facilitator, chair or clerk answers. Times are London's, money is in pounds. Which answers are read follows from
 * what they want to know; every part is read whatever is wrong with the others. What only shows when answers are held
 * against each other is for `check` to find, in what could be read, so that all there is to mend is said at once.
 */
export const setUpSchemaWith = (check: (soFar: ReadSoFar) => FieldProblem[]) =>
	z.looseObject({}).transform((typed, { addIssue }) => {
		const mended = new Set<string>()
		const mend = (path: PropertyKey[], message: string) => {
			mended.add(path.join('.'))
			addIssue({ code: 'custom', path, message })
		}
		const read: Read = (schema) => {
			const reading = schema.safeParse(typed)
			for (const { path, code, message } of reading.error?.issues ?? [])
				mend(path, /^Invalid /.test(message) || code === 'invalid_key' ? unreadable : message)
			return reading.data
		}
		const method = isWant(typed.want) ? wants[typed.want].method : 'motion'
		const start = read(startSchema)
		const put = read(questionFields)
		const common = read(commonFields)
		const quorum = read(quorumFields)
		const closing = read(closingFields)
		const options = readOptions(method, read, mend)
		const own = readOwnRules(method, read, options?.options.length)

		const rules: CommonRules = {
			secrecy: common?.secrecy ?? 'named',
			...(quorum ?? { quorum: 0 }),
			showsStanding: method === 'motion' && common?.standing === 'yes',
		}
		const question = (rest: object, closesAt: Date) =>
			({
				method,
				kind: start?.kind,
				question: put?.question ?? 'Not read',
				closesAt,
				options: options?.options ?? [],
				shortlist: options?.shortlist ?? null,
				rules: { ...rules, ...rest },
			}) as Question
		if (!start || !put || !common || !quorum || !closing || !options || !own || mended.size > 0) {
			if (!start || !options) return z.NEVER
			const soFar = question(own ?? ownSoFar(method, typed, options.options.length), closing?.at ?? someDay())
			const already = new Set(mended)
			const said = new Map(
				check({ groupId: start.group, question: soFar, rows: options.rows }).map((one) => [
					one.field + one.message,
					one,
				]),
			)
			for (const { field, message } of said.values())
				if (!field || !already.has(field)) mend(field ? field.split('.') : [], message)
			return z.NEVER
		}
		const { step, sure, roll } = common
		return {
			id: put.id,
			want: start.want,
			groupId: start.group,
			step,
			sure,
			roll,
			twice: closing.twice,
			clock: closing.clock,
			closesSure: common.closesSure === 'yes',
			rows: options.rows,
			...question(own, closing.at),
		}
	})

/** The same without a look at what only shows together. */
export const setUpSchema = setUpSchemaWith(() => [])

function choosesAmong(method: Method): method is ChoosingMethod {
	return method !== 'motion' && method !== 'consent'
}

function readOptions(method: Method, read: Read, mend: (path: string[], message: string) => void) {
	if (!choosesAmong(method)) return { options: [], rows: [], shortlist: null }
	const typed = read(rowsSchema)
	if (!typed) return undefined
	const priced = isBudget(method)
	const { read: options, problems } = readRows(typed, { priced, fewest: priced ? 1 : 2 })
	for (const { path, message } of problems) mend(path, message)
	return options
}

function readOwnRules(method: Method, read: Read, options?: number): object | undefined {
	if (method === 'motion') return read(motionFields)
	if (method === 'consent') return read(consentFields)
	const rules = read<z.ZodType<object>>(choosingFields[method])
	return rules && said(rules, options)
}

function ownSoFar(method: Method, typed: Record<string, unknown>, options: number): object {
	if (choosesAmong(method)) return said(readable(method, typed), options)
	return { ...readableOfVoices(typed), ...(method === 'motion' && { threshold: 'majority' }) }
}

/** For a closing time that could not be read: one that nothing stands against. */
function someDay(): Date {
	return new Date(Date.now() + 24 * 60 * 60_000)
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
	...['question', 'options', 'shortlistRule'],
	...['budget', 'ballot', 'highest', 'missing', 'points', 'cap', 'places', 'withinBudget', 'byVoice'],
	...['support', 'seats', 'most'],
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
