import { isBudget } from '../../domain/decisions/askable.ts'
import {
	type DecisionKind,
	isChoosing,
	isConsent,
	isMotion,
	isOutcomeOnly,
	type OutcomeOnly,
} from '../../domain/decisions/decision.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { tookPart } from '../../domain/decisions/took-part.ts'
import { standingOptions } from '../../domain/decisions/withdrawn.ts'
import { greedyWhy } from './budget-words.ts'
import { outcomeWords } from './decision-words.ts'
import { marksMissed, marksWhy } from './marks-words.ts'
import { chairWords, type RuleNames, whyWords } from './motion-words.ts'
import { notFundedInFull, type Support, whyNotFunded } from './not-funded-words.ts'
import { mostNamed, namesOf, quoted } from './option-names.ts'
import { consentOutcomeOnly, outcomeOnlyWhy } from './outcome-only-words.ts'
import { irvMissed, irvWhy, schulzeMissed, schulzeWhy, stvMissed, stvWhy } from './ranked-words.ts'
import type { ShownVoice } from './read-result.server.ts'
import { raisedInFull } from './shares-grown-words.ts'
import { sharesParts, sharesWhy } from './shares-words.ts'
import { shortVoices, voicesWords } from './short-voices.ts'
import { type Chosen, chosenOf, type Named, type Told } from './told.ts'
import { orWithdrawn } from './withdrawn-words.ts'
import { consentTitle, consentWhy, lockWhy, motionMissed, motionTitle, motionViewsTitle } from './yes-or-no-words.ts'

/** The outcome in one sentence, to be read aloud first. A show of views never sounds as if something had been decided. */
export function resultTitle(told: Told & RuleNames): string {
	const { kind, result } = told
	if (!result) throw new Error('an open vote has no result to tell')
	const short = result.outcome === 'no-quorum' && votedOf(told) >= told.rules.quorum ? shortVoices(told) : []
	if (short.length > 0) return tooFewOfWords(kind, voicesWords(short, told.voiceNames))
	if (isOutcomeOnly(result)) return outcomeOnlyTitle(told, result)
	if (isConsent(told)) return 'counts' in result ? consentTitle(kind, result) : outcomeWords(kind, result.outcome)
	if ('count' in result) return chosenTitle(told, result)
	return kind === 'show-of-views' && 'tally' in result
		? motionViewsTitle(result)
		: motionTitle(kind, result.outcome, told.castingVoteOver)
}

/** Enough took part in all, and too few of those voices. */
function tooFewOfWords(kind: DecisionKind, voices: string): string {
	return kind === 'show-of-views'
		? `Too few of ${voices} took part to say.`
		: `No decision. Too few of ${voices} took part.`
}

function outcomeOnlyTitle(told: Told, result: OutcomeOnly): string {
	if (isConsent(told)) return consentOutcomeOnly(told.kind, result) ?? outcomeWords(told.kind, result.outcome)
	if (isMotion(told)) return motionTitle(told.kind, result.outcome, told.castingVoteOver)
	return chosenTitle(told, { outcome: result.outcome, count: result })
}

type Winning = { outcome: NonNullable<Told['result']>['outcome']; count: { winners: readonly string[] } }

function chosenTitle(told: Told, { outcome, count: { winners } }: Winning): string {
	const { kind, method, options } = told
	const isViews = kind === 'show-of-views'
	if (outcome === 'none-chosen' && isBudget(method))
		return isViews ? 'People would fund none of these.' : 'No project is funded.'
	if (outcome !== 'chosen' && outcome !== 'level') return outcomeWords(kind, outcome)
	const many =
		winners.length > mostNamed
			? `${winners.length} of the ${standingOptions(told).length} ${isBudget(method) ? 'projects' : 'options'}`
			: namesOf(options, winners)
	const are = winners.length === 1 ? 'is' : 'are'
	if (method === 'schulze' && winners.length > 1) return levelTitle(many, isViews)
	if (isBudget(method)) return isViews ? `People would fund ${many}.` : `${many} ${are} funded.`
	return isViews ? `People prefer ${many}.` : `${many} ${are} chosen.`
}

/** Nothing is chosen of several that the rule cannot tell apart: only the others are out. */
function levelTitle(many: string, isViews: boolean): string {
	return isViews ? `People put ${many} level at the top.` : `${many} come first, level. No one of them is chosen.`
}

/** Why the rule gives that, in sentences for somebody who has never heard the rule's name. */
export function resultWhy(
	told: Told & RuleNames,
	voices: readonly Pick<ShownVoice, 'voice' | 'locked' | 'tally'>[] = [],
	shares: SharesStory | null = null,
	votes: Named = {},
): string[] {
	const { kind, result } = told
	if (!result) return []
	if (isOutcomeOnly(result)) {
		const isLevel = isMotion(told) && (result.casting || result.outcome === 'level')
		const chair = isLevel ? [chairWords(result, result.outcome, told)] : []
		return [...chair, ...outcomeOnlyWhy(result, told.rules, told.voiceNames)]
	}
	return [...countWhy(told, shares, votes), ...lockWhy(kind, result.outcome, voices)]
}

function countWhy(told: Told & RuleNames, shares: SharesStory | null, votes: Named): string[] {
	if (isMotion(told)) return told.result && !isOutcomeOnly(told.result) ? [whyWords(told.rules, told.result, told)] : []
	if (isConsent(told))
		return told.result && !isOutcomeOnly(told.result) ? consentWhy(told.kind, told.rules, told.result) : []
	const chosen = chosenOf(told)
	if (!chosen) return []
	const took = votedOf(told)
	if (took === 0) return ['Nobody handed in an answer, so there is nothing to count.']
	if (chosen.outcome === 'no-quorum')
		return [
			`At least ${chosen.rules.quorum} had to take part and ${took} did, so nothing is settled, whatever the count below says.`,
		]
	return chosenWhy(chosen, shares, votes)
}

function chosenWhy(chosen: Chosen, shares: SharesStory | null, votes: Named): string[] {
	const { count } = chosen
	switch (count.method) {
		case 'approval':
		case 'points':
		case 'score':
			return marksWhy({ ...chosen, count })
		case 'irv':
			return irvWhy({ ...chosen, count })
		case 'scottish-stv':
			return stvWhy({ ...chosen, count })
		case 'schulze':
			return schulzeWhy({ ...chosen, count })
		case 'greedy':
		case 'greedy-no-skip':
			return greedyWhy({ ...chosen, count })
		case 'equal-shares':
			return sharesWhy({ ...chosen, count }, shares, votes)
	}
}

/**
 * The same in parts: what the box on top says, which has to fit a small phone, what is read below it, and, of equal shares, what is
 * understood only after it was said why the others are not funded.
 */
export function resultWhyInParts(...told: Parameters<typeof resultWhy>): {
	box: string[]
	below: string[]
	after: string[]
} {
	const why = resultWhy(...told)
	const chosen = chosenOf(told[0])
	if (!chosen || !isMoneyShared(told[0])) return { box: why, below: [], after: [] }
	const { count } = chosen
	const [, , shares = null, votes = {}] = told
	const after = count.method === 'equal-shares' ? sharesParts({ ...chosen, count }, shares, votes).rest : []
	const [spent = '', ...rest] = why
	return { box: [spent], below: rest.filter((words) => !after.includes(words)), after }
}

/** How many took part, of how many. */
export function turnoutResultWords(told: Told): string {
	const { result } = told
	if (!result) return ''
	const blank = 'count' in result ? result.count.ballots.blank : 0
	const who = blank > 1 && blank === votedOf(told) ? 'All' : blank === 1 ? 'One' : blank
	const left = blank === 0 ? '' : ` ${who} of them left the ballot blank${orWithdrawn(told)}.`
	return `${votedOf(told)} of ${result.electors} who could vote took part.${left}${spoiltWords(result.spoilt ?? 0)}`
}

function spoiltWords(spoilt: number): string {
	if (spoilt === 0) return ''
	return spoilt === 1
		? ' One paper more came that nobody could read; it counts for nothing.'
		: ` ${spoilt} papers more came that nobody could read; they count for nothing.`
}

export function votedOf({ result }: Pick<Told, 'result'>): number {
	return result ? tookPart(result) : 0
}

/** What came close and did not make it, in a sentence each; none where nothing did, or where it would show too much. */
export function narrowlyMissed(
	told: Told,
	support: Support = { named: {} },
	shares: SharesStory | null = null,
): string[] {
	const { result } = told
	if (!result || result.outcome === 'nobody-voted') return []
	if (result.outcome === 'no-quorum') {
		const short = told.rules.quorum - votedOf(told)
		return short > 0 && isQuorumAll(told) ? [`${short} more taking part would have been enough.`] : []
	}
	if (isMotion(told)) return told.result && !isOutcomeOnly(told.result) ? motionMissed(told.rules, told.result) : []
	const chosen = isChoosing(told) ? chosenOf(told) : null
	return chosen ? chosenMissed(chosen, support, shares) : []
}

/** Of shares, what a minute keeps of the exact sums: how shares grew, and what was missing to each that is not funded. */
export function sumsInFull(told: Told, support: Support, shares: SharesStory | null): string[] {
	const chosen = isMoneyShared(told) ? chosenOf(told) : null
	if (chosen?.count.method !== 'equal-shares') return []
	const { count } = chosen
	const of = notFundedInFull({ ...chosen, count }, support, shares).flatMap(({ id, sums }) =>
		sums ? [`${quoted(chosen.options, id)}: ${sums}`] : [],
	)
	return [...raisedInFull({ ...chosen, count }, shares), ...of]
}

export const cameClose = 'What came close'

/** Whether money was shared out, if only to nobody: then people ask of each project why theirs got none. */
export function isMoneyShared(told: Told): boolean {
	const chosen = chosenOf(told)
	return (
		chosen !== null && 'totalCost' in chosen.count && (chosen.outcome === 'chosen' || chosen.outcome === 'none-chosen')
	)
}

/** What stands above `narrowlyMissed`. */
export function narrowlyMissedTitle(told: Told): string {
	if (!isMoneyShared(told)) return cameClose
	return told.kind === 'show-of-views' ? 'Why the others would not be funded' : 'Why the others are not funded'
}

/** Whether more people, of whatever voice, were all that was missing. */
function isQuorumAll(told: Told): boolean {
	const { rules, result } = told
	const isSilenceAnswer = 'silenceIsConsent' in rules && rules.silenceIsConsent
	const asksVoices =
		('voiceQuorum' in rules && rules.voiceQuorum?.length) || ('voiceLock' in rules && rules.voiceLock?.length)
	const isUnknown = asksVoices && result && isOutcomeOnly(result)
	return !isSilenceAnswer && !isUnknown && shortVoices(told).length === 0
}

function chosenMissed(chosen: Chosen, support: Support, shares: SharesStory | null): string[] {
	const { count } = chosen
	switch (count.method) {
		case 'approval':
		case 'points':
		case 'score':
			return marksMissed({ ...chosen, count })
		case 'irv':
			return irvMissed({ ...chosen, count })
		case 'scottish-stv':
			return stvMissed({ ...chosen, count })
		case 'schulze':
			return schulzeMissed({ ...chosen, count })
		default:
			return whyNotFunded({ ...chosen, count }, support, shares)
	}
}
