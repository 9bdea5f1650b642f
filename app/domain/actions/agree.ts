import { type Decision, type Outcome, settles } from '../decisions/decision.ts'
import type { Action } from './action.ts'
import { type Day, londonDay } from './days.ts'

/** What people agree to do. The rest of an action follows from where and when it was agreed. */
export interface Agreement {
	id: string
	decisionId: string
	title: string
	accountableBody: string
	lead: string
	leadMemberId: string | null
	citizenPartnerId: string | null
	expectedDifference: string
	dueOn: Day
}

export type Ground = Pick<Decision, 'id' | 'partnershipId' | 'kind' | 'state'> & { result: { outcome: Outcome } | null }
export type GroundRefusal = 'still-open' | 'decision-stopped' | 'not-agreed' | 'only-advice'
export type AgreeRefusal = GroundRefusal | 'due-in-the-past'
export type Agreeing = { refused: AgreeRefusal } | { action: Omit<Action, 'reference'> }

/** Why nothing may be agreed on this ground, or null. A show of views is advice, so no action follows from it alone. */
export function refuseGround({ kind, state, result }: Ground): GroundRefusal | null {
	if (state === 'open' || state === 'counting') return 'still-open'
	if (state === 'stopped') return 'decision-stopped'
	if (kind === 'show-of-views') return 'only-advice'
	return result && settles(result.outcome) ? null : 'not-agreed'
}

/** The first due date is kept for ever, so it cannot have passed already when it is agreed. */
export function agree(ground: Ground, agreement: Agreement, by: { memberId: string }, now: Date): Agreeing {
	const refused = refuseGround(ground)
	if (refused) return { refused }
	if (agreement.dueOn < londonDay(now)) return { refused: 'due-in-the-past' }
	return {
		action: {
			...agreement,
			decisionId: ground.id,
			partnershipId: ground.partnershipId,
			firstDueOn: agreement.dueOn,
			status: 'not-started',
			createdBy: by.memberId,
			createdAt: now,
		},
	}
}
