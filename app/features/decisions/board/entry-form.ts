import { z } from 'zod'
import type { Day } from '../../../domain/actions/days.ts'
import type { Amendment, CastingVote, Minute, Vote } from '../../../domain/decisions/board/minute.ts'
import { isChoice } from '../../../domain/decisions/board/taking-part.ts'
import { isoDayOf, requiredDay, typedDay } from '../../actions/day-field.ts'
import { formId, sure } from '../../documents/form-fields.ts'
import { checkedDay } from '../../meetings/checked-day.ts'
import { amendmentCount, type Values } from './amendment-count.ts'
import { EntryReader, type Errors } from './entry-reader.ts'
import { approveRefusals } from './refusals.ts'
import { readRules, valuesOfOwnRules } from './rules-form.ts'
import { type Asked, readAmendmentParts, readSeats, voteField } from './seat-form.ts'
import type { Entry } from './with-parts.ts'

export const steps = [
	'check',
	'save',
	'change',
	'rest-present',
	'quorum',
	'day',
	'add-amendment',
	'drop-amendment',
] as const

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
	...checkedDay,
})

const short = 300
const long = 4000

/** The day of the meeting as typed, so that those who sat there on it can be looked up. Null when it cannot be read. */
export function dayIn(values: Values): Day | null {
	return isoDayOf(typedDay(values, 'heldOn'))
}

interface Said {
	entry: Entry
	errors: Errors
}

/**
 * Reads the form into an entry, field names being the ways into the minute (`seats.<member>.part`,
 * `amendments.0.wording`; `votes.<member>` is how those present voted), and says what of it could not be read. What cannot be so is for `judgeMinute` to say. Rules are in
 * it where the form asks for them, which that of a correction does.
 */
export function entryFrom(values: Values, seats: readonly Asked[], officerIds: readonly string[]): Said {
	const read = new EntryReader(values)
	const memberIds = seats.map(({ memberId }) => memberId)
	const rules = readRules(read, values)
	const entry: Entry = {
		heldOn: read.day('heldOn', 'Enter the day of the meeting as three numbers, like 12 6 2026'),
		place: read.words('place', short),
		question: read.words('question', short),
		motion: read.words('motion', long),
		presiderId: read.member('presiderId', memberIds),
		officerId: read.member('officerId', officerIds),
		moverId: read.member('moverId', memberIds),
		seconderId: read.member('seconderId', memberIds),
		amendments: Array.from({ length: amendmentCount(values) }, (_, at) => readAmendment(read, at, seats)),
		vote: readVote(read, '', 'Choose how it was voted on'),
		casting: readCasting(read, ''),
		reasons: read.words('reasons', long),
		parts: readSeats(read, seats),
		...(rules && { rules }),
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
		for (const [memberId, part] of Object.entries(amendment.parts)) values[`${name}parts.${memberId}`] = part
	}
	for (const { memberId, part, joined, late, right, substitute, interest, dispensation } of minute.seats) {
		const vote = isChoice(part) ? part : ''
		values[voteField(memberId)] = vote
		const said = {
			part: vote ? 'present' : part,
			joined,
			late: late ? 'yes' : '',
			right,
			substitute,
			interest,
			dispensation,
		}
		for (const [field, value] of Object.entries(said)) values[`seats.${memberId}.${field}`] = value
	}
	return { ...values, ...valuesOfOwnRules(minute.rules) }
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

const ways = ['names', 'hands', 'assent'] as const

function readVote(read: EntryReader, prefix: string, ask: string): Vote {
	const how = read.choice(`${prefix}how`, ways, ask) ?? 'names'
	if (how !== 'hands') return { how }
	return {
		how,
		for: read.number(`${prefix}for`),
		against: read.number(`${prefix}against`),
		abstain: read.number(`${prefix}abstain`, 0),
	}
}

function readAmendment(read: EntryReader, at: number, seats: readonly Asked[]): Amendment {
	const name = `amendments.${at}.`
	const memberIds = seats.map(({ memberId }) => memberId)
	return {
		change: read.words(`${name}change`, long),
		moverId: read.member(`${name}moverId`, memberIds),
		seconderId: read.member(`${name}seconderId`, memberIds),
		vote: readVote(read, name, 'Choose how this amendment was voted on'),
		parts: readAmendmentParts(read, name, seats),
		casting: readCasting(read, name),
		wording: read.words(`${name}wording`, long),
	}
}

function readCasting(read: EntryReader, name: string): CastingVote | null {
	const choice = read.choice(`${name}castingChoice`, ['none', 'for', 'against'] as const, null)
	const reason = read.words(`${name}castingReason`, 1000)
	return choice === 'for' || choice === 'against' ? { choice, reason } : null
}
