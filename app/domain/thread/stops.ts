import type { ActionStatus } from '../actions/action.ts'
import type { Decision, DecisionKind, Outcome } from '../decisions/decision.ts'

export const stopNames = ['need', 'words', 'version', 'decision', 'action', 'difference'] as const
export type StopName = (typeof stopNames)[number]

/**
 * `done` is behind us; `now` is where it stands, and there is one at most; `stopped` is where it ended and says why;
 * `ahead` is not yet.
 */
export type StopState = 'done' | 'now' | 'ahead' | 'stopped'

/** What a vote with options was about, without what was withdrawn, and the ids of those that were chosen or funded. */
export type Choice = Pick<Decision, 'method' | 'options'> & { winners: readonly string[] }

/** How a stop stands, in facts: `features/thread` puts them in words. Days are ISO days, moments are Dates. */
export type Standing =
	| { is: 'not-yet' }
	| { is: 'need-told'; source: string }
	| { is: 'need-untold' }
	| { is: 'writing'; writers: number; voices: number }
	/** `final`: nobody writes any more, and this is what stands. */
	| { is: 'frozen'; number: number; at: Date; final?: true }
	| { is: 'superseded'; number: number }
	| { is: 'not-asked' }
	| { is: 'vote-open'; closesAt: Date; kind: DecisionKind }
	/** Its time is over and it is not counted yet: papers may still have to be read. */
	| { is: 'vote-ended'; at: Date; kind: DecisionKind }
	/** Level, and the one person who may settle it has not done so yet. */
	| { is: 'vote-level'; until: Date; kind: DecisionKind }
	| { is: 'views-heard'; at: Date }
	| { is: 'agreed'; at: Date; kind: DecisionKind }
	/** As good as agreed: something was chosen or funded. */
	| { is: 'chosen'; at: Date; kind: DecisionKind; choice: Choice }
	| { is: 'none-chosen'; at: Date; kind: DecisionKind; choice: Choice }
	| { is: 'not-decided'; outcome: Exclude<Outcome, 'agreed' | 'chosen'>; at: Date; kind: DecisionKind }
	| { is: 'vote-stopped'; reason: string; kind: DecisionKind }
	| { is: 'nothing-agreed-yet' }
	| { is: 'nothing-agreed-since'; at: Date }
	/** `status` is what was last reported; days late are told beside it. */
	| { is: 'under-way'; status: ActionStatus; dueOn: string; daysLate: number }
	| { is: 'actions-under-way'; actions: number; late: number; done: number }
	| { is: 'reported-done'; actions: number }
	| { is: 'action-stopped'; reason: string }
	| { is: 'actions-stopped'; actions: number }
	| { is: 'asking' }
	| { is: 'felt'; felt: number; people: number; actions: number }
	| { is: 'document-stopped'; reason: string }

/** What a stop leads to. Several actions are reached through the decision, or the document, they came from. */
export type Target =
	| { to: 'document'; id: string }
	| { to: 'version'; documentId: string; number: number }
	| { to: 'decision'; id: string }
	| { to: 'action'; id: string }
	| { to: 'actions'; decisionId: string }
	| { to: 'all-actions'; documentId: string }

export interface Stop {
	stop: StopName
	state: StopState
	standing: Standing
	target: Target | null
	/** Of the decision followed: how the newest vote stands, where there is a newer one. */
	newer?: Standing
}

/** The six stops, in order. */
export type Thread = readonly Stop[]

/** One stop as it is told, before it is known which of them is the present one. */
export interface Told {
	/** `yes`: there is nothing more to wait for here. `stopped`: it ended here. */
	settled: 'yes' | 'no' | 'stopped'
	standing: Standing
	target?: Target | null
	newer?: Standing
}
