import { canonicalJson } from '../canonical-json.ts'
import type { AnswerRefusal } from './answer.ts'
import type { CastRefusal } from './cast.ts'
import type { Answer, Decision } from './decision.ts'

/** What one person read off one paper. Everyone who enters papers reads for themselves. */
export interface PaperReading {
	/** Written on the paper by hand, 1, 2, 3 …, so that two people speak of the same one. */
	number: number
	enteredBy: string
	/** The voice printed on the paper; it comes from the roll where the paper is named. */
	voiceId: string
	/** Whose it is: on named papers only. */
	memberId: string | null
	/** Null: nobody can read it. */
	answer: Answer | null
	reason: string
}

/** Somebody on the roll whose paper came back. */
export interface PaperReturned {
	memberId: string
	voiceId: string
}

export interface AgreedPaper extends Omit<PaperReading, 'enteredBy'> {}

export interface PaperComparison {
	/** Read alike by two people. */
	agreed: AgreedPaper[]
	/** Read differently: both readings, to be looked at again beside the paper. */
	differing: { number: number; readings: PaperReading[] }[]
	/** Read by one person so far. */
	once: number[]
	/** Voices with more or fewer papers entered than came back: too many is above 0. */
	uneven: { voiceId: string; by: number }[]
	/** Named papers entered for the same person twice. */
	twice: string[]
	/** Whether every paper that came back has been read alike by two people, and no other has. */
	isComplete: boolean
}

/** Compares what two people read, paper by paper, and with the papers that came back. */
export function comparePapers(readings: readonly PaperReading[], returned: readonly PaperReturned[]): PaperComparison {
	const byNumber = new Map<number, PaperReading[]>()
	for (const reading of readings) byNumber.set(reading.number, [...(byNumber.get(reading.number) ?? []), reading])
	const papers = [...byNumber].sort(([a], [b]) => a - b)
	const once = papers.filter(([, read]) => read.length === 1).map(([number]) => number)
	const several = papers.filter(([, read]) => read.length > 1)
	const differing = several
		.filter(([, read]) => new Set(read.map(textOf)).size > 1)
		.map(([number, read]) => ({ number, readings: read }))
	const agreed = several
		.filter(([, read]) => new Set(read.map(textOf)).size === 1)
		.map(([, [{ enteredBy: _, ...reading } = {} as PaperReading]]) => reading)
	const uneven = [...new Set([...returned, ...agreed].map(({ voiceId }) => voiceId))].sort().flatMap((voiceId) => {
		const by = sizeOf(agreed, voiceId) - sizeOf(returned, voiceId)
		return by === 0 ? [] : [{ voiceId, by }]
	})
	const owners = agreed.flatMap(({ memberId }) => memberId ?? [])
	const twice = [...new Set(owners.filter((owner, at) => owners.indexOf(owner) !== at))]
	return {
		agreed,
		differing,
		once,
		uneven,
		twice,
		isComplete: [differing, once, uneven, twice].every(({ length }) => length === 0),
	}
}

function textOf({ voiceId, memberId, answer, reason }: PaperReading) {
	return canonicalJson({ voiceId, memberId, answer, reason: reason.trim().replaceAll(/\s+/g, ' ') })
}

function sizeOf(papers: readonly { voiceId: string }[], voiceId: string) {
	return papers.filter((paper) => paper.voiceId === voiceId).length
}

/** Every paper is read by this many people. */
export const readersNeeded = 2

export type ReturnRefusal = CastRefusal | 'voted-on-screen' | 'one-reader'

/**
 * May this person's paper be taken in? Whichever way came first counts: somebody who has voted on a screen has voted, and
 * their paper is put aside unopened; once a paper is taken in, no screen takes their vote. `readers` could read it: with
 * fewer than two, its vote would wait for ever and hold up everybody's.
 */
export function returnRefusal(
	{ state, closesAt }: Pick<Decision, 'state' | 'closesAt'>,
	elector: { cameBy: 'screen' | 'paper' | null } | null,
	{ now, readers }: { now: Date; readers: number },
): ReturnRefusal | null {
	if (!elector) return 'not-on-the-roll'
	if (state === 'stopped') return 'stopped'
	if (state !== 'open' || now >= closesAt) return 'voting-over'
	if (elector.cameBy === 'screen') return 'voted-on-screen'
	return readers < readersNeeded ? 'one-reader' : null
}

export type GiveBackRefusal =
	| 'already-closed'
	| 'stopped'
	| 'too-late-to-take-off'
	| 'not-returned'
	| 'papers-read'
	| 'paper-read'

/**
 * May a paper that was noted by mistake be taken off again? While voting is open, because that person can still vote, and
 * while it is unread: else it would be counted beside what they cast instead. A named paper says whose it is; of a secret
 * one nobody can tell, so that it may be any that is read. After the close nobody alone makes a vote disappear: a paper
 * that is not there is then read as one that cannot be counted, by two people like any other.
 */
export function giveBackRefusal(
	{ state, closesAt, rules }: Pick<Decision, 'state' | 'closesAt' | 'rules'>,
	memberId: string,
	{ returned, readings }: { returned: readonly PaperReturned[]; readings: readonly PaperReading[] },
	now: Date,
): GiveBackRefusal | null {
	if (state === 'stopped') return 'stopped'
	if (state === 'closed') return 'already-closed'
	if (state !== 'open' || now >= closesAt) return 'too-late-to-take-off'
	if (!returned.some((paper) => paper.memberId === memberId)) return 'not-returned'
	if (rules.secrecy === 'secret') return readings.length > 0 ? 'papers-read' : null
	// Numbers go up to as many papers as are left.
	const left = returned.length - 1
	const isRead = readings.some(({ number, memberId: owner }) => number > left || owner === memberId)
	return isRead ? 'paper-read' : null
}

export type DiscardRefusal = 'stopped' | 'already-closed' | 'only-your-own' | 'none-read'

/**
 * May both readings of a paper be thrown away, whoever made them? Not while voting is open: else one person alone could make
 * every paper unread, and then take one off.
 */
export function readAgainRefusal({ state }: Pick<Decision, 'state'>): DiscardRefusal | null {
	if (state === 'stopped') return 'stopped'
	if (state === 'closed') return 'already-closed'
	return state === 'open' ? 'only-your-own' : null
}

/** May this person take back all they read themselves? */
export function takeBackRefusal(
	{ state }: Pick<Decision, 'state'>,
	readerId: string,
	readings: readonly PaperReading[],
): DiscardRefusal | null {
	if (state === 'stopped') return 'stopped'
	if (state === 'closed') return 'already-closed'
	return readings.some(({ enteredBy }) => enteredBy === readerId) ? null : 'none-read'
}

export type EnterRefusal =
	| 'stopped'
	| 'already-closed'
	| 'no-such-paper'
	| 'read-by-two'
	| 'not-returned'
	| 'voice-missing'
	| AnswerRefusal

/** May this reading be written down? Papers are read until the result is made, after the close as well. */
export function enterRefusal(
	{ state, rules }: Pick<Decision, 'state' | 'rules'>,
	reading: PaperReading,
	{ returned, others }: { returned: readonly PaperReturned[]; others: readonly PaperReading[] },
): Exclude<EnterRefusal, AnswerRefusal> | null {
	if (state === 'stopped') return 'stopped'
	if (state === 'closed') return 'already-closed'
	if (!Number.isSafeInteger(reading.number) || reading.number < 1 || reading.number > returned.length)
		return 'no-such-paper'
	const byOthers = others.filter(
		({ number, enteredBy }) => number === reading.number && enteredBy !== reading.enteredBy,
	)
	if (byOthers.length > 1) return 'read-by-two'
	if (rules.secrecy === 'named' && !returned.some(({ memberId }) => memberId === reading.memberId))
		return 'not-returned'
	return returned.some(({ voiceId }) => voiceId === reading.voiceId) ? null : 'voice-missing'
}
