import type { Action } from '../actions/action.ts'
import { type Decision, type Outcome, settles } from '../decisions/decision.ts'
import type { Version } from '../documents/version.ts'
import type { Choice } from './stops.ts'

export type VersionFacts = Pick<Version, 'id' | 'number' | 'frozenAt'>

export type DecisionFacts = Pick<
	Decision,
	'id' | 'versionId' | 'kind' | 'state' | 'opensAt' | 'closesAt' | 'closedAt' | 'stoppedReason'
> & {
	outcome: Outcome | null
	/** Of a vote with options. */
	choice?: Choice
	/** Of a level vote that a casting vote may settle: the moment from which it cannot. */
	castingUntil?: Date
}

export type ActionFacts = Pick<Action, 'id' | 'decisionId' | 'status' | 'dueOn'> & {
	/** The words of the update that stopped it. */
	stoppedWhy: string | null
}

/** What the reader is looking at: the most particular one given counts. */
export interface Through {
	versionId?: string
	decisionId?: string
	actionId?: string
}

export interface Chosen {
	version: VersionFacts | null
	decision: DecisionFacts | null
	/** A vote opened after the one followed. Null too where one decision or action is looked at. */
	newer: DecisionFacts | null
	/** Of every decision there is about the document or version looked at; of the one decision or action looked at. */
	actions: ActionFacts[]
	/** A later version that was put to people instead of the one being looked at. */
	later: VersionFacts | null
}

interface Choices {
	versions: VersionFacts[]
	decisions: DecisionFacts[]
	actions: ActionFacts[]
}

/** Which version, decision and actions the thread runs through. */
export function choose({ versions, decisions, actions }: Choices, through: Through): Chosen {
	const action = actions.find(({ id }) => id === through.actionId)
	const looked = decisions.find(({ id }) => id === (action?.decisionId ?? through.decisionId))
	const own = versions.find(({ id }) => id === through.versionId)
	const newest = versions.toSorted((a, b) => b.number - a.number)[0] ?? null
	const about = own ? decisions.filter(({ versionId }) => versionId === own.id) : decisions
	const decision = looked ?? furthest({ decisions: about, actions }, own ?? newest)
	const version = versions.find(({ id }) => id === decision?.versionId) ?? own ?? newest
	return {
		version,
		decision,
		newer: looked || !decision ? null : newerThan(decision, about),
		actions: action ? [action] : actionsOf(actions, looked ? [looked] : about),
		later:
			decision || !version
				? null
				: (versions.find(
						(other) => other.number > version.number && decisions.some(({ versionId }) => versionId === other.id),
					) ?? null),
	}
}

export function isAgreed({ kind, state, outcome }: Pick<DecisionFacts, 'kind' | 'state' | 'outcome'>): boolean {
	return kind !== 'show-of-views' && state === 'closed' && outcome !== null && settles(outcome)
}

const latestFirst = (a: DecisionFacts, b: DecisionFacts) => b.opensAt.getTime() - a.opensAt.getTime()

function newerThan(followed: DecisionFacts, decisions: DecisionFacts[]): DecisionFacts | null {
	const [latest] = decisions.toSorted(latestFirst)
	return latest && latest.opensAt > followed.opensAt ? latest : null
}

function actionsOf(actions: ActionFacts[], decisions: DecisionFacts[]): ActionFacts[] {
	return actions.filter(({ decisionId }) => decisions.some(({ id }) => id === decisionId))
}

/**
 * The last decision that led to actions, so that no later vote hides what became of them; or else the last agreed one, or
 * the last one open. A vote that led nowhere holds the thread only until there is a version newer than the words it was
 * about.
 */
function furthest(
	{ decisions, actions }: Omit<Choices, 'versions'>,
	newest: VersionFacts | null,
): DecisionFacts | null {
	const latest = decisions.toSorted(latestFirst)
	return (
		latest.find((decision) => actionsOf(actions, [decision]).length > 0) ??
		latest.find(isAgreed) ??
		latest.find(({ state }) => state === 'open' || state === 'counting') ??
		latest.find(({ versionId }) => versionId === newest?.id) ??
		null
	)
}
