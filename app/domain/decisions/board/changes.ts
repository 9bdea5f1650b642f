import { canonicalJson } from '../../canonical-json.ts'
import type { Amendment, Attendance, BodyRules, Minute, Vote } from './minute.ts'

type Words = 'heldOn' | 'place' | 'question' | 'motion' | 'reasons'
type Person = 'presiderId' | 'officerId' | 'moverId' | 'seconderId'
type SeatWords = 'right' | 'substitute' | 'interest' | 'dispensation'

/** One thing that a correction changed, for everyone to see. */
export type Change =
	| { what: Words; before: string; after: string }
	| { what: Person; before: string | null; after: string | null }
	| { what: 'part'; memberId: string; before: Attendance['part']; after: Attendance['part'] }
	| { what: SeatWords; memberId: string; before: string; after: string }
	| { what: 'joined'; memberId: string; before: Attendance['joined']; after: Attendance['joined'] }
	| { what: 'late'; memberId: string; before: boolean; after: boolean }
	/** Whether they held a seat at all on the day of the meeting. */
	| { what: 'seat'; memberId: string; before: boolean; after: boolean }
	| { what: 'rules'; before: BodyRules; after: BodyRules }
	| { what: 'vote'; before: Vote; after: Vote }
	| { what: 'casting'; before: Minute['casting']; after: Minute['casting'] }
	| { what: 'amendment'; number: number; before: Amendment | null; after: Amendment | null }

/** What is not the same in two minutes of one decision, in the order of the minute. */
export function changes(before: Minute, after: Minute): Change[] {
	const found: Change[] = []
	for (const what of ['heldOn', 'place', 'question', 'motion'] as const)
		if (before[what] !== after[what]) found.push({ what, before: before[what], after: after[what] })
	for (const what of ['presiderId', 'officerId', 'moverId', 'seconderId'] as const)
		if (before[what] !== after[what]) found.push({ what, before: before[what], after: after[what] })
	if (differs(before.rules, after.rules)) found.push({ what: 'rules', before: before.rules, after: after.rules })
	for (const seat of before.seats) found.push(...ofSeat(seat, after))
	for (const { memberId } of after.seats)
		if (!before.seats.some((seat) => seat.memberId === memberId))
			found.push({ what: 'seat', memberId, before: false, after: true })
	const most = Math.max(before.amendments.length, after.amendments.length)
	for (let at = 0; at < most; at++) {
		const pair = { before: before.amendments[at] ?? null, after: after.amendments[at] ?? null }
		if (differs(pair.before, pair.after)) found.push({ what: 'amendment', number: at + 1, ...pair })
	}
	if (differs(before.vote, after.vote)) found.push({ what: 'vote', before: before.vote, after: after.vote })
	if (differs(before.casting, after.casting))
		found.push({ what: 'casting', before: before.casting, after: after.casting })
	if (before.reasons !== after.reasons) found.push({ what: 'reasons', before: before.reasons, after: after.reasons })
	return found
}

function ofSeat(before: Attendance, { seats }: Minute): Change[] {
	const { memberId } = before
	const after = seats.find((seat) => seat.memberId === memberId)
	if (!after) return [{ what: 'seat', memberId, before: true, after: false }]
	const words = (['right', 'substitute', 'interest', 'dispensation'] as const).filter(
		(what) => before[what] !== after[what],
	)
	const found: Change[] = []
	if (before.part !== after.part) found.push({ what: 'part', memberId, before: before.part, after: after.part })
	if (before.joined !== after.joined)
		found.push({ what: 'joined', memberId, before: before.joined, after: after.joined })
	if (before.late !== after.late) found.push({ what: 'late', memberId, before: before.late, after: after.late })
	return [...found, ...words.map((what) => ({ what, memberId, before: before[what], after: after[what] }))]
}

function differs(a: unknown, b: unknown) {
	return canonicalJson(a) !== canonicalJson(b)
}
