import type { NamedMember } from '../../../../db/queries/board-decisions.ts'
import { compareWording } from '../../../domain/decisions/board/compare-wording.ts'
import { type Decided, decide } from '../../../domain/decisions/board/decide.ts'
import type { Amendment, Attendance, Minute } from '../../../domain/decisions/board/minute.ts'
import { came, mayVote } from '../../../domain/decisions/board/taking-part.ts'
import type { MotionOutcome } from '../../../domain/decisions/decision.ts'
import {
	amendmentPartsWords,
	boardOutcomeWords,
	cameWords,
	howWords,
	levelWords,
	type NameOf,
	partWords,
	quorumWords,
	rulesWords,
	talliedWords,
	whyMinuted,
} from './minute-words.ts'

export type Names = ReadonlyMap<string, NamedMember>

/** Somebody who was erased or never there has no name any more. */
export function namingIn(names: Names): NameOf {
	return (memberId) => (memberId ? (names.get(memberId)?.name ?? 'a participant') : 'nobody')
}

/** The same for what was done at the meeting: "Dr Ade, substitute for Ngozi" for whoever sat there instead of a member. */
function sittingIn({ seats }: Pick<Minute, 'seats'>, names: Names): NameOf {
	const nameOf = namingIn(names)
	const substitutes = new Map(seats.map(({ memberId, substitute }) => [memberId, substitute]))
	return (memberId) => {
		const substitute = memberId && substitutes.get(memberId)
		return substitute ? `${substitute}, substitute for ${nameOf(memberId)}` : nameOf(memberId)
	}
}

/** Every id a minute speaks of. */
export function idsOf({ seats, presiderId, officerId, moverId, seconderId, amendments }: Minute): string[] {
	const moved = amendments.flatMap((amendment) => [amendment.moverId, amendment.seconderId])
	const others = [presiderId, officerId, moverId, seconderId, ...moved].filter((id) => id !== null)
	return [...seats.map(({ memberId }) => memberId), ...others]
}

/** A minute in words, for its page, its text and the last look before it is saved. */
export function presentMinute(minute: Minute, names: Names) {
	const nameOf = sittingIn(minute, names)
	const decided = decide(minute)
	const { heldOn, place, question, motion, reasons, vote, casting } = minute
	return {
		heldOn,
		place,
		question,
		motion,
		reasons,
		wording: decided.wording,
		outcome: decided.outcome,
		outcomeSaid: boardOutcomeWords(decided),
		why: whyMinuted(minute, decided, nameOf),
		quorumSaid: quorumWords(decided.quorum, minute.rules),
		rulesSaid: rulesWords(minute.rules),
		how: howWords[vote.how],
		isNamed: vote.how === 'names',
		counted: talliedWords(vote.how, decided.tally),
		levelSaid: levelWords(minute, decided.tally, decided.level, casting, nameOf),
		casting: casting && { by: nameOf(minute.presiderId), choice: casting.choice, reason: casting.reason },
		presider: nameOf(minute.presiderId),
		officer: nameOf(minute.officerId),
		mover: minute.moverId && nameOf(minute.moverId),
		seconder: minute.seconderId && nameOf(minute.seconderId),
		members: presentSeats(minute, names),
		/** In a named vote, those who were there, could vote and did not. */
		silent:
			vote.how === 'names'
				? minute.seats.filter((seat) => isSilent(seat, minute)).map(({ memberId }) => nameOf(memberId))
				: [],
		amendments: minute.amendments.map((amendment, at) => presentAmendment(minute, amendment, decided, at, nameOf)),
	}
}

export type ShownMinute = ReturnType<typeof presentMinute>

function isSilent(seat: Attendance, { rules }: Minute) {
	return seat.part === 'present' && mayVote(seat, rules)
}

/** Who sat there, in the order of the minute. */
export function presentSeats(minute: Pick<Minute, 'seats' | 'vote' | 'rules'>, names: Names) {
	const sat = sittingIn(minute, names)
	return minute.seats.map((seat) => presentSeat(seat, minute, names, sat))
}

function presentSeat(seat: Attendance, { vote, rules }: Pick<Minute, 'vote' | 'rules'>, names: Names, sat: NameOf) {
	const { memberId, right, office, votes, part, substitute, interest, dispensation } = seat
	const named = names.get(memberId)
	const name = named?.name ?? 'a participant'
	return {
		memberId,
		name,
		sat: sat(memberId),
		/** Who came in their place; empty where nobody did. */
		substitute,
		voice: named?.voice ?? '',
		shape: named?.shape ?? 0,
		right: [right, office !== 'none' && office !== right.toLowerCase() && office].filter(Boolean).join(', '),
		votes,
		came: came(seat),
		/** How they joined, where that was not from the beginning and in the room. */
		joined: cameWords(seat, rules),
		took: partWords({ part, votes }, vote.how),
		interest: interest && (dispensation ? `${interest}. Allowed to take part: ${dispensation}` : interest),
	}
}

function presentAmendment(
	minute: Minute,
	amendment: Amendment,
	{ amendments, quorum: atMotion }: Decided,
	at: number,
	nameOf: NameOf,
) {
	const { change, moverId, seconderId, vote, casting, wording } = amendment
	const { outcome, tally, level, quorum } = amendments[at]!
	const carried = outcome === 'agreed'
	const earlier = minute.amendments.filter((_, index) => index < at && amendments[index]?.outcome === 'agreed')
	return {
		change,
		mover: moverId && nameOf(moverId),
		seconder: seconderId && nameOf(seconderId),
		how: howWords[vote.how],
		counted: talliedWords(vote.how, tally),
		votesSaid: amendmentPartsWords(amendment, nameOf),
		/** Where another quorum was there than for the motion. */
		quorumSaid: quorum.present === atMotion.present ? '' : quorumWords(quorum, minute.rules),
		levelSaid: levelWords(minute, tally, level, casting, nameOf),
		outcomeSaid: amendmentOutcomes[outcome],
		wording: carried ? wording : '',
		/** The motion before it and after it, word by word. */
		compared: carried ? compareWording(earlier.at(-1)?.wording ?? minute.motion, wording) : [],
	}
}

const amendmentOutcomes: Record<MotionOutcome, string> = {
	agreed: 'Carried.',
	'not-agreed': 'Not carried.',
	'no-quorum': 'Not decided: there was no quorum.',
	'nobody-voted': 'Not decided: nobody voted.',
}
