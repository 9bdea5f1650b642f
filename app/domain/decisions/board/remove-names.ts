import type { Amendment, Attendance, CastingVote, Minute } from './minute.ts'
import { NameSearch, type Spot } from './name-search.ts'
import { isName, isPartOf, isWholeName } from './typed-name.ts'

/** What stands in a minute where the name of somebody else was. Read aloud it says what happened. */
export const nameRemoved = '[name removed]'

export const mostNames = 20

export type NamesRefusal =
	| 'names-missing'
	| 'names-many'
	| 'not-a-name'
	| 'member-name'
	| 'name-not-there'
	| 'reason-missing'
	| 'name-in-reason'

/** Everything of a minute that somebody typed: the corrections made to it, what its decision shows, and why names went before. */
export interface TypedWords {
	minute: Minute
	corrections: readonly { number: number; before: Minute; reason: string }[]
	outcome: string | null
	removals: readonly { id: string; reason: string }[]
}

/** Which of the words it stands in. */
export type TypedIn =
	| 'place'
	| 'question'
	| 'motion'
	| 'amendment'
	| 'wording'
	| 'outcome'
	| 'reasons'
	| 'casting'
	| 'substitute'
	| 'interest'
	| 'dispensation'
	| 'correction'
	| 'removal'

export interface NamePlace extends Spot {
	in: TypedIn
	/** The correction before which it stood so. */
	correction: number | null
}

/** What was voted on: a word that is missing there can turn it round. */
const votedOn: ReadonlySet<TypedIn> = new Set(['question', 'motion', 'amendment', 'wording', 'outcome'])

export interface NamesRemoved<Words> {
	words: Words
	/** Where each name stood. */
	places: NamePlace[]
	/** What looks like one of them and stays: longer names, and family names alone. */
	near: NamePlace[]
}

/**
 * The same without these names wherever they were typed. Votes, seats, rules and numbers are not words, so nothing that was
 * decided can change by it; the words that were voted on lose only whole names. Refuses what is no name, and names of those
 * who sat there and parts of them: a board's minute keeps them (docs/decisions/013).
 */
export function removeNames<Words extends TypedWords>(
	words: Words,
	{ names, reason, members }: { names: readonly string[]; reason: string; members: readonly string[] },
): { refused: NamesRefusal } | NamesRemoved<Words> {
	const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
	if (asked.length === 0) return { refused: 'names-missing' }
	if (asked.length > mostNames) return { refused: 'names-many' }
	if (!asked.every(isName)) return { refused: 'not-a-name' }
	if (asked.some((name) => members.some((member) => isPartOf(name, member)))) return { refused: 'member-name' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	if (new NameSearch(asked).isTold(reason)) return { refused: 'name-in-reason' }
	if (asked.some((name) => !isWholeName(name) && placesOf(words, [name]).some((place) => votedOn.has(place.in))))
		return { refused: 'not-a-name' }
	const places = placesOf(words, asked)
	if (places.length === 0) return { refused: 'name-not-there' }
	const search = new NameSearch(asked)
	const left = withTexts(words, (text, at) =>
		search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, () => undefined),
	)
	const near: NamePlace[] = []
	withTexts(left, (text, at) => {
		near.push(...search.near(text).map((spot) => ({ ...at, ...spot })))
		return text
	})
	return { words: left, places, near }
}

function placesOf(words: TypedWords, names: readonly string[]): NamePlace[] {
	const search = new NameSearch(names)
	const places: NamePlace[] = []
	withTexts(words, (text, at) => {
		search.replace(text, '', { isVoted: votedOn.has(at.in) }, (spot) => places.push({ ...at, ...spot }))
		return text
	})
	return places
}

type Where = Pick<NamePlace, 'in' | 'correction'>

/** The same with something else for every text that somebody typed. */
function withTexts<Words extends TypedWords>(words: Words, change: (text: string, at: Where) => string): Words {
	return {
		...words,
		minute: minuteWith(words.minute, (text, at) => change(text, { in: at, correction: null })),
		outcome: words.outcome && change(words.outcome, { in: 'outcome', correction: null }),
		corrections: words.corrections.map((one) => ({
			...one,
			before: minuteWith(one.before, (text, at) => change(text, { in: at, correction: one.number })),
			reason: change(one.reason, { in: 'correction', correction: one.number }),
		})),
		removals: words.removals.map((one) => ({
			...one,
			reason: change(one.reason, { in: 'removal', correction: null }),
		})),
	}
}

type Change = (text: string, at: TypedIn) => string

function minuteWith(minute: Minute, change: Change): Minute {
	return {
		...minute,
		place: change(minute.place, 'place'),
		question: change(minute.question, 'question'),
		motion: change(minute.motion, 'motion'),
		reasons: change(minute.reasons, 'reasons'),
		casting: castingWith(minute.casting, change),
		seats: minute.seats.map((seat) => seatWith(seat, change)),
		amendments: minute.amendments.map((amendment) => amendmentWith(amendment, change)),
	}
}

function seatWith(seat: Attendance, change: Change): Attendance {
	return {
		...seat,
		substitute: change(seat.substitute, 'substitute'),
		interest: change(seat.interest, 'interest'),
		dispensation: change(seat.dispensation, 'dispensation'),
	}
}

function amendmentWith(amendment: Amendment, change: Change): Amendment {
	return {
		...amendment,
		change: change(amendment.change, 'amendment'),
		wording: change(amendment.wording, 'wording'),
		casting: castingWith(amendment.casting, change),
	}
}

function castingWith(casting: CastingVote | null, change: Change): CastingVote | null {
	return casting && { ...casting, reason: change(casting.reason, 'casting') }
}
