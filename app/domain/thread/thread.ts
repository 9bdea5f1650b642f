import type { VerdictTally } from '../actions/verdict.ts'
import type { Document } from '../documents/document.ts'
import { type ActionFacts, choose, type DecisionFacts, type Through, type VersionFacts } from './choose.ts'
import { stopNames, type Thread, type Told } from './stops.ts'
import { tellActions } from './tell-actions.ts'
import { tellDecision, tellNeed, tellVersion, tellWords } from './tell-decision.ts'
import { tellDifference } from './tell-difference.ts'

export type { ActionFacts, DecisionFacts, Through, VersionFacts } from './choose.ts'
export type { Stop, Thread } from './stops.ts'

export interface ThreadFacts {
	document: Pick<Document, 'id' | 'need' | 'needSource' | 'phase' | 'stoppedReason'>
	/** How many people have written, from how many voices. */
	writers: number
	voices: number
	/** These in any order. */
	versions: VersionFacts[]
	decisions: DecisionFacts[]
	actions: ActionFacts[]
	verdicts: { actionId: string; tally: VerdictTally }[]
}

/**
 * need → words → version → decision → action → difference, and where that stands now. A document may have several
 * versions, decisions and actions: the thread follows the decision that has gone furthest, names
 * the newest vote beside it and counts the actions of all; or it is the one that runs `through` the version, decision or
 * action being looked at.
 */
export function threadOf(facts: ThreadFacts, now: Date, through: Through = {}): Thread {
	const { document, verdicts } = facts
	const chosen = choose(facts, through)
	const told = [
		tellNeed(document, chosen),
		tellWords(facts, chosen),
		tellVersion(facts, chosen),
		tellDecision(document, chosen, now),
		tellActions(document, chosen, now),
		tellDifference(chosen.actions, verdicts),
	]
	const isStopped = document.phase === 'stopped' && chosen.actions.length === 0
	return place(told, isStopped ? (document.stoppedReason ?? '') : null)
}

/** The first stop that is not settled is the present one; a stopped document stops there. */
function place(tellings: readonly Told[], documentStopped: string | null): Thread {
	const settled = tellings.findIndex((one) => one.settled !== 'yes')
	const present = settled === -1 ? tellings.length : settled
	return tellings.map((one, index) => {
		const { standing, target = null, newer } = one
		const stop = stopNames[index]!
		const told = { stop, target, ...(newer && { newer }) }
		if (index < present) return { ...told, state: 'done', standing }
		if (index > present) return { ...told, state: 'ahead', standing }
		if (documentStopped !== null) {
			return { ...told, state: 'stopped', standing: { is: 'document-stopped', reason: documentStopped } }
		}
		return { ...told, state: one.settled === 'stopped' ? 'stopped' : 'now', standing }
	})
}
