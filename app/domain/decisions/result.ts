import { fingerprint } from '../fingerprint.ts'
import { ballotForm } from './answer.ts'
import type { OpenBallots } from './ballot-files/ballots-json.ts'
import {
	type Answer,
	type Ballot,
	type Choice,
	type Choosing,
	type CommonResult,
	type ConsentChoice,
	type Counts,
	type Decision,
	type Elector,
	isChoosing,
	isConsent,
	isMotion,
	type Outcome,
	type OutcomeOnly,
	type Result,
	type Tally,
	type VoiceQuorum,
	type VoiceResult,
	type VoiceTurnout,
} from './decision.ts'
import { consentEngine, consentResult } from './methods/consent.ts'
import { hashBallots } from './methods/count.ts'
import { type CountableBallots, hashOpenBallots } from './methods/count-open-ballots.ts'
import { motionEngine, motionOutcome, tally } from './methods/motion.ts'
import type { PublishedCount } from './methods/published-count.ts'
import { lockOutcome, lockResult } from './methods/voice-lock.ts'
import { openBallotsOf } from './published-ballots.ts'
import { fewestShown, hideSmallNamings, hideSmallNumbers, hideSmallRankings, type VoiceCount } from './small-numbers.ts'
import { standingAnswer, withdrawnIds } from './withdrawn.ts'

type Cast = readonly Pick<Ballot, 'voiceId' | 'answer'>[]
type Sealed = Pick<Ballot, 'answer'> & { receiptHash: string }
type WholeResult = Exclude<Result, OutcomeOnly>

export interface Counted {
	decision: Decision
	ballots: readonly (Cast[number] & Sealed)[]
	electors: readonly Elector[]
	/** Papers nobody could read: they take part in nothing but the turnout. */
	spoilt?: number
	/** What counting `ballotsToCount` gave; null for a motion and for consent, which are counted here. */
	count: PublishedCount | null
	/** Voices whose numbers are hidden whatever their size: see `overlapping`. */
	alsoHide?: ReadonlySet<string>
	/** Counting again: the ballots do not say their voices any more, and this is what the voices said. */
	told?: ToldByVoices
}

export interface ToldByVoices {
	lock?: CommonResult['lock'] | undefined
	voiceTurnout?: readonly VoiceTurnout[] | undefined
}

/** What has to be counted, for a method that chooses among options; null for one that answers yes or no. */
export function ballotsToCount(decision: Decision, ballots: Cast, spoilt = 0): CountableBallots | null {
	if (!isChoosing(decision)) return null
	const withVoices = decision.rules.secrecy === 'named' || decision.rules.byVoice === true
	return openBallotsOf(decision, ballots, { withVoices, electors: 0, spoilt }) as CountableBallots
}

/** The result of a vote from its ballots, in whatever order, and its roll. */
export function resultOf(counted: Counted): Result {
	const result = wholeResult(counted)
	return isTooSmall(counted) ? outcomeOnly(counted, result) : result
}

/** Totals of so few answers say how each of them was: only how it came out is kept (product.md, rule 10). */
function isTooSmall({ decision: { rules }, ballots }: Counted): boolean {
	return rules.secrecy === 'secret' && ballots.length > 0 && ballots.length < fewestShown
}

/** Those chosen, or those who come first together. */
function namesWinners(outcome: Outcome): boolean {
	return outcome === 'chosen' || outcome === 'level'
}

function outcomeOnly({ decision, ballots, electors, spoilt = 0 }: Counted, result: WholeResult): OutcomeOnly {
	const winners = 'count' in result && namesWinners(result.outcome) ? result.count.winners : []
	return {
		engine: result.engine,
		outcome: result.outcome,
		electors: electors.length,
		...(spoilt > 0 && { spoilt }),
		...(result.withdrawn && { withdrawn: result.withdrawn }),
		byVoice: result.byVoice.map(({ voiceId, electors }) => ({ voiceId, electors, voted: null, tally: null })),
		ballotsHash: sealedHash(ballots),
		voted: ballots.length,
		winners: decision.options.map(({ id }) => id).filter((id) => winners.includes(id)),
		...('voiceTurnout' in result && { shortVoices: shortOf(decision, result.voiceTurnout) }),
	}
}

function shortOf({ rules }: Decision, turnout: readonly VoiceTurnout[] = []): string[] {
	const asked = ('voiceQuorum' in rules && rules.voiceQuorum) || []
	return turnout.flatMap(({ voiceId, tookPart }) =>
		asked.some((voice) => voice.voiceId === voiceId && tookPart < voice.quorum) ? [voiceId] : [],
	)
}

/**
 * Says later whether the stored ballots are still those that were counted, and tells nobody what they say: what receipts are
 * kept as is random, and on no page. Receipts and answers each in an order of their own, as they are kept.
 */
export function sealedHash(ballots: readonly Sealed[]): string {
	const answers = ballots.map(({ answer }) => fingerprint(answer)).sort()
	const receipts = ballots.map(({ receiptHash }) => receiptHash).sort()
	return fingerprint({ answers, receipts })
}

function wholeResult({ decision, ballots, electors, spoilt = 0, count, alsoHide, told }: Counted): WholeResult {
	const byVoice = breakdown(decision, ballots, electors, alsoHide)
	const withVoices = !told && keepsVoices(decision, byVoice)
	const gone = withdrawnOf(decision)
	const common = {
		electors: electors.length,
		byVoice,
		...(spoilt > 0 && { spoilt }),
		...(gone.length > 0 && { withdrawn: gone }),
	}
	if (isChoosing(decision)) {
		if (!count) throw new Error(`nobody counted ${decision.id}`)
		const published = decision.rules.byVoice && !withVoices ? withoutVoices(count) : count
		const ballotsHash = publishedHash(decision, ballots, { withVoices })
		return {
			...common,
			engine: count.engine,
			outcome: chosen(decision, ballots.length, count),
			ballotsHash,
			count: { ...published, ballotsHash },
		}
	}
	const { choices, ofTotal } = choicesOf(ballots)
	const lock = told ? toldLock(told) : lockOf(decision.rules.voiceLock, ballots, electors)
	const rest = {
		...common,
		...(lock && { lock: lock.byVoice.map(({ voice, outcome }) => ({ voiceId: voice, outcome })) }),
		ballotsHash: publishedHash(decision, ballots, { withVoices }),
	}
	if (isConsent(decision)) {
		const answers = choices.map((answer) => ({ answer: answer as ConsentChoice }))
		const { outcome, counts } = consentResult(decision.rules, electors.length, answers, spoilt)
		return { ...rest, engine: consentEngine, outcome: withLock(outcome, lock), counts }
	}
	const voiceTurnout = told ? told.voiceTurnout : voiceTurnoutOf(decision.rules.voiceQuorum, ballots)
	const vote = { tally: ofTotal, electors: electors.length, ...(voiceTurnout && { voiceTurnout }) }
	return { ...rest, ...vote, engine: motionEngine, outcome: withLock(motionOutcome(decision.rules, vote), lock) }
}

/** In the order of the question, so that it can be compared with what is read from a file. */
function withdrawnOf(decision: Decision): string[] {
	const gone = withdrawnIds(decision)
	return decision.options.map(({ id }) => id).filter((id) => gone.has(id))
}

/** A locked voice that did not agree stops what the total agreed, or would leave to a casting vote. */
export function withLock(outcome: Outcome, lock: { outcome: Outcome } | null): Outcome {
	const isStopped = lock && lock.outcome !== 'agreed' && (outcome === 'agreed' || outcome === 'level')
	return isStopped ? lock.outcome : outcome
}

function voiceTurnoutOf(asked: readonly VoiceQuorum[] | undefined, ballots: Cast): VoiceTurnout[] | undefined {
	return asked?.map(({ voiceId, quorum }) => ({
		voiceId,
		tookPart: Math.min(quorum, ballots.filter((ballot) => ballot.voiceId === voiceId).length),
	}))
}

/**
 * Whether each ballot keeps its voice when it is stored and published: named votes do; secret ones only where the rule
 * asks the voices and every voice is large enough to be shown.
 */
export function keepsVoices({ rules }: Decision, byVoice: readonly VoiceResult[]): boolean {
	if (rules.secrecy === 'named') return true
	const asksVoices = ('byVoice' in rules && rules.byVoice) || ('voiceLock' in rules && rules.voiceLock?.length)
	return Boolean(asksVoices) && byVoice.every(({ tally }) => tally !== null)
}

/**
 * The hash of the ballots as they are published: `ballotsHash` of the result. Made from the ballots as they were cast, or,
 * later, from those that are stored.
 */
export function publishedHash(decision: Decision, ballots: Cast, { withVoices }: { withVoices: boolean }): string {
	const file = openBallotsOf(decision, ballots, { withVoices, electors: 0 })
	return isChoosing(decision) ? hashOpenBallots(file as CountableBallots) : hashOf(file.ballots)
}

/**
 * A count by voice where a voice turned out too small to be shown: what was funded stays, but not what each voice could
 * spend, what was paid or how levels fell, because from these somebody's voice, and so their ballot, could be worked out.
 */
function withoutVoices(count: PublishedCount): PublishedCount {
	if (count.method !== 'equal-shares') return count
	const { endowment: _endowment, ...rest } = count
	return {
		...rest,
		ties: [],
		rounds: count.rounds.map(({ by, project, cost, votes, score }) => ({ by, project, cost, votes, score })),
	}
}

function chosen({ rules, method }: Choosing, voted: number, { winners }: PublishedCount): Outcome {
	if (voted === 0) return 'nobody-voted'
	if (voted < rules.quorum) return 'no-quorum'
	if (method === 'schulze' && winners.length > 1) return 'level'
	return winners.length > 0 ? 'chosen' : 'none-chosen'
}

function choicesOf(ballots: Cast): { choices: string[]; ofTotal: Tally } {
	const choices = ballots.map(({ answer }) => choiceOf(answer))
	return { choices, ofTotal: tally(choices as Choice[]) }
}

function choiceOf(answer: Answer): string {
	if ('choice' in answer) return answer.choice
	if ('consent' in answer) return answer.consent
	throw new TypeError('a ballot that is neither for, against nor abstain')
}

/** What each locked voice says by itself. Consent: whoever does not object is for. */
function lockOf(voices: readonly VoiceQuorum[] | undefined, ballots: Cast, electors: readonly Elector[]) {
	if (!voices?.length) return null
	return lockResult(
		voices.map(({ voiceId, quorum }) => ({
			voice: voiceId,
			quorum,
			electors: electors.filter((elector) => elector.voiceId === voiceId).length,
			tally: tally(ballots.filter((ballot) => ballot.voiceId === voiceId).map(({ answer }) => sideOf(answer))),
		})),
	)
}

function toldLock({ lock }: ToldByVoices) {
	if (!lock) return null
	const byVoice = lock.map(({ voiceId, outcome }) => ({ voice: voiceId, outcome }))
	return { outcome: lockOutcome(byVoice.map(({ outcome }) => outcome)), byVoice }
}

function sideOf(answer: Answer): Choice {
	if ('choice' in answer) return answer.choice
	return 'consent' in answer && answer.consent === 'object' ? 'against' : 'for'
}

function breakdown(
	decision: Decision,
	ballots: Cast,
	electors: readonly Elector[],
	alsoHide?: ReadonlySet<string>,
): VoiceResult[] {
	const counts = countVoices(decision, ballots, electors)
	if (decision.rules.secrecy === 'named') return counts
	if (!isChoosing(decision)) return hideSmallNumbers(counts, alsoHide)
	return ballotForm(decision) === 'ranks' ? hideSmallRankings(counts, alsoHide) : hideSmallNamings(counts, alsoHide)
}

/** Nothing hidden. */
export function countVoices(decision: Decision, ballots: Cast, electors: readonly Elector[]): VoiceCount[] {
	const voices = [...new Set(electors.map(({ voiceId }) => voiceId))].sort()
	return voices.map((voiceId) => {
		const cast = ballots.filter((ballot) => ballot.voiceId === voiceId)
		return {
			voiceId,
			electors: electors.filter((elector) => elector.voiceId === voiceId).length,
			voted: cast.length,
			tally: talliesOf(decision, cast),
		}
	})
}

/**
 * For, against, abstained; or first preferences, of what was not withdrawn; or how many named each option, a withdrawn one
 * too: its marks stand in the published ballots, so what is hidden must hide them as well.
 */
export function talliesOf(decision: Decision, ballots: Cast): Counts {
	if (isMotion(decision)) return { ...choicesOf(ballots).ofTotal }
	if (isConsent(decision)) {
		const counts = { agree: 0, concern: 0, object: 0 }
		for (const { answer } of ballots) if ('consent' in answer) counts[answer.consent]++
		return counts
	}
	const ids = decision.options.map(({ id }) => id)
	const isRanked = ballotForm(decision) === 'ranks'
	const gone = withdrawnIds(decision)
	const counts = new Map([...ids, ...(isRanked ? [noFirst] : [])].map((id) => [id, 0]))
	for (const { answer } of ballots)
		for (const id of named(isRanked ? standingAnswer(answer, gone) : answer))
			if (counts.has(id)) counts.set(id, counts.get(id)! + 1)
	return Object.fromEntries(counts)
}

/** Ranked ballots with no one first choice: blank, or two level at the top. */
export const noFirst = '-'

function named(answer: Answer): string[] {
	if ('marks' in answer) return Object.keys(answer.marks).filter((id) => answer.marks[id]! > 0)
	if (!('ranks' in answer)) return []
	const first = answer.ranks[0]
	return [first?.length === 1 ? first[0]! : noFirst]
}

/** SHA-256 of the choices as published: `[how many, [choice]]` or, with voices, `[how many, [voice, choice]]`. */
function hashOf(ballots: OpenBallots['ballots']): string {
	return hashBallots(
		ballots.map(({ count = 1, voice, choice = '' }) => [count, voice === undefined ? [choice] : [voice, choice]]),
	)
}
