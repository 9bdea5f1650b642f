import { type AnswerProblem, answerProblems, type BallotForm, ballotForm } from '../../domain/decisions/answer.ts'
import {
	type Answer,
	type ConsentChoice,
	choices,
	consentChoices,
	type Option,
} from '../../domain/decisions/decision.ts'
import { move, ranksFrom } from '../../domain/decisions/ranking.ts'
import { withdrawnProblems } from '../../domain/decisions/withdrawn.ts'
import { type FormState, inPageOrder } from '../../http/forms.ts'
import { idPattern } from '../../http/new-id.ts'
import { type BallotAsked, doing, longestReason, markField, moves } from './ballot-fields.ts'
import { problemWords } from './ballot-problem-words.ts'
import { castRefusals } from './refusals.ts'
import { blankLabel, type Whose, yours } from './whose-words.ts'

const longestNumber = 12

/** By name, everything that was posted under it. */
type Fields = Map<string, string[]>

/** What somebody sent with a ballot. Only `cast` may be stored: its answer is one that `checkAnswer` passes. */
export type ReadBallot =
	| {
			step: 'cast'
			vote: { id: string; answer: Answer; reason: string; helpedBy: string | null }
			/** Numbers of an order that nobody typed, and that were closed up. */
			gaps: number[]
			sure: string | undefined
			form: FormState
	  }
	/** Something must be put right first. */
	| { step: 'mend'; form: FormState }
	/** A button that sends nothing in: work out, or move one option. */
	| { step: 'look'; form: FormState }

/** Reads a posted ballot, whatever came: nothing typed is lost, and nothing unknown is taken. */
export function readBallot(
	asked: BallotAsked,
	posted: Iterable<readonly [string, unknown]>,
	of: Whose = yours,
): ReadBallot {
	const { fields, isOurs } = readFields(asked, posted)
	const form: FormState = { values: valuesOf(fields), errors: {} }
	if (!isOurs) return { step: 'mend', form: { ...form, errors: { '': [castRefusals['wrong-form']] } } }
	const one = (name: string) => fields.get(name)?.[0] ?? ''
	const reason = one('reason').trim()
	const { answer, gaps = [], isEmpty, errors } = readers[ballotForm(asked)](asked, fields)

	const found = answer ? [...withdrawnProblems(asked, answer), ...answerProblems(asked, answer, reason)] : []
	const wrong: Record<string, string[]> = { ...errors, ...saidOf(asked, found, { before: errors, of }) }
	const mend = (all: FormState['errors']) => inPageOrder({ ...form, errors: all }, fieldOrder(asked))
	const asks = one('do')
	if (asks)
		return look(asked, {
			form,
			fields,
			asks,
			wrong,
			mend,
			mayBeMoved: Object.keys(errors).length === 0 && areLevel(found),
		})

	const id = one('id')
	const help = one('help')
	const all = {
		...wrong,
		...blankError(asked, { isBlank: one('blank') === 'yes', isEmpty, of }),
		...(reason.length > longestReason && { reason: [tooLong] }),
		...(!idPattern.test(id) && { '': ['Load the page again and vote once more'] }),
	}
	if (!answer || Object.keys(all).length > 0) return { step: 'mend', form: mend(all) }
	return {
		step: 'cast',
		vote: { id, answer, reason, helpedBy: help && help !== 'none' ? help : null },
		gaps,
		sure: one('sure') || undefined,
		form,
	}
}

/** The words of a ballot, by field. */
export function wordsIn({ answer, reason }: { answer: Answer; reason: string }) {
	return { reason, change: 'consent' in answer ? answer.proposedChange : undefined }
}

const tooLong = 'Use 1,000 characters or fewer'
const everyForm = ['id', 'reason', 'sure', 'do', 'help']

function namesIn(asked: BallotAsked): string[] {
	const { options } = asked
	const form = ballotForm(asked)
	if (form === 'motion') return [...everyForm, 'choice']
	if (form === 'consent') return [...everyForm, 'consent', 'change']
	if (form === 'ticks') return [...everyForm, 'blank', 'tick']
	return [...everyForm, 'blank', ...options.map(({ id }) => markField(id))]
}

/** As the fields stand on the ballot: what is chosen, then the rest. */
function fieldOrder({ options }: BallotAsked): string[] {
	return [
		'choice',
		'consent',
		'tick',
		'points',
		'order',
		...options.map(({ id }) => markField(id)),
		'blank',
		'reason',
		'change',
	]
}

/**
 * Every field at most once, ticks aside; of fields this ballot does not have, none. What came under its own names is kept
 * even of a form that is not this ballot's, so that nobody has to type it again.
 */
function readFields(asked: BallotAsked, posted: Iterable<readonly [string, unknown]>) {
	const names = new Set(namesIn(asked))
	const most = names.size + asked.options.length
	const fields: Fields = new Map()
	let isOurs = true
	let read = 0
	for (const [name, value] of posted) {
		if (++read > most) return { fields, isOurs: false }
		const before = fields.get(name)
		if (typeof value !== 'string' || !names.has(name) || (before && name !== 'tick')) isOurs = false
		else fields.set(name, [...(before ?? []), value])
	}
	return { fields, isOurs }
}

function valuesOf(fields: Fields): FormState['values'] {
	const shown = [...fields].filter(([name]) => name !== 'do' && name !== 'sure')
	return Object.fromEntries(shown.map(([name, values]) => [name, name === 'tick' ? values : values[0]!]))
}

interface Filled {
	/** As far as it can be told what was meant; null where nothing can. */
	answer: Answer | null
	gaps?: number[]
	/** Nothing is chosen: on purpose, or by mistake. */
	isEmpty: boolean
	errors: Record<string, string[]>
}

type Reader = (asked: BallotAsked, fields: Fields) => Filled

const readers: Record<BallotForm, Reader> = {
	motion: (_asked, fields) => {
		const choice = oneOf(choices, fields.get('choice')?.[0])
		const errors: Filled['errors'] = choice ? {} : { choice: ['Choose for, against or abstain'] }
		return { answer: choice ? { choice } : null, isEmpty: false, errors }
	},
	consent: (_asked, fields) => {
		const consent = oneOf(consentChoices, fields.get('consent')?.[0])
		const change = fields.get('change')?.[0]?.trim() ?? ''
		const errors: Filled['errors'] = {
			...(!consent && { consent: ['Choose whether you agree, can live with it, or object'] }),
			...changeError(consent, change),
		}
		const answer = consent ? { consent, ...(consent === 'object' && { proposedChange: change }) } : null
		return { answer, isEmpty: false, errors }
	},
	ticks: ({ options }, fields) => {
		const ticked = fields.get('tick') ?? []
		const unknown = ticked.some((id) => !options.some((option) => option.id === id))
		if (unknown || new Set(ticked).size < ticked.length) return garbled
		return {
			answer: { marks: Object.fromEntries(ticked.map((id) => [id, 1])) },
			isEmpty: ticked.length === 0,
			errors: {},
		}
	},
	scores: ({ options }, fields) => {
		const numbers = readNumbers(options, fields)
		return { answer: { marks: Object.fromEntries(numbers) }, isEmpty: numbers.length === 0, errors: {} }
	},
	points: ({ options }, fields) => {
		const numbers = readNumbers(options, fields)
		const isEmpty = numbers.every(([, points]) => points === 0)
		return { answer: { marks: Object.fromEntries(numbers) }, isEmpty, errors: {} }
	},
	ranks: ({ options }, fields) => {
		const numbers = readNumbers(options, fields)
		const last = options.length
		const isPlace = ([, place]: [string, number]) => Number.isSafeInteger(place) && place >= 1 && place <= last
		const ask = `enter a whole number from 1 to ${last}, or leave it empty`
		const bad = numbers.filter((number) => !isPlace(number))
		const { ranks, gaps } = ranksFrom(numbers.filter(isPlace))
		return {
			answer: { ranks },
			gaps,
			isEmpty: numbers.length === 0,
			errors: Object.fromEntries(bad.map(([id]) => [markField(id), [`${nameOf(options, id)}: ${ask}`]])),
		}
	},
}

const garbled: Filled = { answer: null, isEmpty: false, errors: { '': [castRefusals['wrong-form']] } }

function changeError(consent: ConsentChoice | null, change: string): Filled['errors'] {
	if (change.length > longestReason) return { change: [tooLong] }
	if (!consent || consent === 'object' || change === '') return {}
	return { change: ['This goes with an objection. Choose “I object”, or move these words to your reason'] }
}

/** What is typed into the number fields, empty ones left out; NaN where it is no number we know. */
function readNumbers(options: readonly Option[], fields: Fields): [string, number][] {
	return options.flatMap(({ id }) => {
		const typed = fields.get(markField(id))?.[0]?.trim() ?? ''
		return typed === '' ? [] : [[id, readNumber(typed)]]
	})
}

/** `-0` is 0. */
function readNumber(typed: string): number {
	return typed.length <= longestNumber && /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) + 0 : Number.NaN
}

function oneOf<T extends string>(all: readonly T[], typed: string | undefined): T | null {
	return all.find((one) => one === typed) ?? null
}

function saidOf(
	asked: BallotAsked,
	problems: AnswerProblem[],
	{ before, of }: { before: Filled['errors']; of: Whose },
): Filled['errors'] {
	const errors: Filled['errors'] = {}
	for (const problem of problems) {
		const { field, words } = problemWords(asked, problem, of)
		if (!before[field]) errors[field] = [...(errors[field] ?? []), words]
	}
	return errors
}

/** An empty ballot may be cast on purpose, never by mistake. */
function blankError(
	asked: BallotAsked,
	{ isBlank, isEmpty, of }: { isBlank: boolean; isEmpty: boolean; of: Whose },
): Filled['errors'] {
	const form = ballotForm(asked)
	if (form === 'motion' || form === 'consent' || isBlank === isEmpty) return {}
	if (isBlank) return { blank: ['You filled something in and also chose to leave it blank. Undo one of the two'] }
	const field = form === 'ticks' ? 'tick' : 'blank'
	return { [field]: [`You have chosen nothing. Choose something, or tick “${blankLabel(of)}”`] }
}

interface Looking {
	form: FormState
	fields: Fields
	asks: string
	wrong: Filled['errors']
	mend(errors: FormState['errors']): FormState
	mayBeMoved: boolean
}

/** Two at one place are no hindrance to moving one of them: that is how they are put apart. Nor is an order that is too long. */
function areLevel(found: AnswerProblem[]): boolean {
	return found.length > 0 && found.every(({ refused }) => refused === 'level' || refused === 'too-many')
}

/** One of the small buttons: what cannot be read is said; what is only missing may wait until the ballot is cast. */
function look(asked: BallotAsked, { form, fields, asks, wrong, mend, mayBeMoved }: Looking): ReadBallot {
	const { options } = asked
	const how = moves.find((one) => asks.startsWith(`${one} `))
	const moved = how && ballotForm(asked) === 'ranks' ? options.find(({ id }) => asks === doing(how, id)) : undefined
	const errors = Object.fromEntries(Object.entries(wrong).filter(([name]) => !['reason', 'change'].includes(name)))
	if (Object.keys(errors).length > 0 && !(moved && mayBeMoved)) return { step: 'mend', form: mend(errors) }
	if (!how || !moved) return { step: 'look', form: { ...form, values: { ...form.values, looked: 'yes' } } }
	const ranks = move(ranksFrom(readNumbers(options, fields)).ranks, moved.id, how)
	const places = options.map(({ id }) => {
		const place = ranks.findIndex((rank) => rank.includes(id)) + 1
		return [markField(id), place ? String(place) : '']
	})
	return {
		step: 'look',
		form: { ...form, values: { ...form.values, ...Object.fromEntries(places), moved: moved.id, how } },
	}
}

function nameOf(options: readonly Option[], id: string) {
	return options.find((option) => option.id === id)?.name ?? id
}
