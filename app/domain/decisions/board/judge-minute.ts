import { type Day, londonDay } from '../../actions/days.ts'
import type { MotionOutcome, Tally } from '../decision.ts'
import { decide } from './decide.ts'
import type { Amendment, Attendance, CastingVote, Minute } from './minute.ts'
import { atAmendment, isChoice, mayVote, seatOf, takesPart } from './taking-part.ts'
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
	| 'remote-cannot-vote'
	| 'late-cannot-vote'
	| 'absent-said-more'
	| 'right-missing'
	| 'interest-shuts-out'
	| 'interest-unsaid'
	| 'dispensation-of-nothing'
	| 'substitute-absent'
	| 'substitute-twice'
	| 'substitute-sits-there'
	| 'against-under-assent'
	| 'hands-unclear'
	| 'hands-too-many'
	| 'hands-fewer-than-named'
	| 'casting-not-level'
	| 'casting-not-given'
	| 'casting-reason-missing'
	| 'casting-without-vote'
	| 'amendment-missing'
	| 'amendment-no-part'
	| 'amended-wording-missing'
	| 'amendment-not-carried'

/** What must be mended, and where: `at` is the way to it inside the minute, `seats.<member>.part` for one member's part. */
export interface Problem {
	problem: MinuteProblem
	at: string
	memberId?: string
}

/**
 * Everything that cannot be so in a minute, all at once. None: it may be saved. `names` are those of the body's members, by id:
 * nobody sits there twice, once as themselves and once as somebody's substitute.
 */
export function judgeMinute(minute: Minute, now: Date, names: ReadonlyMap<string, string> = new Map()): Problem[] {
	return [
		...judgeMeeting(minute, londonDay(now)),
		...minute.seats.flatMap((seat) => judgeSeat(seat, minute)),
		...judgeSubstitutes(minute, names),
		...minute.amendments.flatMap((amendment, index) => judgeAmendment(minute, amendment, index)),
		...judgeMovers(minute, ''),
		...judgeCount(minute, ''),
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
	else if (presider.part === 'left' || !takesPart(presider, minute.rules))
		judged.push({ problem: 'presider-not-there', at: 'presiderId' })
	if (!officerId) judged.push({ problem: 'officer-missing', at: 'officerId' })
	return judged
}

function judgeSeat(seat: Attendance, { vote, rules }: Minute): Problem[] {
	const { memberId, part, votes, right, joined, late, substitute, interest, dispensation } = seat
	const at = (field: keyof Attendance, problem: MinuteProblem) => ({
		problem,
		at: `seats.${memberId}.${field}`,
		memberId,
	})
	const judged: Problem[] = []
	if (votes && right.trim() === '') judged.push(at('right', 'right-missing'))
	if (!votes && isChoice(part)) judged.push(at('part', 'seat-has-no-vote'))
	else if (isChoice(part) && joined === 'remote' && !rules.remoteCounts) judged.push(at('part', 'remote-cannot-vote'))
	else if (isChoice(part) && late && !rules.lateVotes) judged.push(at('part', 'late-cannot-vote'))
	if (part === 'absent' && (joined === 'remote' || late)) judged.push(at('part', 'absent-said-more'))
	if (interest && !dispensation && part !== 'absent' && part !== 'interest')
		judged.push(at('part', 'interest-shuts-out'))
	if (part === 'interest' && !interest) judged.push(at('interest', 'interest-unsaid'))
	if (dispensation && !interest) judged.push(at('interest', 'dispensation-of-nothing'))
	if (substitute && part === 'absent') judged.push(at('part', 'substitute-absent'))
	if (vote.how === 'assent' && votes && part === 'against') judged.push(at('part', 'against-under-assent'))
	return judged
}

/** One person cannot sit in two seats: not for two members, and not for another beside their own. */
export function judgeSubstitutes({ seats }: Pick<Minute, 'seats'>, names: ReadonlyMap<string, string>): Problem[] {
	const plain = (name: string) => name.trim().toLowerCase()
	const own = new Set(seats.filter(hasCome).map(({ memberId }) => plain(names.get(memberId) ?? '')))
	const seen = new Set<string>()
	return seats.flatMap(({ memberId, substitute }): Problem[] => {
		const name = plain(substitute)
		if (name === '') return []
		const at = { at: `seats.${memberId}.substitute`, memberId }
		if (own.has(name)) return [{ problem: 'substitute-sits-there', ...at }]
		if (seen.has(name)) return [{ problem: 'substitute-twice', ...at }]
		seen.add(name)
		return []
	})
}

/** In person: a seat with a substitute in it leaves its own holder free. */
function hasCome({ part, substitute }: Attendance) {
	return part !== 'absent' && substitute === ''
}

function judgeAmendment(minute: Minute, amendment: Amendment, index: number): Problem[] {
	const at = `amendments.${index}.`
	const { change, wording, casting } = amendment
	const then = atAmendment(minute, amendment)
	const carried = decide(minute).amendments[index]?.outcome === 'agreed'
	const judged = missing(change, 'amendment-missing', `${at}change`)
	if (carried) judged.push(...missing(wording, 'amended-wording-missing', `${at}wording`))
	else if (wording) judged.push({ problem: 'amendment-not-carried', at: `${at}wording` })
	return [
		...judged,
		...minute.seats.flatMap((seat) => judgeAmendmentPart(seat, amendment, minute, at)),
		...judgeMovers(then, at),
		...judgeCount(then, at),
		...judgeCasting(minute, casting, at, index),
	]
}

function judgeAmendmentPart(seat: Attendance, { parts, vote }: Amendment, { rules }: Minute, at: string): Problem[] {
	const { memberId, part, votes, joined, late } = seat
	const said = parts[memberId] ?? 'present'
	const problem = (problem: MinuteProblem) => [{ problem, at: `${at}parts.${memberId}`, memberId }]
	if (said !== 'for' && said !== 'against' && said !== 'abstain') return []
	if (part === 'absent' || part === 'interest') return problem('amendment-no-part')
	if (!votes) return problem('seat-has-no-vote')
	if (joined === 'remote' && !rules.remoteCounts) return problem('remote-cannot-vote')
	if (late && !rules.lateVotes) return problem('late-cannot-vote')
	return vote.how === 'assent' && said === 'against' ? problem('against-under-assent') : []
}

/** By assent nobody need have moved it. */
function judgeMovers(minute: Minute, at: string): Problem[] {
	const { moverId, seconderId, vote, rules } = minute
	const judged: Problem[] = []
	const tookPart = (memberId: string) => {
		const seat = seatOf(minute, memberId)
		return seat !== null && takesPart(seat, rules)
	}
	if (!moverId && vote.how !== 'assent') judged.push({ problem: 'mover-missing', at: `${at}moverId` })
	if (moverId && !tookPart(moverId)) judged.push({ problem: 'mover-took-no-part', at: `${at}moverId` })
	if (seconderId && seconderId === moverId) judged.push({ problem: 'seconder-is-mover', at: `${at}seconderId` })
	else if (seconderId && !tookPart(seconderId)) judged.push({ problem: 'seconder-took-no-part', at: `${at}seconderId` })
	return judged
}

const sides = ['for', 'against', 'abstain'] as const

/** More hands than people who could vote, or fewer on a side than stand there by name, cannot have been counted. */
function judgeCount(minute: Minute, at: string): Problem[] {
	const { vote, rules } = minute
	if (vote.how !== 'hands') return []
	const counted = sides.map((side) => vote[side])
	if (!counted.every((number) => Number.isSafeInteger(number) && number >= 0))
		return [{ problem: 'hands-unclear', at: `${at}for` }]
	const most = minute.seats.filter((seat) => mayVote(seat, rules)).length
	if (counted.reduce((sum, number) => sum + number, 0) > most) return [{ problem: 'hands-too-many', at: `${at}for` }]
	const named: Tally = namedTally(minute)
	const short = sides.find((side) => vote[side] < named[side])
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
	const { level }: { level: string | null; outcome: MotionOutcome } =
		amendment === undefined ? decided : decided.amendments[amendment]!
	if (level !== 'casting-vote') return [{ problem: 'casting-not-level', at: where }]
	const presider = seatOf(minute, minute.presiderId)
	if (presider && !presider.votes) return [{ problem: 'casting-without-vote', at: where }]
	return missing(casting.reason, 'casting-reason-missing', `${at}castingReason`)
}

function missing(words: string, problem: MinuteProblem, at: string): Problem[] {
	return words.trim() === '' ? [{ problem, at }] : []
}
