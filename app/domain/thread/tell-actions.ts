import { londonDay } from '../actions/days.ts'
import { daysLate, isOver, shownStatus } from '../actions/standing.ts'
import type { Document } from '../documents/document.ts'
import { type ActionFacts, type Chosen, type DecisionFacts, isAgreed } from './choose.ts'
import type { Target, Told } from './stops.ts'

/** An agreed decision from which nothing has followed for this long (a month) has stopped the thread. */
export const nothingFollowedMs = 31 * 86_400_000

export function tellActions(document: Pick<Document, 'id'>, { decision, actions }: Chosen, now: Date): Told {
	const [first, ...others] = actions
	if (!decision || !first) return tellNothingAgreed(decision, now)
	const today = londonDay(now)
	if (others.length === 0) return { ...standingOf(first, today), target: { to: 'action', id: first.id } }
	const isOneDecisions = actions.every(({ decisionId }) => decisionId === decision.id)
	const target: Target = isOneDecisions
		? { to: 'actions', decisionId: decision.id }
		: { to: 'all-actions', documentId: document.id }
	return { ...standingOfAll(actions, today), target }
}

function tellNothingAgreed(decision: DecisionFacts | null, now: Date): Told {
	if (!decision || !isAgreed(decision)) return { settled: 'no', standing: { is: 'not-yet' } }
	const at = decision.closedAt ?? decision.closesAt
	if (now.getTime() - at.getTime() <= nothingFollowedMs)
		return { settled: 'no', standing: { is: 'nothing-agreed-yet' } }
	return {
		settled: 'stopped',
		standing: { is: 'nothing-agreed-since', at },
		target: { to: 'decision', id: decision.id },
	}
}

function standingOf(action: ActionFacts, today: string): Told {
	const { status, dueOn, stoppedWhy } = action
	if (status === 'done') return { settled: 'yes', standing: { is: 'reported-done', actions: 1 } }
	if (status === 'stopped') return { settled: 'stopped', standing: { is: 'action-stopped', reason: stoppedWhy ?? '' } }
	return {
		settled: 'no',
		standing: { is: 'under-way', status: action.status, dueOn, daysLate: daysLate(action, today) },
	}
}

function standingOfAll(actions: ActionFacts[], today: string): Told {
	const done = actions.filter(({ status }) => status === 'done').length
	if (!actions.every(isOver)) {
		const late = actions.filter((action) => shownStatus(action, today) === 'late').length
		return { settled: 'no', standing: { is: 'actions-under-way', actions: actions.length, late, done } }
	}
	if (done === 0) return { settled: 'stopped', standing: { is: 'actions-stopped', actions: actions.length } }
	return { settled: 'yes', standing: { is: 'reported-done', actions: done } }
}
