import { fingerprint } from '../fingerprint.ts'
import type { Details, Entry } from '../record/entry.ts'
import type { Decision } from './decision.ts'
import type { Difference } from './verify-result.ts'

/** Whose question it is and what it is called: neither is sealed. The group by its fingerprint, so that the entry points to no group. */
export function placeDetails({ reference, groupId }: Pick<Decision, 'reference' | 'groupId'>): Details {
	return { reference, group: fingerprint(groupId) }
}

/** What the database holds of a vote besides its own row. */
export interface Around {
	/** How many of the roll are marked as having voted. */
	voted: number
	ballots: number
}

/**
 * Does a vote stand in the state the record says, from when to when, and have as many voted? What was sealed and counted is
 * compared elsewhere (`verify-result`).
 */
export function verifyStanding(decision: Decision, around: Around, entries: readonly Entry[]): Difference[] {
	const opened = entries.find(({ kind }) => kind === 'decision-opened')
	if (!opened) return ['not-recorded']
	const isOpening =
		isPlace(decision, opened) &&
		decision.kind === opened.details.kind &&
		decision.method === opened.details.method &&
		decision.opensAt.getTime() === opened.at.getTime()
	return [
		...(isOpening ? [] : ['opening-changed' as const]),
		...verifyEnding(decision, entries),
		...(isTurnout(decision, around, entries) ? [] : ['turnout-changed' as const]),
	]
}

function isPlace(decision: Decision, { details, actorId }: Entry): boolean {
	const { reference, group } = placeDetails(decision)
	return (
		decision.versionId === details.versionId &&
		decision.openedBy === actorId &&
		(!hasPlace(details) || (details.reference === reference && details.group === group))
	)
}

/** Decisions opened before it was recorded have none. */
export function hasPlace(details: Details): boolean {
	return details.reference !== undefined
}

function verifyEnding({ state, closedAt, result }: Decision, entries: readonly Entry[]): Difference[] {
	const ended = entries.find(({ kind }) => kind === 'decision-closed' || kind === 'decision-stopped')
	const hasEnded = state === 'closed' || state === 'stopped'
	if (!ended) return hasEnded || closedAt || result ? ['not-recorded'] : []
	if (ended.kind === 'decision-closed' && state !== 'closed') return ['closing-undone']
	if (ended.kind === 'decision-stopped' && state !== 'stopped') return ['stopping-undone']
	return [
		...(closedAt?.getTime() === ended.at.getTime() ? [] : ['ending-moved' as const]),
		...(state === 'stopped' && result ? ['not-recorded' as const] : []),
	]
}

/** A ballot a person, and every one of them with its entry; until the close, papers are no ballots yet. */
function isTurnout({ state, result }: Decision, { voted, ballots }: Around, entries: readonly Entry[]): boolean {
	const count = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length
	const onScreen = count('ballot-cast')
	if (voted !== onScreen + count('paper-taken-in') - count('paper-given-back')) return false
	if (state === 'stopped') return ballots === 0
	return state === 'closed' ? ballots + (result?.spoilt ?? 0) === voted : ballots === onScreen
}

/** Are the words on what it led to those that were last written? Where words were removed since, nobody can tell. */
export function verifyOutcomeWords(
	{ outcome }: Pick<Decision, 'outcome'>,
	entries: readonly Entry[],
	wordsRemovedAt: Date | null,
): Difference[] {
	const written = entries.findLast(({ kind }) => kind === 'outcome-written')
	if (!written) return outcome === null ? [] : ['outcome-words-changed']
	if (wordsRemovedAt && wordsRemovedAt >= written.at) return []
	return outcome !== null && fingerprint(outcome) === written.details.words ? [] : ['outcome-words-changed']
}

/** What the database holds of a board's decision besides its row and its words. */
export interface KeptApproval {
	corrections: number
	/** How many earlier minutes are kept. */
	kept: number
	approvedBy: string | null
	approvedAt: Date | null
	approvedOn: string | null
}

/** The same of a board's decision: was it entered, corrected and approved as the record says? */
export function verifyEntry(decision: Decision, minute: KeptApproval, entries: readonly Entry[]): Difference[] {
	const entered = entries.find(({ kind }) => kind === 'board-decision-recorded')
	if (!entered) return ['not-recorded']
	return [
		...(decision.kind === 'board-decision' && isPlace(decision, entered) ? [] : ['opening-changed' as const]),
		...(decision.state === 'closed' ? [] : ['closing-undone' as const]),
		...(areCorrections(minute, entered, entries) ? [] : ['corrections-changed' as const]),
		...(isApproval(minute, entries) ? [] : ['approval-changed' as const]),
	]
}

/** Each goes on from the seal before it. */
function areCorrections({ corrections, kept }: KeptApproval, entered: Entry, entries: readonly Entry[]): boolean {
	const recorded = entries.filter(({ kind }) => kind === 'board-decision-corrected')
	const seals = [entered, ...recorded].map(({ details }) => details.seal)
	return (
		corrections === recorded.length &&
		kept === recorded.length &&
		recorded.every(({ details }, at) => details.sealBefore === seals[at])
	)
}

function isApproval({ approvedBy, approvedAt, approvedOn }: KeptApproval, entries: readonly Entry[]): boolean {
	const approved = entries.find(({ kind }) => kind === 'board-decision-approved')
	if (!approved) return approvedBy === null && approvedAt === null && approvedOn === null
	return (
		approvedBy === approved.actorId &&
		approvedAt?.getTime() === approved.at.getTime() &&
		approvedOn === approved.details.approvedOn
	)
}
