import type { Amendment, Attendance, CastingVote, Minute } from './minute.ts'
import type { TypedIn, Where } from './remove-names.ts'

/** Everything of a minute that somebody typed: the corrections made to it, what its decision shows, and why names went before. */
export interface TypedWords {
	minute: Minute
	corrections: readonly { number: number; before: Minute; reason: string }[]
	outcome: string | null
	removals: readonly { id: string; reason: string }[]
}

/** The same with something else for every text that somebody typed. */
export function minuteTexts<Words extends TypedWords>(
	words: Words,
	change: (text: string, at: Where) => string,
): Words {
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
