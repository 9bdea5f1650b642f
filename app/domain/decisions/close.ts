import type { Decision, Result } from './decision.ts'

export type CloseRefusal = 'already-closed' | 'stopped' | 'voting-not-over'

/**
 * Ends the voting: from now on no ballot is taken or changed, so the count can be made outside of any transaction and, after
 * a crash in the middle, made again.
 */
export function beginCounting(decision: Decision, now: Date): { refused: CloseRefusal } | { decision: Decision } {
	if (decision.state === 'stopped') return { refused: 'stopped' }
	if (decision.state === 'closed') return { refused: 'already-closed' }
	if (now < decision.closesAt) return { refused: 'voting-not-over' }
	return { decision: { ...decision, state: 'counting' } }
}

export type Closing =
	| { refused: 'already-closed' | 'stopped' | 'not-counting' }
	| { decision: Decision & { result: Result } }

/** Writes the result down, once: whoever comes second finds it closed. */
export function close(decision: Decision, result: Result, now: Date): Closing {
	if (decision.state === 'stopped') return { refused: 'stopped' }
	if (decision.state === 'closed') return { refused: 'already-closed' }
	if (decision.state !== 'counting') return { refused: 'not-counting' }
	return { decision: { ...decision, state: 'closed', closedAt: now, result } as Decision & { result: Result } }
}
