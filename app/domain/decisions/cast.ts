import type { Decision } from './decision.ts'

export type CastRefusal = 'not-on-the-roll' | 'not-open-yet' | 'voting-over' | 'stopped'

/**
 * May this person cast or change a ballot now? `closesAt` is the first moment that is too late: a vote that arrives in
 * that very millisecond is refused, one before it counts. Null when they may.
 */
export function castRefusal(
	decision: Pick<Decision, 'state' | 'opensAt' | 'closesAt'>,
	isElector: boolean,
	now: Date,
): CastRefusal | null {
	if (!isElector) return 'not-on-the-roll'
	if (decision.state === 'stopped') return 'stopped'
	if (decision.state !== 'open' || now >= decision.closesAt) return 'voting-over'
	if (now < decision.opensAt) return 'not-open-yet'
	return null
}

/** What a reader is told: past its time but not yet counted is `closing`, never open. */
export function stateAt(
	{ state, closesAt }: Pick<Decision, 'state' | 'closesAt'>,
	now: Date,
): Exclude<Decision['state'], 'counting'> | 'closing' {
	if (state === 'counting') return 'closing'
	return state === 'open' && now >= closesAt ? 'closing' : state
}
