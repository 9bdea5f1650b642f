import { fingerprint } from '../../fingerprint.ts'
import type { MotionResult, MotionRules, VoiceResult } from '../decision.ts'
import { noVotes, tally } from '../methods/motion.ts'
import { decide } from './decide.ts'
import type { Minute } from './minute.ts'
import { isChoice, mayVote } from './taking-part.ts'

export const boardEngine = 'board-motion/1'

/**
 * A minute in the shape every decision has, so that lists, the thread, actions and the record read it like any other.
 * This is the only place that knows both shapes. By assent nothing was counted: its tally is all noughts.
 */
export function asDecision(minute: Minute, versionFingerprint: string) {
	const { outcome, tally: counted, quorum } = decide(minute)
	const { threshold } = minute.rules
	const rules: MotionRules = {
		secrecy: 'named',
		quorum: quorum.needed,
		threshold: threshold === 'majority' ? 'majority' : threshold.share,
		showsStanding: false,
	}
	const result: MotionResult = {
		engine: boardEngine,
		outcome,
		tally: counted ?? noVotes,
		electors: minute.seats.filter(({ votes, part }) => votes && part !== 'interest').length,
		byVoice: minute.vote.how === 'names' ? byVoice(minute) : [],
		ballotsHash: fingerprint({
			vote: minute.vote,
			parts: minute.seats.map(({ memberId, part }) => ({ memberId, part })),
		}),
	}
	const heldAt = new Date(`${minute.heldOn}T12:00:00Z`)
	return {
		kind: 'board-decision' as const,
		method: 'motion' as const,
		question: minute.question,
		rules,
		options: [],
		shortlist: null,
		withdrawn: [],
		tieOrder: [],
		tieSeed: '',
		state: 'closed' as const,
		opensAt: heldAt,
		closesAt: heldAt,
		closedAt: heldAt,
		result,
		seal: sealOfMinute(minute, versionFingerprint),
	}
}

/** Over the whole minute and the words it was about. A correction gives another; the record keeps both. */
export function sealOfMinute(minute: Minute, versionFingerprint: string): string {
	return fingerprint({ version: versionFingerprint, minute })
}

function byVoice({ seats, rules }: Minute): VoiceResult[] {
	const voting = seats.filter(({ votes, part }) => votes && part !== 'interest')
	return [...new Set(voting.map(({ voiceId }) => voiceId))].sort().map((voiceId) => {
		const own = voting.filter((seat) => seat.voiceId === voiceId)
		const votes = own
			.filter((seat) => mayVote(seat, rules))
			.map(({ part }) => part)
			.filter(isChoice)
		return { voiceId, electors: own.length, voted: votes.length, tally: { ...tally(votes) } }
	})
}
