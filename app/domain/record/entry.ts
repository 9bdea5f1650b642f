import { fingerprint } from '../fingerprint.ts'

/** Everything that changes power, frozen words, votes, money or actions. */
export type RecordKind =
	| 'partnership-started'
	| 'partnership-changed'
	| 'voice-changed'
	| 'member-joined'
	| 'member-changed'
	| 'member-left'
	| 'person-erased'
	| 'group-made'
	| 'group-closed'
	| 'seat-given'
	| 'seat-changed'
	| 'seat-taken-away'
	| 'card-made'
	| 'card-revoked'
	| 'supporter-named'
	| 'supporter-ended'
	| 'document-started'
	| 'document-terms-changed'
	| 'document-visibility-changed'
	| 'document-proposed'
	| 'document-finished'
	| 'document-opened-again'
	| 'document-stopped'
	| 'version-frozen'
	| 'words-removed'
	| 'decision-opened'
	| 'ballot-cast'
	| 'ballot-changed'
	| 'option-withdrawn'
	| 'paper-taken-in'
	| 'paper-given-back'
	| 'decision-closed'
	| 'casting-vote-given'
	| 'decision-stopped'
	| 'body-rules-set'
	| 'board-decision-recorded'
	| 'board-decision-corrected'
	| 'board-decision-approved'
	| 'minute-names-removed'
	| 'meeting-published'
	| 'meeting-item-added'
	| 'meeting-item-taken-off'
	| 'meeting-item-retitled'
	| 'meeting-called-off'
	| 'meeting-moved'
	| 'meeting-attendance-set'
	| 'interest-declared'
	| 'interest-withdrawn'
	| 'dispensation-set'
	| 'meeting-item-decided'
	| 'meeting-item-noted'
	| 'meeting-minutes-approved'
	| 'meeting-names-removed'
	| 'outcome-written'
	| 'note-added'
	| 'note-withdrawn'
	| 'action-agreed'
	| 'action-updated'
	| 'verdict-given'

/** Ids, numbers and fingerprints only: no names, no words of people. */
export type Details = Record<string, string | number | boolean | null>

export interface EntryContent {
	partnershipId: string
	number: number
	kind: RecordKind
	subjectId: string
	actorId: string | null
	details: Details
	at: Date
}

export interface Entry extends EntryContent {
	previousHash: string
	hash: string
}

/** What the first entry of a chain points back to. */
export const noEntry = '0'.repeat(64)

export function sealEntry(content: EntryContent, previousHash: string): Entry {
	return { ...content, previousHash, hash: entryHash(content, previousHash) }
}

export function entryHash(
	{ partnershipId, number, kind, subjectId, actorId, details, at }: EntryContent,
	previousHash: string,
) {
	return fingerprint({ partnershipId, number, kind, subjectId, actorId, details, at: at.toISOString(), previousHash })
}
