import type {
	CommonRules,
	Decision,
	DecisionKind,
	Fraction,
	MotionRules,
	Outcome,
	Tally,
} from '../../domain/decisions/decision.ts'
import { fewestShown } from '../../domain/decisions/small-numbers.ts'

/** Three kinds that no screen may let be confused: each has its name, and what it is worth, in these words everywhere. */
export const kindWords: Record<DecisionKind, { name: string; means: string }> = {
	'show-of-views': { name: 'Show of views', means: 'This is a show of views. It is not a board decision.' },
	'panel-vote': {
		name: 'Panel vote',
		means: 'This is a panel vote. It binds as the group’s own rules say. It is not a board decision.',
	},
	'board-decision': {
		name: 'Board decision',
		means: 'This is a board decision, taken at a meeting and recorded by its clerk.',
	},
}

/** The outcome in one sentence. A show of views never sounds as if something had been decided. */
export function outcomeWords(kind: DecisionKind, outcome: Outcome): string {
	return kind === 'show-of-views' ? viewsWords[outcome] : voteWords[outcome]
}

const voteWords: Record<Outcome, string> = {
	agreed: 'Agreed.',
	'not-agreed': 'Not agreed.',
	chosen: 'Chosen.',
	'none-chosen': 'Nothing was chosen.',
	level: 'Several come first, level. No one of them is chosen.',
	'no-quorum': 'No decision. Too few took part.',
	'nobody-voted': 'No decision. Nobody voted.',
}

const viewsWords: Record<Outcome, string> = {
	agreed: 'People are in favour.',
	'not-agreed': 'People are not in favour.',
	chosen: 'This is what people prefer.',
	'none-chosen': 'People prefer none of these.',
	level: 'People put several level at the top.',
	'no-quorum': 'Too few took part to say.',
	'nobody-voted': 'Nobody answered.',
}

/** "11 for, 2 against, 1 abstained. It needed more for than against and at least 10 taking part. It had both." */
export function whyWords(rules: MotionRules, tally: Tally, electors = 0): string {
	return `${countWords(tally)} It needed ${conditionWords(rules)}. ${hadWords(rules, tally, electors)}`
}

export function countWords({ for: inFavour, against, abstain }: Tally): string {
	return `${inFavour} for, ${against} against, ${abstain} abstained.`
}

/** "more for than against and at least 10 taking part" */
export function conditionWords({ threshold, of, quorum }: MotionRules): string {
	const share = thresholdWords(threshold, of)
	return quorum > 0 ? `${share} and at least ${quorum} taking part` : share
}

function hadWords({ threshold, of, quorum }: MotionRules, tally: Tally, electors: number): string {
	const tookPart = tally.for + tally.against + tally.abstain
	if (tookPart === 0) return 'Nobody took part.'
	const hasShare = reaches(threshold, tally, of === 'entitled' ? electors : tally.for + tally.against)
	if (quorum === 0) return hasShare ? 'It had that.' : `It did not have that.${levelWords(threshold, tally)}`
	if (tookPart < quorum) return `Only ${tookPart} took part, so nothing was decided either way.`
	return hasShare
		? 'It had both.'
		: `Enough took part, but it did not have ${thresholdWords(threshold, of)}.${levelWords(threshold, tally)}`
}

function levelWords(threshold: MotionRules['threshold'], tally: Tally) {
	return threshold === 'majority' && tally.for === tally.against && tally.for > 0
		? ' A level vote is not agreement.'
		: ''
}

function reaches(threshold: MotionRules['threshold'], { for: inFavour, against }: Tally, whole: number) {
	if (threshold === 'majority') return inFavour > against
	return inFavour > 0 && threshold.denominator * inFavour >= threshold.numerator * whole
}

/** What may be chosen when setting up, by the value the form posts. */
export const thresholds = {
	majority: 'majority',
	'two-thirds': { numerator: 2, denominator: 3 },
	'three-quarters': { numerator: 3, denominator: 4 },
	everyone: { numerator: 1, denominator: 1 },
} as const satisfies Record<string, MotionRules['threshold']>

export type ThresholdName = keyof typeof thresholds

export function thresholdWords(threshold: MotionRules['threshold'], of: MotionRules['of'] = 'voting'): string {
	return threshold === 'majority' ? 'more for than against' : shareWords(threshold, of)
}

/** By numerator and denominator: "2/3". */
export const shareNames: Record<string, string> = { '2/3': 'two thirds', '3/4': 'three quarters', '1/2': 'half' }

function shareWords({ numerator, denominator }: Fraction, of: MotionRules['of']): string {
	if (numerator === denominator)
		return of === 'entitled' ? 'everyone who can vote to be for' : 'nobody against among those for or against'
	const share = shareNames[`${numerator}/${denominator}`] ?? `${numerator} in every ${denominator}`
	return of === 'entitled'
		? `at least ${share} of everyone who can vote to be for`
		: `at least ${share} of those for or against to be for`
}

/**
 * What everyone is told before they vote about who will see how. Totals are always published, so where few are asked
 * nobody can be promised that they tell nothing.
 */
export function secrecyWords(rules: Secrecy, electors: number): string {
	const { secrecy } = rules
	if (secrecy === 'named')
		return 'Everyone who can see this page will see your name and how you voted, once voting ends.'
	if (electors >= fewestShown)
		return ['Nobody can see how you voted.', fewTells(secrecy), ...lockTells(rules)].join(' ')
	return electors === 1
		? 'You are the only one asked, so the result will show how you voted.'
		: `No page says how you voted, and no numbers will be shown. But only ${electors} people are asked, so the outcome itself may show it.`
}

/** Of very few ballots only the outcome is shown (docs/decisions/012-very-small-votes.md), so it is said before anybody votes. */
export function fewTells(secrecy: CommonRules['secrecy']): string {
	return secrecy === 'secret' ? 'If fewer than five people vote, we show only how it came out, and no numbers.' : ''
}

/** On a ballot, on a screen or on paper: that the vote is secret, and what may show all the same. */
export function secretVoteWords(rules: Secrecy): string {
	return ['This vote is secret.', fewTells(rules.secrecy), ...lockTells(rules)].join(' ')
}

/** The same for somebody who helps another person to vote: "you" would be the wrong one. */
export function secrecyWordsOf(name: string, { secrecy }: Secrecy, electors: number): string {
	if (secrecy === 'named')
		return `Everyone who can see this page will see ${name}’s name and how ${name} voted, once voting ends.`
	return electors >= fewestShown
		? `Nobody can see how ${name} voted, but you who help. Keep it to yourself.`
		: `No page says how ${name} voted. Only ${electors} ${electors === 1 ? 'person is' : 'people are'} asked, so the result itself may show it.`
}

type Secrecy = Pick<CommonRules, 'secrecy'> & Pick<MotionRules, 'voiceLock'>

/**
 * Whether a locked voice agreed is always published, however few speak for it: without that nobody could see why the result
 * is what it is. So it is said beforehand.
 */
export function lockTells({ secrecy, voiceLock }: Secrecy): string[] {
	if (secrecy === 'named' || !voiceLock?.length) return []
	return [
		'But some voices are asked by themselves, and the result says whether each of these agreed. If you are one of few people of such a voice, that may show how you voted.',
	]
}

/** Before opening, of the locked voices that are so small: "Commissioners: 1 person". */
export function tellingLocks(rules: Secrecy, lock: readonly { name: string; electors: number }[]): string[] {
	if (rules.secrecy === 'named') return []
	return lock.flatMap(({ name, electors }) => {
		if (electors >= fewestShown) return []
		return electors === 1
			? [`Only one person is asked of the ${name}, so what their voice says by itself shows how they voted.`]
			: [
					`Only ${electors} people are asked of the ${name}, so what their voice says by itself may show how they voted.`,
				]
	})
}

export function turnoutWords({ electors, voted }: { electors: number; voted: number }): string {
	return `${voted} of ${electors} have voted`
}

export function endedTag({ kind, result, state }: Pick<Decision, 'kind' | 'result' | 'state'>): {
	text: string
	tone: 'good' | 'late' | 'plain'
} {
	if (state === 'stopped' || !result) return { text: 'stopped', tone: 'late' }
	const said: Record<Outcome, string> =
		kind === 'show-of-views'
			? {
					agreed: 'in favour',
					'not-agreed': 'not in favour',
					chosen: 'preferred',
					'none-chosen': 'none preferred',
					level: 'level at the top',
					'no-quorum': 'too few took part',
					'nobody-voted': 'nobody answered',
				}
			: {
					agreed: 'agreed',
					'not-agreed': 'not agreed',
					chosen: 'chosen',
					'none-chosen': 'nothing chosen',
					level: 'level, none chosen',
					'no-quorum': 'too few took part',
					'nobody-voted': 'nobody voted',
				}
	return {
		text: said[result.outcome],
		tone: result.outcome === 'agreed' || result.outcome === 'chosen' ? 'good' : 'plain',
	}
}
