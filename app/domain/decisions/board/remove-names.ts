import type { Amendment, Attendance, CastingVote, Minute } from './minute.ts'

/** What stands in a minute where the name of somebody else was. Read aloud it says what happened. */
export const nameRemoved = '[name removed]'

export const mostNames = 20
export const longestName = 100
const shortestName = 2

export type NamesRefusal =
	| 'names-missing'
	| 'names-many'
	| 'not-a-name'
	| 'member-name'
	| 'name-not-there'
	| 'reason-missing'
	| 'name-in-reason'

/** Everything of a minute that somebody typed, with the corrections made to it and what its decision shows. */
export interface TypedWords {
	minute: Minute
	corrections: readonly { number: number; before: Minute; reason: string }[]
	outcome: string | null
}

/**
 * The same without these names wherever they were typed, and at how many places. Votes, seats, rules and numbers are not words,
 * so nothing that was decided can change by it. Refuses what is no name, and the names of those who sat there: a board's
 * minute keeps them (docs/decisions/013).
 */
export function removeNames<Words extends TypedWords>(
	words: Words,
	{ names, reason, members }: { names: readonly string[]; reason: string; members: readonly string[] },
): { refused: NamesRefusal } | { words: Words; places: number } {
	const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
	if (asked.length === 0) return { refused: 'names-missing' }
	if (asked.length > mostNames) return { refused: 'names-many' }
	if (!asked.every(isName)) return { refused: 'not-a-name' }
	const sat = new Set(members.map((name) => name.toLowerCase()))
	if (asked.some((name) => sat.has(name.toLowerCase()))) return { refused: 'member-name' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	if (new NameEraser(asked).text(reason) !== reason) return { refused: 'name-in-reason' }
	const eraser = new NameEraser(asked)
	const left = {
		...words,
		minute: eraser.minute(words.minute),
		corrections: words.corrections.map((one) => ({
			...one,
			before: eraser.minute(one.before),
			reason: eraser.text(one.reason),
		})),
		outcome: words.outcome && eraser.text(words.outcome),
	}
	return eraser.places > 0 ? { words: left, places: eraser.places } : { refused: 'name-not-there' }
}

/** In lower case alone it is a word of the motion, and taking out "not" would turn it round. Scripts without case are let be. */
function isName(typed: string) {
	if (typed.length < shortestName || typed.length > longestName || !/\p{L}/u.test(typed)) return false
	return /[\p{Lu}\p{Lt}]/u.test(typed) || typed.toLowerCase() === typed.toUpperCase()
}

class NameEraser {
	places = 0
	readonly #names: RegExp

	constructor(names: readonly string[]) {
		// The longest first: a shorter one inside it would leave its ends standing.
		const patterns = [...names]
			.sort((a, b) => b.length - a.length)
			.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
		this.#names = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
	}

	text(typed: string): string {
		return typed.replace(this.#names, () => {
			this.places++
			return nameRemoved
		})
	}

	minute(minute: Minute): Minute {
		return {
			...minute,
			place: this.text(minute.place),
			question: this.text(minute.question),
			motion: this.text(minute.motion),
			reasons: this.text(minute.reasons),
			casting: this.#casting(minute.casting),
			seats: minute.seats.map((seat) => this.#seat(seat)),
			amendments: minute.amendments.map((amendment) => this.#amendment(amendment)),
		}
	}

	#seat(seat: Attendance): Attendance {
		return {
			...seat,
			substitute: this.text(seat.substitute),
			interest: this.text(seat.interest),
			dispensation: this.text(seat.dispensation),
		}
	}

	#amendment(amendment: Amendment): Amendment {
		return {
			...amendment,
			change: this.text(amendment.change),
			wording: this.text(amendment.wording),
			casting: this.#casting(amendment.casting),
		}
	}

	#casting(casting: CastingVote | null): CastingVote | null {
		return casting && { ...casting, reason: this.text(casting.reason) }
	}
}
