import { canonicalJson } from '../../canonical-json.ts'
import type { Amendment, Attendance, Minute, Vote } from './minute.ts'

type Words = 'heldOn' | 'place' | 'question' | 'motion' | 'reasons'
type Person = 'presiderId' | 'officerId' | 'moverId' | 'seconderId'
type SeatWords = 'substitute' | 'interest' | 'dispensation'

/** One thing that a correction changed, for everyone to see. */
export type Change =
	| { what: Words; before: string; after: string }
	| { what: Person; before: string | null; after: string | null }
	| { what: 'part'; memberId: string; before: Attendance['part']; after: Attendance['part'] }
	| { what: SeatWords; memberId: string; before: string; after: string }
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
	for (const seat of before.seats) found.push(...ofSeat(seat, after))
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
	if (!after) return []
	const words = (['substitute', 'interest', 'dispensation'] as const).filter((what) => before[what] !== after[what])
	return [
		...(before.part === after.part
			? []
			: [{ what: 'part' as const, memberId, before: before.part, after: after.part }]),
		...words.map((what) => ({ what, memberId, before: before[what], after: after[what] })),
	]
}

function differs(a: unknown, b: unknown) {
	return canonicalJson(a) !== canonicalJson(b)
}
