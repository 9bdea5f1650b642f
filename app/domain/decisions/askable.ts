import { type BallotForm, ballotForm } from './answer.ts'
import {
	type ChoosingMethod,
	type ChoosingRules,
	type CommonRules,
	type DecisionPart,
	type Elector,
	type Fraction,
	isChoosing,
	isConsent,
	type MotionRules,
	type Option,
	type Shortlist,
} from './decision.ts'
import { fixQuorum } from './methods/motion.ts'
import { checkLock } from './methods/voice-lock.ts'
import { isVisible, lookOf } from './plain-text.ts'
import { fewestShown } from './small-numbers.ts'

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
	| 'lock-voice-too-small'
	| 'lock-quorum-too-high'
	| 'voice-quorum-too-small'
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

/** Can this question be counted for this roll, whatever people answer? Null when it can; else the first reason why not. */
export function refuseRules(asked: Asked, electorate: readonly Elector[]): RulesProblem | null {
	for (const problem of rulesProblems(asked, electorate)) return problem
	return null
}

/** Everything that stands against it, each thing once: nothing that only follows from another of these. */
export function* rulesProblems(asked: Asked, electorate: readonly Elector[]): Generator<RulesProblem> {
	yield* commonProblems(asked, electorate.length)
	if (isChoosing(asked)) {
		yield* optionsProblems(asked.method, asked.options, asked.rules)
		yield* choosingProblems(asked.method, asked, electorate)
		return
	}
	if (asked.options.length > 0) yield { refused: 'rules-unclear' }
	if (!isConsent(asked)) yield* motionProblems(asked.rules, electorate)
	yield* lockProblems(asked.rules, electorate)
}

function* commonProblems({ rules }: Asked, electors: number): Generator<RulesProblem> {
	const { quorum, secrecy, showsStanding } = rules
	if (electors === 0) yield { refused: 'nobody-may-vote' }
	else yield* quorumProblems(rules, electors, quorum)
	// Watching a running count move by one would show how each person voted.
	if (secrecy === 'secret' && showsStanding) yield { refused: 'secret-cannot-show-standing' }
}

function* quorumProblems(rules: CommonRules, electors: number, quorum: number): Generator<RulesProblem> {
	if (!Number.isSafeInteger(quorum) || quorum < 0) yield { refused: 'rules-unclear' }
	else if (rules.quorumShare && !isShare(rules.quorumShare)) yield { refused: 'rules-unclear' }
	// Whoever set it up was shown a number for another roll than this.
	else if (fixQuorum(rules, electors).quorum !== quorum) yield { refused: 'quorum-changed' }
	else if (quorum > electors) yield { refused: 'quorum-too-high' }
}

function* motionProblems(
	{ secrecy, threshold, castingVote, voiceQuorum = [] }: MotionRules,
	electorate: readonly Elector[],
): Generator<RulesProblem> {
	if (threshold !== 'majority' && !isShare(threshold)) yield { refused: 'rules-unclear' }
	if (castingVote && threshold !== 'majority') yield { refused: 'casting-vote-without-level' }
	if (new Set(voiceQuorum.map(({ voiceId }) => voiceId)).size < voiceQuorum.length) yield { refused: 'rules-unclear' }
	for (const { voiceId, quorum } of voiceQuorum) {
		if (!isCount(quorum)) yield { refused: 'rules-unclear', which: voiceId }
		else if (isTelling(secrecy, sizeOf(voiceId, electorate)))
			yield { refused: 'voice-quorum-too-small', which: voiceId }
		else if (quorum > sizeOf(voiceId, electorate)) yield { refused: 'voice-quorum-too-high', which: voiceId }
	}
}

function* lockProblems(
	{ secrecy, voiceLock: lock }: Pick<MotionRules, 'secrecy' | 'voiceLock'>,
	electorate: readonly Elector[],
): Generator<RulesProblem> {
	if (!lock) return
	if (lock.length === 0) yield { refused: 'lock-voice-empty' }
	if (new Set(lock.map(({ voiceId }) => voiceId)).size < lock.length) yield { refused: 'rules-unclear' }
	for (const { voiceId, quorum } of lock) {
		const electors = sizeOf(voiceId, electorate)
		if (checkLock([{ voice: voiceId, electors }])) yield { refused: 'lock-voice-empty', which: voiceId }
		else if (isTelling(secrecy, electors)) yield { refused: 'lock-voice-too-small', which: voiceId }
		else if (!Number.isSafeInteger(quorum) || quorum < 0) yield { refused: 'rules-unclear', which: voiceId }
		else if (quorum > electors) yield { refused: 'lock-quorum-too-high', which: voiceId }
	}
}

/** What a rule asks of a voice by itself is published, so in a secret vote none may be asked that is too small to be shown. */
function isTelling(secrecy: CommonRules['secrecy'], electors: number) {
	return secrecy === 'secret' && electors < fewestShown
}

export function isBudget(method: string): boolean {
	return method === 'greedy' || method === 'greedy-no-skip' || method === 'equal-shares'
}

function fewestOf(method: ChoosingMethod): number {
	return isBudget(method) ? 1 : 2
}

function* optionsProblems(
	method: ChoosingMethod,
	options: readonly Option[],
	{ budget }: ChoosingRules,
): Generator<RulesProblem> {
	if (options.length < fewestOf(method)) yield { refused: 'too-few-options' }
	if (options.length > mostOptions) yield { refused: 'too-many-options' }
	const names = new Set<string>()
	for (const { id, name } of options.slice(0, mostOptions)) {
		const same = lookOf(name)
		if (!isVisible(name) || name.length > longestOption) yield { refused: 'option-unnamed', which: id }
		else if (names.has(same)) yield { refused: 'option-twice', which: id }
		names.add(same)
	}
	if (!isBudget(method)) return
	if (!isMoney(budget)) yield { refused: 'budget-missing' }
	for (const { id, cost } of options.slice(0, mostOptions)) {
		if (!isMoney(cost)) yield { refused: 'cost-missing', which: id }
		else if (isMoney(budget) && cost > budget) yield { refused: 'cost-above-budget', which: id }
	}
}

/** Whatever is not on the list has its name and its reason, the list its rule, and nothing is both on it and not. */
export function* shortlistProblems({
	options,
	shortlist,
}: {
	options: readonly Option[]
	shortlist?: Shortlist | null
}): Generator<RulesProblem> {
	if (!shortlist) return
	const { rule, leftOut } = shortlist
	const isTold = leftOut.every(({ name, reason }) => isSaid(name, longestOption) && isSaid(reason, longestAbout))
	if (options.length === 0 || leftOut.length > mostOptions || !isSaid(rule, longestRule) || !isTold)
		yield { refused: 'shortlist-unclear' }
	const out = new Set(leftOut.map(({ name }) => lookOf(name)))
	for (const { id, name } of options)
		if (isVisible(name) && out.has(lookOf(name))) yield { refused: 'left-out-and-in', which: id }
}

function isSaid(text: string, longest: number) {
	return isVisible(text) && text.length <= longest
}

function* choosingProblems(
	method: ChoosingMethod,
	{ rules, options }: { rules: ChoosingRules; options: readonly Option[] },
	electorate: readonly Elector[],
): Generator<RulesProblem> {
	const { seats = 1, most, highest, points, cap, support, byVoice } = rules
	// With too few to choose from, how many can be chosen follows.
	const listed = options.length < fewestOf(method) ? Number.POSITIVE_INFINITY : options.length
	if (!isBudget(method) && (!isCount(seats) || seats > listed || (findsOne(method) && seats !== 1)))
		yield { refused: 'seats-unclear' }
	if (most !== undefined && (!isCount(most) || most > listed)) yield { refused: 'most-unclear' }
	if (method === 'score' && !(isCount(highest) && highest <= 100)) yield { refused: 'highest-unclear' }
	const isPointed = isCount(points) && points <= 1000 && (cap === undefined || (isCount(cap) && cap <= points))
	const form = ballotForm({ method, rules })
	if (form === 'points' && !isPointed) yield { refused: 'points-unclear' }
	if (isBudget(method)) yield* budgetFormProblems(form, rules)
	else if (rules.ballot !== undefined) yield { refused: 'rules-unclear' }
	if (support !== undefined && !(Number.isSafeInteger(support) && support >= 0)) yield { refused: 'rules-unclear' }
	const small = byVoice ? refuseSmallVoices(electorate, rules) : null
	if (small) yield small
}

/**
 * Only a tick is worth a cost or one, and only ticks spend the pot themselves. In an order the first place is worth as many
 * points as there are places, so their number is fixed; with points, theirs is limit enough (decisions.md A4b).
 */
function* budgetFormProblems(
	form: BallotForm,
	{ utility, withinBudget, most, points, cap }: ChoosingRules,
): Generator<RulesProblem> {
	if (form !== 'ticks' && form !== 'points' && form !== 'ranks') yield { refused: 'rules-unclear' }
	else if (form !== 'ticks' && (utility !== undefined || withinBudget)) yield { refused: 'rules-unclear' }
	else if (form === 'points' ? most !== undefined : points !== undefined || cap !== undefined)
		yield { refused: 'rules-unclear' }
	else if (form === 'ranks' && most === undefined) yield { refused: 'most-unclear' }
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
