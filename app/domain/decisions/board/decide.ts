import type { MotionOutcome, Tally } from '../decision.ts'
import { type BoardMotionResult, type BoardMotionRule, boardMotionResult } from '../methods/board-motion.ts'
import type { QuorumAnswer } from '../methods/quorum.ts'
import { meetingQuorum } from './meeting-quorum.ts'
import type { Amendment, CastingVote, Minute } from './minute.ts'
import { atAmendment, isThere, mayVote } from './taking-part.ts'
import { voteTally } from './vote-tally.ts'

export interface Decided {
	quorum: QuorumAnswer
	/** Null for assent. */
	tally: Tally | null
	outcome: MotionOutcome
	level: BoardMotionResult['level']
	/** One for each amendment, in its order. */
	amendments: (BoardMotionResult & { tally: Tally | null; quorum: QuorumAnswer })[]
	/** The substantive motion: what was moved, as the amendments that were carried left it. */
	wording: string
}

/** What a minute comes to under the body's rules: amendments first, then the motion as they left it. */
export function decide(minute: Minute): Decided {
	const quorum = meetingQuorum(minute)
	const tally = voteTally(minute)
	const amendments = minute.amendments.map((amendment) => {
		const then = atAmendment(minute, amendment)
		const counted = voteTally(then)
		const there = meetingQuorum(then)
		// An amendment needs a plain majority whatever share the motion itself needs.
		const rule = { threshold: 'majority' as const, castingVote: minute.rules.castingVote }
		return { ...settle(then, rule, there.met, counted, amendment.casting), tally: counted, quorum: there }
	})
	return {
		quorum,
		tally,
		...settle(minute, minute.rules, quorum.met, tally, minute.casting),
		amendments,
		wording: wordingAfter(minute, amendments),
	}
}

function settle(
	{ seats, rules }: Minute,
	rule: BoardMotionRule,
	quorumMet: boolean,
	tally: Tally | null,
	casting: CastingVote | null,
): BoardMotionResult {
	const voting = seats.filter(({ votes, part }) => votes && part !== 'interest')
	if (tally === null) {
		if (!quorumMet) return { outcome: 'no-quorum', level: null }
		return { outcome: voting.some((seat) => mayVote(seat, rules)) ? 'agreed' : 'nobody-voted', level: null }
	}
	return boardMotionResult(rule, {
		tally,
		quorumMet,
		present: voting.filter((seat) => isThere(seat, rules)).length,
		entitled: voting.length,
		...(casting && { casting: casting.choice }),
	})
}

function wordingAfter({ motion, amendments }: Minute, results: readonly { outcome: MotionOutcome }[]): string {
	const carried = amendments.filter((amendment, at) => results[at]?.outcome === 'agreed' && hasWording(amendment))
	return carried.at(-1)?.wording ?? motion
}

function hasWording({ wording }: Amendment) {
	return wording.trim() !== ''
}
