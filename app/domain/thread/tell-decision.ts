import { settles } from '../decisions/decision.ts'
import type { Document } from '../documents/document.ts'
import type { Chosen, DecisionFacts, VersionFacts } from './choose.ts'
import type { Target, Told } from './stops.ts'

type Subject = Pick<Document, 'id' | 'need' | 'needSource' | 'phase'>

export function tellNeed({ id, need, needSource }: Subject, { version }: Chosen): Told {
	const target: Target = { to: 'document', id }
	if (need.trim()) return { settled: 'yes', standing: { is: 'need-told', source: needSource }, target }
	return { settled: version ? 'yes' : 'no', standing: { is: 'need-untold' }, target }
}

export function tellWords(
	{ document, writers, voices }: { document: Subject; writers: number; voices: number },
	{ version }: Chosen,
): Told {
	return {
		settled: version ? 'yes' : 'no',
		standing: writers > 0 ? { is: 'writing', writers, voices } : { is: 'not-yet' },
		target: { to: 'document', id: document.id },
	}
}

export function tellVersion(
	{ document, versions }: { document: Subject; versions: VersionFacts[] },
	{ version }: Chosen,
): Told {
	if (!version) return { settled: 'no', standing: { is: 'not-yet' } }
	const { number, frozenAt } = version
	const isFinal = document.phase === 'final' && versions.every((other) => other.number <= number)
	return {
		settled: 'yes',
		standing: { is: 'frozen', number, at: frozenAt, ...(isFinal && { final: true }) },
		target: toVersion(document, version),
	}
}

export function tellDecision(document: Subject, { version, decision, newer, later }: Chosen, now: Date): Told {
	if (decision) {
		const target: Target = { to: 'decision', id: decision.id }
		return { ...standingOf(decision, now), target, ...(newer && { newer: standingOf(newer, now).standing }) }
	}
	if (later) {
		return {
			settled: 'stopped',
			standing: { is: 'superseded', number: later.number },
			target: toVersion(document, later),
		}
	}
	return { settled: 'no', standing: { is: version ? 'not-asked' : 'not-yet' } }
}

function standingOf(
	{ kind, state, outcome, closesAt, closedAt, stoppedReason, choice, castingUntil }: DecisionFacts,
	now: Date,
): Told {
	const at = closedAt ?? closesAt
	if (state === 'open' && now < closesAt) return { settled: 'no', standing: { is: 'vote-open', closesAt, kind } }
	if (state === 'open' || state === 'counting')
		return { settled: 'no', standing: { is: 'vote-ended', at: closesAt, kind } }
	if (state === 'stopped')
		return { settled: 'stopped', standing: { is: 'vote-stopped', reason: stoppedReason ?? '', kind } }
	// Advice has been given and nothing is decided yet: the two must never be confused.
	if (kind === 'show-of-views') return { settled: 'no', standing: { is: 'views-heard', at } }
	if (castingUntil && outcome === 'level') {
		if (now < castingUntil) return { settled: 'no', standing: { is: 'vote-level', until: castingUntil, kind } }
		return { settled: 'stopped', standing: { is: 'not-decided', outcome: 'not-agreed', at, kind } }
	}
	if (choice && outcome === 'chosen') return { settled: 'yes', standing: { is: 'chosen', at, kind, choice } }
	if (choice && outcome === 'none-chosen')
		return { settled: 'stopped', standing: { is: 'none-chosen', at, kind, choice } }
	if (outcome && settles(outcome)) return { settled: 'yes', standing: { is: 'agreed', at, kind } }
	return { settled: 'stopped', standing: { is: 'not-decided', outcome: outcome ?? 'nobody-voted', at, kind } }
}

const toVersion = ({ id }: { id: string }, { number }: VersionFacts): Target => ({
	to: 'version',
	documentId: id,
	number,
})
