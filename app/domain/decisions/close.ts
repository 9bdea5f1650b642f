import { fingerprint } from '../fingerprint.ts'
import type { Ballot, Decision, Result } from './decision.ts'
import { motionEngine, motionOutcome, tally } from './methods/motion.ts'
import type { Elector } from './open.ts'
import { hideSmallNumbers } from './small-numbers.ts'

export type CloseRefusal = 'already-closed' | 'stopped' | 'voting-not-over'
export type Closing = { refused: CloseRefusal } | { decision: Decision & { result: Result } }

/** Counts the ballots and ends the vote. Ballots are those to be kept: fresh ids where the vote is secret. */
export function close(
	decision: Decision,
	ballots: readonly Ballot[],
	electors: readonly Elector[],
	now: Date,
): Closing {
	if (decision.state === 'stopped') return { refused: 'stopped' }
	if (decision.state === 'closed') return { refused: 'already-closed' }
	if (now < decision.closesAt) return { refused: 'voting-not-over' }
	return { decision: { ...decision, state: 'closed', closedAt: now, result: resultOf(decision, ballots, electors) } }
}

function resultOf({ rules }: Decision, ballots: readonly Ballot[], electors: readonly Elector[]): Result {
	const votes = tally(ballots.map(({ choice }) => choice))
	return {
		engine: motionEngine,
		outcome: motionOutcome(rules, votes),
		tally: votes,
		electors: electors.length,
		byVoice: rules.secrecy === 'secret' ? hideSmallNumbers(byVoice(ballots, electors)) : byVoice(ballots, electors),
		ballotsHash: hashOf(ballots, rules.secrecy),
	}
}

function byVoice(ballots: readonly Ballot[], electors: readonly Elector[]) {
	const voices = [...new Set(electors.map(({ voiceId }) => voiceId))].sort()
	return voices.map((voiceId) => ({
		voiceId,
		electors: electors.filter((elector) => elector.voiceId === voiceId).length,
		tally: tally(ballots.filter((ballot) => ballot.voiceId === voiceId).map(({ choice }) => choice)),
	}))
}

/**
 * Over what is counted and nothing else: reasons are left out, so that a person's words can be erased later, and a
 * secret ballot is its id and its choice.
 */
function hashOf(ballots: readonly Ballot[], secrecy: Decision['rules']['secrecy']): string {
	const counted = ballots.map(({ id, choice, memberId, voiceId }) =>
		secrecy === 'secret' ? { id, choice } : { id, choice, memberId, voiceId },
	)
	return fingerprint(counted.sort((a, b) => (a.id < b.id ? -1 : 1)))
}
