import {
	type ChoosingMethod,
	type ChoosingRules,
	type DecisionPart,
	type Elector,
	type Fraction,
	isChoosing,
	isConsent,
	type MotionRules,
	type Option,
	type Shortlist,
	type VoiceQuorum,
} from './decision.ts'
import { fixQuorum } from './methods/motion.ts'
import { checkLock } from './methods/voice-lock.ts'
import { isVisible, lookOf } from './plain-text.ts'

export const mostOptions = 200
export const longestOption = 120
export const longestAbout = 500
export const longestRule = 1000
/** Pence. Sums of that many options stay whole numbers. */
export const mostMoney = 10_000_000_000_00

export type RulesRefusal =
	| 'nobody-may-vote'
	| 'quorum-too-high'
	| 'rules-unclear'
	| 'secret-cannot-show-standing'
	| 'lock-voice-empty'
	| 'lock-quorum-too-high'
	| 'voice-quorum-too-high'
	| 'quorum-changed'
	| 'casting-vote-without-level'
	| 'voice-too-small'
	| 'too-few-options'
	| 'too-many-options'
	| 'option-unnamed'
	| 'option-twice'
	| 'cost-missing'
	| 'cost-above-budget'
	| 'budget-missing'
	| 'seats-unclear'
	| 'highest-unclear'
	| 'points-unclear'
	| 'most-unclear'
	| 'shortlist-unclear'
	| 'left-out-and-in'

export interface RulesProblem {
	refused: RulesRefusal
	/** Which option or voice, by id. */
	which?: string
}

type Asked = DecisionPart<'method' | 'rules' | 'options'>

/** Can this question be counted for this roll, whatever people answer? Null when it can. */
export function refuseRules(asked: Asked, electorate: readonly Elector[]): RulesProblem | null {
	return refuseCommon(asked, electorate.length) ?? refuseOwn(asked, electorate)
}

function refuseCommon({ rules }: Asked, electors: number): RulesProblem | null {
	const { quorum, quorumShare, secrecy, showsStanding } = rules
	if (electors === 0) return { refused: 'nobody-may-vote' }
	if (!Number.isSafeInteger(quorum) || quorum < 0) return { refused: 'rules-unclear' }
	if (quorumShare && !isShare(quorumShare)) return { refused: 'rules-unclear' }
	// Whoever set it up was shown a number for another roll than this.
	if (fixQuorum(rules, electors).quorum !== quorum) return { refused: 'quorum-changed' }
	if (quorum > electors) return { refused: 'quorum-too-high' }
	// Watching a running count move by one would show how each person voted.
	if (secrecy === 'secret' && showsStanding) return { refused: 'secret-cannot-show-standing' }
	return null
}

function refuseOwn(asked: Asked, electorate: readonly Elector[]): RulesProblem | null {
	if (isChoosing(asked))
		return refuseOptions(asked.method, asked.options, asked.rules) ?? refuseChoosing(asked.method, asked, electorate)
	if (asked.options.length > 0) return { refused: 'rules-unclear' }
	return (
		(isConsent(asked) ? null : refuseMotion(asked.rules, electorate)) ?? refuseLock(asked.rules.voiceLock, electorate)
	)
}

function refuseMotion(
	{ threshold, castingVote, voiceQuorum = [] }: MotionRules,
	electorate: readonly Elector[],
): RulesProblem | null {
	if (threshold !== 'majority' && !isShare(threshold)) return { refused: 'rules-unclear' }
	if (castingVote && threshold !== 'majority') return { refused: 'casting-vote-without-level' }
	if (new Set(voiceQuorum.map(({ voiceId }) => voiceId)).size < voiceQuorum.length) return { refused: 'rules-unclear' }
	const unclear = voiceQuorum.find(({ quorum }) => !isCount(quorum))
	if (unclear) return { refused: 'rules-unclear', which: unclear.voiceId }
	const high = voiceQuorum.find(({ voiceId, quorum }) => quorum > sizeOf(voiceId, electorate))
	return high ? { refused: 'voice-quorum-too-high', which: high.voiceId } : null
}

function refuseLock(lock: readonly VoiceQuorum[] | undefined, electorate: readonly Elector[]): RulesProblem | null {
	if (!lock) return null
	const sized = lock.map(({ voiceId, quorum }) => ({ voice: voiceId, quorum, electors: sizeOf(voiceId, electorate) }))
	const refused = checkLock(sized)
	if (refused) return { refused: 'lock-voice-empty', ...(refused.voice && { which: refused.voice }) }
	if (new Set(lock.map(({ voiceId }) => voiceId)).size < lock.length) return { refused: 'rules-unclear' }
	const unclear = sized.find(({ quorum }) => !Number.isSafeInteger(quorum) || quorum < 0)
	if (unclear) return { refused: 'rules-unclear', which: unclear.voice }
	const high = sized.find(({ quorum, electors }) => quorum > electors)
	return high ? { refused: 'lock-quorum-too-high', which: high.voice } : null
}

export function isBudget(method: string): boolean {
	return method === 'greedy' || method === 'greedy-no-skip' || method === 'equal-shares'
}

function refuseOptions(
	method: ChoosingMethod,
	options: readonly Option[],
	{ budget }: ChoosingRules,
): RulesProblem | null {
	if (options.length < (isBudget(method) ? 1 : 2)) return { refused: 'too-few-options' }
	if (options.length > mostOptions) return { refused: 'too-many-options' }
	const names = new Map<string, string>()
	for (const { id, name } of options) {
		if (!isVisible(name) || name.length > longestOption) return { refused: 'option-unnamed', which: id }
		const same = lookOf(name)
		if (names.has(same)) return { refused: 'option-twice', which: id }
		names.set(same, id)
	}
	if (!isBudget(method)) return null
	if (!isMoney(budget)) return { refused: 'budget-missing' }
	const unpriced = options.find(({ cost }) => !isMoney(cost))
	if (unpriced) return { refused: 'cost-missing', which: unpriced.id }
	const dear = options.find(({ cost = 0 }) => cost > budget)
	return dear ? { refused: 'cost-above-budget', which: dear.id } : null
}

/** Whatever is not on the list has its name and its reason, the list its rule, and nothing is both on it and not. */
export function refuseShortlist({
	options,
	shortlist,
}: {
	options: readonly Option[]
	shortlist?: Shortlist | null
}): RulesProblem | null {
	if (!shortlist) return null
	const { rule, leftOut } = shortlist
	const isTold = leftOut.every(({ name, reason }) => isSaid(name, longestOption) && isSaid(reason, longestAbout))
	if (options.length === 0 || leftOut.length > mostOptions || !isSaid(rule, longestRule) || !isTold)
		return { refused: 'shortlist-unclear' }
	const out = new Set(leftOut.map(({ name }) => lookOf(name)))
	const both = options.find(({ name }) => out.has(lookOf(name)))
	return both ? { refused: 'left-out-and-in', which: both.id } : null
}

function isSaid(text: string, longest: number) {
	return isVisible(text) && text.length <= longest
}

function refuseChoosing(
	method: ChoosingMethod,
	{ rules, options }: { rules: ChoosingRules; options: readonly Option[] },
	electorate: readonly Elector[],
): RulesProblem | null {
	const { seats = 1, most, highest, points, cap, support, byVoice } = rules
	if (!isBudget(method) && (!isCount(seats) || seats > options.length || (findsOne(method) && seats !== 1)))
		return { refused: 'seats-unclear' }
	if (most !== undefined && (!isCount(most) || most > options.length)) return { refused: 'most-unclear' }
	if (method === 'score' && !(isCount(highest) && highest <= 100)) return { refused: 'highest-unclear' }
	if (method === 'points' && !(isCount(points) && points <= 1000)) return { refused: 'points-unclear' }
	if (method === 'points' && cap !== undefined && !(isCount(cap) && cap <= (points ?? 0)))
		return { refused: 'points-unclear' }
	if (support !== undefined && !(Number.isSafeInteger(support) && support >= 0)) return { refused: 'rules-unclear' }
	return byVoice ? refuseSmallVoices(electorate, rules) : null
}

/** An instant run-off and Schulze's comparisons find who comes first and nobody else; there is no second place to give. */
function findsOne(method: ChoosingMethod) {
	return method === 'irv' || method === 'schulze'
}

/** The published ballots of such a count say their voices, so in a secret one no voice may be small. */
export const fewestByVoice = 10

function refuseSmallVoices(electorate: readonly Elector[], { secrecy }: ChoosingRules): RulesProblem | null {
	if (secrecy === 'named') return null
	const voices = [...new Set(electorate.map(({ voiceId }) => voiceId))]
	const small = voices.find((voiceId) => sizeOf(voiceId, electorate) < fewestByVoice)
	return small ? { refused: 'voice-too-small', which: small } : null
}

function sizeOf(voiceId: string, electorate: readonly Elector[]) {
	return electorate.filter((elector) => elector.voiceId === voiceId).length
}

function isCount(value: number | undefined): value is number {
	return value !== undefined && Number.isSafeInteger(value) && value > 0
}

function isMoney(pence: number | undefined): pence is number {
	return isCount(pence) && pence <= mostMoney
}

function isShare({ numerator, denominator }: Fraction) {
	return (
		Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator > 0 && denominator >= numerator
	)
}
