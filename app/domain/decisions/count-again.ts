import { canonicalJson } from '../canonical-json.ts'
import { settled } from './casting-vote.ts'
import {
	type Ballot,
	type Counts,
	type Decision,
	type Elector,
	isChoosing,
	isMotion,
	isOutcomeOnly,
	type Motion,
	type Outcome,
	type OutcomeOnly,
	type Result,
} from './decision.ts'
import { countOpenBallots } from './methods/count-open-ballots.ts'
import { ballotsToCount, countVoices, resultOf, type ToldByVoices, talliesOf } from './result.ts'

/**
 * What of a result no stored ballot can say again, because ballots whose voice could give somebody away keep none: what each
 * voice answered; whether it let stand what all together agreed; or, where the rule asks the voices, anything at all.
 */
export type Uncounted = 'voices' | 'locked-voices' | 'everything'

export interface CountedAgain {
	isSame: boolean
	uncounted: Uncounted | null
}

type Closed = Decision & { result: Result }
type Kept = readonly (Pick<Ballot, 'voiceId' | 'answer'> & { receiptHash: string })[]

/**
 * Counts the stored ballots of a closed vote by its sealed rules and compares the outcome with the stored one, whatever the
 * record says of it. Papers nobody could read are not kept: their number is taken from the result, and the roll has it too.
 */
export function countAgain(decision: Closed, ballots: Kept, electors: readonly Elector[]): CountedAgain {
	const { result } = decision
	const hasVoices = knowsVoices(result, ballots)
	const isSame = hasSameVoices(decision, ballots, electors, hasVoices) && hasSameTurnout(result, ballots)
	if (isChoosing(decision) && decision.rules.byVoice && !hasVoices) return { isSame, uncounted: 'everything' }

	const told = hasVoices ? undefined : toldBy(decision)
	const spoilt = result.spoilt ?? 0
	const file = ballotsToCount(decision, ballots, spoilt)
	const count = file && countOpenBallots(file)
	const again = resultOf({ decision, ballots, electors, spoilt, count, ...(told && { told }) })
	if (told && isLeftToVoices(decision, again.outcome)) return { isSame, uncounted: 'locked-voices' }

	const withCasting = 'casting' in result && result.casting ? castAgain(decision, again, result.casting) : again
	return {
		isSame:
			isSame &&
			canonicalJson(comparable(withCasting, result)) === canonicalJson(comparable(signedLike(result, again), again)),
		uncounted: hasVoices || isOutcomeOnly(result) ? null : 'voices',
	}
}

/** Each ballot says its voice, or none does. */
function knowsVoices({ byVoice }: Result, ballots: Kept): boolean {
	return ballots.length > 0 ? ballots.some(({ voiceId }) => voiceId !== '') : byVoice.every(({ tally }) => tally)
}

function toldBy({ rules, result }: Closed): ToldByVoices {
	if (!isOutcomeOnly(result))
		return { lock: result.lock, voiceTurnout: 'tally' in result ? result.voiceTurnout : undefined }
	const asked = ('voiceQuorum' in rules && rules.voiceQuorum) || undefined
	return {
		voiceTurnout: asked?.map(({ voiceId, quorum }) => ({
			voiceId,
			tookPart: result.shortVoices?.includes(voiceId) ? 0 : quorum,
		})),
	}
}

/** Of very few ballots what each locked voice said is kept nowhere, and it may have stopped what the total agreed. */
function isLeftToVoices({ rules, result }: Closed, outcome: Outcome): boolean {
	const isLocked = 'voiceLock' in rules && rules.voiceLock !== undefined && rules.voiceLock.length > 0
	return isLocked && isOutcomeOnly(result) && (outcome === 'agreed' || outcome === 'level')
}

function castAgain(decision: Closed, again: Result, casting: NonNullable<OutcomeOnly['casting']>): Result {
	return isMotion(decision) && again.outcome === 'level'
		? settled(decision.rules, again as NonNullable<Motion['result']>, casting)
		: again
}

/** Without what is compared apart, or was not kept yet when the other was made. */
function comparable(result: Result, other: Result) {
	const { byVoice: _byVoice, ballotsHash: _hash, ...rest } = result
	return {
		...rest,
		shortVoices: 'shortVoices' in result && 'shortVoices' in other ? result.shortVoices : null,
		...('count' in result && { count: { ...result.count, ballotsHash: null } }),
	}
}

/** A stored result as the present engine would sign it, where an earlier one did. */
function signedLike(result: Result, { engine }: Result): Result {
	if (!isEarlier(result.engine, engine)) return result
	return 'count' in result ? { ...result, engine, count: { ...result.count, engine } } : { ...result, engine }
}

/** `motion/1` before `motion/2`: an earlier one may well have come to the same. */
function isEarlier(engine: string, other: string): boolean {
	const [name, edition] = engine.split('/')
	const [otherName, otherEdition] = other.split('/')
	return name === otherName && Number(edition) < Number(otherEdition)
}

function hasSameTurnout(result: Result, ballots: Kept): boolean {
	return !isOutcomeOnly(result) || result.voted === ballots.length
}

/** Where ballots say no voice, the voices that are shown must at least fit into the total. */
function hasSameVoices(decision: Closed, ballots: Kept, electors: readonly Elector[], hasVoices: boolean): boolean {
	const stored = decision.result.byVoice
	const counted = countVoices(decision, ballots, electors)
	const isSameRoll =
		stored.length === counted.length &&
		counted.every(({ voiceId, electors }, at) => stored[at]!.voiceId === voiceId && stored[at]!.electors === electors)
	if (!isSameRoll) return false
	if (isOutcomeOnly(decision.result))
		return stored.every(({ tally, voted }) => tally === null && (voted ?? null) === null)
	if (hasVoices)
		return counted.every(
			({ tally, voted }, at) =>
				canonicalJson(stored[at]!.tally) === canonicalJson(tally) && (stored[at]!.voted ?? voted) === voted,
		)
	const shown = stored.filter(({ tally }) => tally !== null)
	const isWhole = shown.length === stored.length
	const fits = (sum: number, total: number) => (isWhole ? sum === total : sum <= total)
	const totals: Counts = talliesOf(decision, ballots)
	return (
		Object.keys(totals).every((key) => fits(sumOf(shown.map(({ tally }) => tally?.[key] ?? 0)), totals[key]!)) &&
		(shown.some(({ voted }) => voted === undefined) ||
			fits(sumOf(shown.map(({ voted }) => voted ?? 0)), ballots.length))
	)
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, one) => sum + one, 0)
}
