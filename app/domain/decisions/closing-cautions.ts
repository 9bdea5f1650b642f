import type { DecisionKind } from './decision.ts'

/** What somebody who sets up a vote may not have meant by its closing time. It is asked about, never refused. */
export type ClosingCaution = 'short' | 'midnight' | 'at-night'

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

/** Under this a vote is short: a day for advice, three where the answer binds. */
const shortMs: Record<DecisionKind, number> = {
	'show-of-views': dayMs,
	'panel-vote': 3 * dayMs,
	'board-decision': 3 * dayMs,
}

/** The clock in London, `hour` from 0 to 23. */
export interface Closing {
	kind: DecisionKind
	closesAt: Date
	clock: { hour: number; minute: number }
}

/** In the order they are told. From ten in the evening to seven in the morning few are awake to vote, or to be helped. */
export function closingCautions({ kind, closesAt, clock: { hour, minute } }: Closing, now: Date): ClosingCaution[] {
	const cautions: ClosingCaution[] = []
	if (closesAt.getTime() - now.getTime() < shortMs[kind]) cautions.push('short')
	if (hour === 0 && minute === 0) cautions.push('midnight')
	else if (hour >= 22 || hour < 7) cautions.push('at-night')
	return cautions
}
