import { z } from 'zod'
import type { Amendment, CastingVote, CountedVote, Minute, Part, Vote } from '../../../domain/decisions/board/minute.ts'
import { isoDayOf, requiredDay } from '../../actions/day-field.ts'
import { formId, sure } from '../../documents/form-fields.ts'
import { amendmentCount, type Values } from './amendment-count.ts'
import { approveRefusals } from './refusals.ts'
import type { Entry } from './with-parts.ts'

export type Errors = Record<string, string[]>

export const steps = ['check', 'save', 'change', 'add-amendment', 'drop-amendment'] as const

/** What every sending of the form carries besides the entry itself, which `entryFrom` reads. */
export const entrySchema = z.object({ id: formId, step: z.enum(steps).optional(), sure })

/** A correction says why as well, and how many corrections its writer had seen. */
export const correctionSchema = entrySchema.extend({
	base: z.coerce.number().int().min(0),
	reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
})

export const approvalSchema = z.object({
	day: requiredDay(approveRefusals['day-missing']),
	base: z.coerce.number().int().min(0),
})

const parts: readonly Part[] = ['present', 'for', 'against', 'abstain', 'absent', 'interest']
const short = 300
const long = 4000

/**
 * Reads the form into an entry, field names being the ways into the minute (`seats.<member>.part`,
 * `amendments.0.wording`), and says what of it could not be read. What cannot be so is for `judgeMinute` to say.
 */
export function entryFrom(values: Values, memberIds: readonly string[]): { entry: Entry; errors: Errors } {
	const read = new Reader(values)
	const entry: Entry = {
		heldOn: read.day('heldOn', 'Enter the day of the meeting as three numbers, like 12 6 2026'),
		place: read.words('place', short),
		question: read.words('question', short),
		motion: read.words('motion', long),
		presiderId: read.member('presiderId', memberIds),
		officerId: read.id('officerId'),
		moverId: read.member('moverId', memberIds),
		seconderId: read.member('seconderId', memberIds),
		amendments: Array.from({ length: amendmentCount(values) }, (_, at) => readAmendment(read, at, memberIds)),
		vote: readVote(read),
		casting: readCasting(read, ''),
		reasons: read.words('reasons', long),
		parts: Object.fromEntries(
			memberIds.map((id) => [
				id,
				{
					part: read.choice(`seats.${id}.part`, parts, 'Choose how this member took part') ?? 'absent',
					substitute: read.words(`seats.${id}.substitute`, short),
					interest: read.words(`seats.${id}.interest`, short),
					dispensation: read.words(`seats.${id}.dispensation`, short),
				},
			]),
		),
	}
	return { entry, errors: read.errors }
}

/** The form as a minute fills it, so that it can be corrected. */
export function valuesOf(minute: Minute): Record<string, string> {
	const [year, month, day] = minute.heldOn.split('-').map(Number)
	const values: Record<string, string> = {
		'heldOn.day': String(day),
		'heldOn.month': String(month),
		'heldOn.year': String(year),
		place: minute.place,
		question: minute.question,
		motion: minute.motion,
		presiderId: minute.presiderId ?? '',
		officerId: minute.officerId ?? '',
		...valuesOfVote(minute, ''),
		reasons: minute.reasons,
		amendmentCount: String(minute.amendments.length),
	}
	for (const [at, amendment] of minute.amendments.entries()) {
		const name = `amendments.${at}.`
		Object.assign(values, valuesOfVote(amendment, name))
		values[`${name}change`] = amendment.change
		values[`${name}wording`] = amendment.wording
	}
	for (const { memberId, part, substitute, interest, dispensation } of minute.seats)
		for (const [field, value] of Object.entries({ part, substitute, interest, dispensation }))
			values[`seats.${memberId}.${field}`] = value
	return values
}

function valuesOfVote(
	{ moverId, seconderId, vote, casting }: Pick<Minute, 'moverId' | 'seconderId' | 'vote' | 'casting'>,
	name: string,
): Record<string, string> {
	const numbers = vote.how === 'hands' ? vote : null
	return {
		[`${name}moverId`]: moverId ?? '',
		[`${name}seconderId`]: seconderId ?? '',
		[`${name}how`]: vote.how,
		[`${name}for`]: numbers ? String(numbers.for) : '',
		[`${name}against`]: numbers ? String(numbers.against) : '',
		[`${name}abstain`]: numbers ? String(numbers.abstain) : '',
		[`${name}castingChoice`]: casting?.choice ?? 'none',
		[`${name}castingReason`]: casting?.reason ?? '',
	}
}

function readVote(read: Reader): Vote {
	const how = read.choice('how', ['names', 'hands', 'assent'] as const, 'Choose how it was voted on')
	return how === 'hands' || how === 'assent' ? readCounted(read, how, '') : { how: 'names' }
}

function readAmendment(read: Reader, at: number, memberIds: readonly string[]): Amendment {
	const name = `amendments.${at}.`
	const how = read.choice(`${name}how`, ['hands', 'assent'] as const, 'Choose how this amendment was voted on')
	return {
		change: read.words(`${name}change`, long),
		moverId: read.member(`${name}moverId`, memberIds),
		seconderId: read.member(`${name}seconderId`, memberIds),
		vote: readCounted(read, how ?? 'assent', name),
		casting: readCasting(read, name),
		wording: read.words(`${name}wording`, long),
	}
}

function readCounted(read: Reader, how: 'hands' | 'assent', name: string): CountedVote {
	if (how === 'assent') return { how }
	return {
		how,
		for: read.number(`${name}for`),
		against: read.number(`${name}against`),
		abstain: read.number(`${name}abstain`, 0),
	}
}

function readCasting(read: Reader, name: string): CastingVote | null {
	const choice = read.choice(`${name}castingChoice`, ['none', 'for', 'against'] as const, null)
	const reason = read.words(`${name}castingReason`, 1000)
	return choice === 'for' || choice === 'against' ? { choice, reason } : null
}

class Reader {
	readonly errors: Errors = {}
	readonly #values: Values

	constructor(values: Values) {
		this.#values = values
	}

	words(name: string, longest: number): string {
		// A browser sends line ends as CR LF; stored and shown again they must not look like a change.
		const typed = this.#typed(name).replaceAll('\r\n', '\n')
		if (typed.length > longest) this.errors[name] = [`Use ${longest.toLocaleString('en-GB')} characters or fewer`]
		return typed
	}

	choice<Choice extends string>(name: string, choices: readonly Choice[], ask: string | null): Choice | null {
		const chosen = choices.find((one) => one === this.#typed(name))
		if (!chosen && ask) this.errors[name] = [ask]
		return chosen ?? null
	}

	member(name: string, memberIds: readonly string[]): string | null {
		return memberIds.find((id) => id === this.#typed(name)) ?? null
	}

	id(name: string): string | null {
		return this.#typed(name) || null
	}

	/** NaN for what is no number: `judgeMinute` says so beside the first of the three. */
	number(name: string, empty = Number.NaN): number {
		const typed = this.#typed(name)
		if (typed === '') return empty
		return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
	}

	day(name: string, ask: string): string {
		const part = (box: string) => this.#typed(`${name}.${box}`)
		const iso = isoDayOf({ day: part('day'), month: part('month'), year: part('year') })
		if (!iso) this.errors[name] = [ask]
		return iso ?? ''
	}

	#typed(name: string): string {
		const value = this.#values[name]
		return typeof value === 'string' ? value.trim() : ''
	}
}
