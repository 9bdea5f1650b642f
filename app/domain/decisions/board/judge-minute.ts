import { type Day, londonDay } from '../../actions/days.ts'
import type { Outcome, Tally } from '../decision.ts'
import { decide } from './decide.ts'
import type { Amendment, Attendance, CastingVote, CountedVote, Minute } from './minute.ts'
import { isChoice, mayVote, seatOf, takesPart } from './taking-part.ts'
import { namedTally } from './vote-tally.ts'

export type MinuteProblem =
	| 'held-missing'
	| 'held-later'
	| 'place-missing'
	| 'question-missing'
	| 'motion-missing'
	| 'reasons-missing'
	| 'presider-missing'
	| 'presider-not-there'
	| 'presider-interested'
	| 'officer-missing'
	| 'mover-missing'
	| 'mover-took-no-part'
	| 'seconder-took-no-part'
	| 'seconder-is-mover'
	| 'seat-has-no-vote'
	| 'interest-shuts-out'
	| 'interest-unsaid'
	| 'dispensation-of-nothing'
	| 'substitute-absent'
	| 'against-under-assent'
	| 'hands-unclear'
	| 'hands-too-many'
	| 'hands-fewer-than-named'
	| 'casting-not-level'
	| 'casting-not-given'
	| 'casting-reason-missing'
	| 'casting-without-vote'
	| 'amendment-missing'
	| 'amended-wording-missing'
	| 'amendment-not-carried'

/** What must be mended, and where: `at` is the way to it inside the minute, `seats.<member>.part` for one member's part. */
export interface Problem {
	problem: MinuteProblem
	at: string
	memberId?: string
}

/** Everything that cannot be so in a minute, all at once. None: it may be saved. */
export function judgeMinute(minute: Minute, now: Date): Problem[] {
	return [
		...judgeMeeting(minute, londonDay(now)),
		...minute.seats.flatMap((seat) => judgeSeat(seat, minute)),
		...minute.amendments.flatMap((amendment, index) => judgeAmendment(minute, amendment, index)),
		...judgeMovers(minute, minute, ''),
		...judgeCount(minute, minute.vote, namedTally(minute), ''),
		...judgeCasting(minute, minute.casting, ''),
		...missing(minute.reasons, 'reasons-missing', 'reasons'),
	]
}

function judgeMeeting(minute: Minute, today: Day): Problem[] {
	const { heldOn, place, question, motion, presiderId, officerId } = minute
	const presider = seatOf(minute, presiderId)
	const judged: Problem[] = []
	if (!heldOn) judged.push({ problem: 'held-missing', at: 'heldOn' })
	if (heldOn > today) judged.push({ problem: 'held-later', at: 'heldOn' })
	judged.push(...missing(place, 'place-missing', 'place'))
	judged.push(...missing(question, 'question-missing', 'question'))
	judged.push(...missing(motion, 'motion-missing', 'motion'))
	if (!presider) judged.push({ problem: 'presider-missing', at: 'presiderId' })
	else if (presider.part === 'interest') judged.push({ problem: 'presider-interested', at: 'presiderId' })
	else if (!takesPart(presider)) judged.push({ problem: 'presider-not-there', at: 'presiderId' })
	if (!officerId) judged.push({ problem: 'officer-missing', at: 'officerId' })
	return judged
}

function judgeSeat(seat: Attendance, { vote }: Minute): Problem[] {
	const { memberId, part, votes, substitute, interest, dispensation } = seat
	const at = (field: keyof Attendance, problem: MinuteProblem) => ({
		problem,
		at: `seats.${memberId}.${field}`,
		memberId,
	})
	const judged: Problem[] = []
	if (!votes && isChoice(part)) judged.push(at('part', 'seat-has-no-vote'))
	if (interest && !dispensation && takesPart(seat)) judged.push(at('part', 'interest-shuts-out'))
	if (part === 'interest' && !interest) judged.push(at('interest', 'interest-unsaid'))
	if (dispensation && !interest) judged.push(at('interest', 'dispensation-of-nothing'))
	if (substitute && part === 'absent') judged.push(at('part', 'substitute-absent'))
	if (vote.how === 'assent' && votes && part === 'against') judged.push(at('part', 'against-under-assent'))
	return judged
}

function judgeAmendment(minute: Minute, amendment: Amendment, index: number): Problem[] {
	const at = `amendments.${index}.`
	const { change, wording, vote, casting } = amendment
	const carried = decide(minute).amendments[index]?.outcome === 'agreed'
	const judged = missing(change, 'amendment-missing', `${at}change`)
	if (carried) judged.push(...missing(wording, 'amended-wording-missing', `${at}wording`))
	else if (wording) judged.push({ problem: 'amendment-not-carried', at: `${at}wording` })
	return [
		...judged,
		...judgeMovers(minute, amendment, at),
		...judgeCount(minute, vote, null, at),
		...judgeCasting(minute, casting, at, index),
	]
}

/** By assent nobody need have moved it. */
function judgeMovers(
	minute: Minute,
	{ moverId, seconderId, vote }: Pick<Minute, 'moverId' | 'seconderId' | 'vote'>,
	at: string,
): Problem[] {
	const judged: Problem[] = []
	const tookPart = (memberId: string) => {
		const seat = seatOf(minute, memberId)
		return seat !== null && takesPart(seat)
	}
	if (!moverId && vote.how !== 'assent') judged.push({ problem: 'mover-missing', at: `${at}moverId` })
	if (moverId && !tookPart(moverId)) judged.push({ problem: 'mover-took-no-part', at: `${at}moverId` })
	if (seconderId && seconderId === moverId) judged.push({ problem: 'seconder-is-mover', at: `${at}seconderId` })
	else if (seconderId && !tookPart(seconderId)) judged.push({ problem: 'seconder-took-no-part', at: `${at}seconderId` })
	return judged
}

const sides = ['for', 'against', 'abstain'] as const

/** More hands than people who could vote, or fewer on a side than stand there by name, cannot have been counted. */
function judgeCount(minute: Minute, vote: Minute['vote'] | CountedVote, named: Tally | null, at: string): Problem[] {
	if (vote.how !== 'hands') return []
	const counted = sides.map((side) => vote[side])
	if (!counted.every((number) => Number.isSafeInteger(number) && number >= 0))
		return [{ problem: 'hands-unclear', at: `${at}for` }]
	const most = minute.seats.filter(mayVote).length
	if (counted.reduce((sum, number) => sum + number, 0) > most) return [{ problem: 'hands-too-many', at: `${at}for` }]
	const short = named && sides.find((side) => vote[side] < named[side])
	return short ? [{ problem: 'hands-fewer-than-named', at: `${at}${short}` }] : []
}

/** Only when votes are level, only if the rules give one, only by a presider who votes, and with a reason. */
function judgeCasting(minute: Minute, casting: CastingVote | null, at: string, amendment?: number): Problem[] {
	if (!casting) return []
	const where = `${at}castingChoice`
	const { rules } = minute
	if (!rules.castingVote || (amendment === undefined && rules.threshold !== 'majority'))
		return [{ problem: 'casting-not-given', at: where }]
	const decided = decide(minute)
	const { level }: { level: string | null; outcome: Outcome } =
		amendment === undefined ? decided : decided.amendments[amendment]!
	if (level !== 'casting-vote') return [{ problem: 'casting-not-level', at: where }]
	const presider = seatOf(minute, minute.presiderId)
	if (presider && !presider.votes) return [{ problem: 'casting-without-vote', at: where }]
	return missing(casting.reason, 'casting-reason-missing', `${at}castingReason`)
}

function missing(words: string, problem: MinuteProblem, at: string): Problem[] {
	return words.trim() === '' ? [{ problem, at }] : []
}
