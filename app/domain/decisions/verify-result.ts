import { canonicalJson } from '../canonical-json.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Details, Entry, RecordKind } from '../record/entry.ts'
import { type Ballot, type CastingVote, type Decision, isOutcomeOnly, type Result } from './decision.ts'
import { drawTieOrder } from './methods/tie-order.ts'
import { publishedHash, sealedHash } from './result.ts'
import { lotSeed, type Sealed, sealOf } from './seal.ts'

/** What of a closed decision is not as it was recorded when it opened or closed. */
export type Difference =
	| 'not-recorded'
	| 'seal-changed'
	| 'seed-changed'
	| 'lot-changed'
	| 'result-changed'
	| 'ballots-changed'
	| 'names-changed'
	| 'stored-changed'
	| 'withdrawals-changed'
	| 'count-differs'
	| 'gone'
	| 'unreadable'
	| 'closing-undone'
	| 'stopping-undone'
	| 'ending-moved'
	| 'opening-changed'
	| 'turnout-changed'
	| 'minute-gone'
	| 'minute-differs'
	| 'corrections-changed'
	| 'approval-changed'
	| 'outcome-words-changed'

/**
 * Draws the lot again from the sealed words and the moment of opening, and seals again: was the order that settles ties the
 * one these words give, and is what is stored what was sealed? `recorded` are the details of the `decision-opened` entry.
 */
export function verifySeal(
	decision: Decision,
	{ versionFingerprint, electorate }: Pick<Sealed, 'versionFingerprint' | 'electorate'>,
	recorded: Details | null,
): Difference[] {
	const sealed = { ...decision, versionFingerprint, electorate }
	const differences: Difference[] = []
	if (!recorded || decision.seal !== recorded.seal || sealOf(sealed) !== decision.seal) differences.push('seal-changed')
	const ids = decision.options.map(({ id }) => id)
	const seed = lotSeed(sealed)
	if (seed !== decision.tieSeed) differences.push('seed-changed')
	if (drawTieOrder(seed, ids).join() !== decision.tieOrder.join()) differences.push('lot-changed')
	return differences
}

type Stored = Ballot & { receiptHash: string }

/** What is stored of the ballots of a closed decision. `salt`: null where none is kept. */
export interface StoredBallots {
	ballots: readonly Stored[]
	salt: string | null
}

/**
 * What the entries about a closed decision say of it now (null: it was never recorded as closed). A casting vote and a removal
 * of words say anew what they changed; what a casting vote says of the ballots is of the close, so a removal's is the later.
 * `counted` is the result as the close recorded it: only a casting vote adds to that, and a removal only to its words.
 */
export function recordedOf(entries: Entries): Details | null {
	const closed = entries.find(({ kind }) => kind === 'decision-closed')?.details
	const casting = entries.find(({ kind }) => kind === 'casting-vote-given')?.details.choice ?? null
	return closed ? { ...closed, ...wordsRecordedOf(entries), counted: closed.result ?? null, casting } : null
}

type Entries = readonly Pick<Entry, 'kind' | 'details'>[]

/** What the entries say of the stored words of a decision, also of one that is still open: of that, its withdrawals alone. */
export function wordsRecordedOf(entries: Entries): Details {
	const last = (key: string, kinds: readonly RecordKind[]) =>
		entries.findLast(({ kind, details }) => kinds.includes(kind) && details[key] !== undefined)?.details[key]
	const closed = entries.find(({ kind }) => kind === 'decision-closed')?.details
	const ofBallots = ['names', 'stored'].flatMap((key) => {
		const hash = last(key, ['words-removed']) ?? closed?.[key]
		return hash === undefined ? [] : [[key, hash] as const]
	})
	return {
		result: last('result', ['decision-closed', 'casting-vote-given', 'words-removed']) ?? null,
		withdrawn: last('withdrawn', ['option-withdrawn', 'words-removed']) ?? null,
		...Object.fromEntries(ofBallots),
	}
}

/** Which options were withdrawn, when and why; null where none was. */
export function withdrawnHash(withdrawn: Decision['withdrawn']): string | null {
	return withdrawn.length > 0 ? fingerprint(withdrawn) : null
}

/**
 * Compares what is stored of a closed decision with what the record says of it (`recordedOf`). The record is chained, so
 * whoever changes a result or a ballot afterwards would have to change every later entry too.
 */
export function verifyResult(
	decision: Decision,
	{ ballots, salt }: StoredBallots,
	recorded: Details | null,
): Difference[] {
	if (!recorded || !decision.result) return ['not-recorded']
	const withVoices = ballots.some(({ voiceId }) => voiceId !== '')
	const hash = isOutcomeOnly(decision.result) ? sealedHash(ballots) : publishedHash(decision, ballots, { withVoices })
	const differences: Difference[] = []
	if (!isResultRecorded(decision.result, recorded)) differences.push('result-changed')
	if (hash !== recorded.ballotsHash) differences.push('ballots-changed')
	if (recorded.names !== undefined && namesHash(ballots) !== recorded.names) differences.push('names-changed')
	// Votes that closed before this was recorded have none.
	if (recorded.stored !== undefined && (salt === null || storedHash(ballots, salt) !== recorded.stored))
		differences.push('stored-changed')
	return differences
}

function isResultRecorded(result: Result, { result: now, counted, casting: choice }: Details): boolean {
	const { casting, ...rest } = result as Result & { casting?: CastingVote }
	const asCounted = casting ? { ...rest, outcome: 'level' } : rest
	return fingerprint(result) === now && fingerprint(asCounted) === counted && (casting?.choice ?? null) === choice
}

/** Each as it was recorded when it was withdrawn, also while people still vote; only the words of its reason may go later. */
export function verifyWithdrawals({ withdrawn }: Pick<Decision, 'withdrawn'>, entries: readonly Entry[]): Difference[] {
	const recorded = entries.filter(({ kind }) => kind === 'option-withdrawn')
	const isSame =
		recorded.length === withdrawn.length &&
		recorded.every(({ details, at }, n) => {
			const stored = withdrawn[n]!
			return stored.option === details.option && stored.at === at.toISOString()
		}) &&
		wordsRecordedOf(entries).withdrawn === withdrawnHash(withdrawn)
	return isSame ? [] : ['withdrawals-changed']
}

/**
 * Every stored ballot whole: with its reason, and with what was given to an option that lapsed, neither of which the published
 * hash knows. Salted, because reasons and hidden answers could be tried out otherwise until they fit.
 */
export function storedHash(ballots: readonly Stored[], salt: string): string {
	const lines = ballots.map(({ id, memberId, voiceId, answer, reason, receiptHash }) =>
		canonicalJson({ id, memberId, voiceId, answer, reason, receiptHash }),
	)
	return fingerprint([salt, ...lines.sort()])
}

/**
 * Who said what in a named vote, and why. The ballots' own hash knows no names, so that anybody can make it from the
 * published file; without this one, two people's answers could be exchanged unseen.
 */
export function namesHash(ballots: readonly Pick<Ballot, 'memberId' | 'answer' | 'reason'>[]): string {
	return fingerprint(ballots.map(({ memberId, answer, reason }) => canonicalJson({ memberId, answer, reason })).sort())
}
