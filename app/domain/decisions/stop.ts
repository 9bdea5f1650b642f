import type { Decision } from './decision.ts'

export type StopRefusal = 'reason-missing' | 'stopped' | 'voting-over'
export type Stopping = { refused: StopRefusal } | { decision: Decision }

/** An open vote is never changed, only stopped, with a reason everyone can read. Once its time is over it is counted. */
export function stop(decision: Decision, reason: string, now: Date): Stopping {
	if (decision.state === 'stopped') return { refused: 'stopped' }
	if (decision.state !== 'open' || now >= decision.closesAt) return { refused: 'voting-over' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	return { decision: { ...decision, state: 'stopped', closedAt: now, stoppedReason: reason.trim() } }
}
