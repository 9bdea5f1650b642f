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
	/** Its only places are single words of what was voted on, and none of them was picked. */
	| 'nothing-picked'
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
	/** Single words of what was voted on: each goes only where it was picked, because a word missing there can turn it round. */
	toPick: NamePlace[]
	/** What looks like one of them and stays: longer names, and family names alone. */
	near: NamePlace[]
	/** Those of the names that stand nowhere as they were typed. */
	nowhere: string[]
}

/**
 * The same without these names wherever they were typed. Votes, seats, rules and numbers are not words, so nothing that was
 * decided can change by it; the words that were voted on lose whole names, and a single word only at the places that are
 * `picked`, by their number in `toPick`. Without `picked` it is a look at what would go. Refuses what is no name, and names
 * of those who sat there and parts of them: a board's minute keeps them (docs/decisions/013).
 */
export function removeNames<Words extends TypedWords>(
	words: Words,
	{
		names,
		reason,
		members,
		picked,
	}: { names: readonly string[]; reason: string; members: readonly string[]; picked?: ReadonlySet<number> },
): { refused: NamesRefusal } | NamesRemoved<Words> {
	const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
	if (asked.length === 0) return { refused: 'names-missing' }
	if (asked.length > mostNames) return { refused: 'names-many' }
	if (!asked.every(isName)) return { refused: 'not-a-name' }
	if (asked.some((name) => members.some((member) => isPartOf(name, member)))) return { refused: 'member-name' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	if (new NameSearch(asked).isTold(reason)) return { refused: 'name-in-reason' }
	const search = new NameSearch(asked)
	const places: NamePlace[] = []
	const toPick: NamePlace[] = []
	const left = withTexts(words, (text, at) =>
		search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, (spot) => {
			const place = { ...at, ...spot }
			const isToPick = votedOn.has(at.in) && !isWholeName(spot.words)
			if (isToPick) toPick.push(place)
			const goes = !isToPick || picked?.has(toPick.length - 1) === true
			if (goes) places.push(place)
			return goes
		}),
	)
	if (places.length + toPick.length === 0) return { refused: 'name-not-there' }
	if (picked && places.length === 0) return { refused: 'nothing-picked' }
	const nowhere = asked.filter((name) => !stands(words, new NameSearch([name])))
	return { words: left, places, toPick, near: nearOf(words, search), nowhere }
}

function stands(words: TypedWords, search: NameSearch): boolean {
	let found = false
	withTexts(words, (text, at) =>
		search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, () => {
			found = true
			return false
		}),
	)
	return found
}

/** What looks like one of them and is none: neither goes nor can be picked. */
function nearOf(words: TypedWords, search: NameSearch): NamePlace[] {
	const near: NamePlace[] = []
	withTexts(words, (text, at) => {
		const others = search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, () => true)
		near.push(...search.near(others).map((spot) => ({ ...at, ...spot })))
		return text
	})
	return near
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
