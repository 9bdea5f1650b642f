import type { CommonRules, DecisionKind, MotionRules, Outcome, Tally } from '../../domain/decisions/decision.ts'
import { fewestShown } from '../../domain/decisions/small-numbers.ts'

/** Three kinds that no screen may let be confused: each has its name, and what it is worth, in these words everywhere. */
export const kindWords: Record<DecisionKind, { name: string; means: string }> = {
	'show-of-views': { name: 'Show of views', means: 'This is a show of views. It is not a board decision.' },
	'panel-vote': {
		name: 'Panel vote',
		means:
			'This is a panel vote. It binds as the group’s own rules say: ask whoever chairs it. It is not a board decision.',
	},
	'board-decision': {
		name: 'Board decision',
		means: 'This is a board decision, taken at a meeting and recorded by its clerk.',
	},
}

/**
 * The outcome in one sentence. A show of views never sounds as if something had been decided. A board without a quorum may have
 * lacked one class of seat and not numbers: what was missing is said where its minute is known (`minute-words`).
 */
export function outcomeWords(kind: DecisionKind, outcome: Outcome): string {
	if (kind === 'board-decision' && outcome === 'no-quorum') return 'No decision. There was no quorum.'
	return kind === 'show-of-views' ? viewsWords[outcome] : voteWords[outcome]
}

const voteWords: Record<Outcome, string> = {
	agreed: 'Agreed.',
	'not-agreed': 'Not agreed.',
	chosen: 'Chosen.',
	'none-chosen': 'Nothing was chosen.',
	level: 'Level. Nothing is settled.',
	'no-quorum': 'No decision. Too few took part.',
	'nobody-voted': 'No decision. Nobody voted.',
}

const viewsWords: Record<Outcome, string> = {
	agreed: 'People are in favour.',
	'not-agreed': 'Not enough people are in favour.',
	chosen: 'This is what people prefer.',
	'none-chosen': 'People prefer none of these.',
	level: 'Level. No one answer is ahead.',
	'no-quorum': 'Too few took part to say.',
	'nobody-voted': 'Nobody answered.',
}

export function countWords({ for: inFavour, against, abstain }: Tally): string {
	return `${inFavour} for, ${against} against, ${abstain} abstained.`
}

/** By numerator and denominator: "2/3". */
export const shareNames: Record<string, string> = {
	'1/4': 'a quarter',
	'1/3': 'a third',
	'1/2': 'half',
	'2/3': 'two thirds',
	'3/4': 'three quarters',
}

/**
 * What everyone is told before they vote about who will see how. Totals are always published, so where few are asked
 * nobody can be promised that they tell nothing.
 */
export function secrecyWords(rules: Secrecy, electors: number): string {
	const { secrecy } = rules
	if (secrecy === 'named')
		return [
			'Everyone who can see this page will see your name and how you voted, once voting ends.',
			...standingTells(rules),
		].join(' ')
	if (electors >= fewestShown) return [keptWords(), fewTells(), ...lockTells(rules)].join(' ')
	return electors === 1
		? onlyOneWords()
		: [
				keptWords(),
				`No numbers will be shown. But only ${electors} people are asked, so the outcome itself may show it.`,
				...lockTells({ ...rules, voiceLock: [] }),
			].join(' ')
}

/**
 * What a secret vote promises while it is open, with its one exception: a ballot can be changed until then, so a link to it is
 * kept. The page on secrecy says the same at length.
 */
function keptWords(name?: string): string {
	const [who, whose] = name ? [name, 'their'] : ['you', 'your']
	return `No page shows how ${who} voted. Until voting ends, whoever runs the computer it is stored on could look. Then the link between ${who} and ${whose} ballot is destroyed.`
}

const helpersKeep = 'You who help know it: keep it to yourself.'

/** Of very few ballots only the outcome is shown (docs/decisions/012-very-small-votes.md), so it is said before anybody votes. */
function fewTells(name?: string): string {
	return `If fewer than five people vote, we show only how it came out, and no numbers. ${mayGuess(name)}`
}

function mayGuess(name = 'you'): string {
	return `Even that may let somebody guess how ${name} voted.`
}

/** A count that grows by one while voting goes on may be seen beside whoever has just voted. */
function standingTells({ showsStanding }: Pick<CommonRules, 'showsStanding'>, name = 'you'): string[] {
	return showsStanding
		? [
				`While voting goes on, everyone who can see this vote sees how many are for and against. So somebody may work out how ${name} voted before it ends.`,
			]
		: []
}

/** What becomes of a secret ballot once voting has ended: whole, it may be known by what it says. */
export function publishedWords(
	{ rules, electors }: { rules: { voiceLock?: readonly unknown[]; byVoice?: boolean }; electors: number },
	name?: string,
): string {
	if (electors < fewestShown)
		return 'Fewer than five people are asked, so no ballot is published: only how the vote came out.'
	const [whose, who, theirs] = name ? ['their', name, 'theirs'] : ['your', 'you', 'yours']
	return [
		'When the vote is closed, each ballot is published without a name, in no order.',
		...(rules.byVoice || rules.voiceLock?.length ? ['It says its voice, if every voice is large enough.'] : []),
		`If ${whose} choice is unusual, somebody who knows ${who} well might guess that it is ${theirs}.`,
		'If fewer than five people vote, no ballot is published: only how the vote came out.',
	].join(' ')
}

/** To somebody who reads along and has no vote in it. */
export function readerSecrecyWords(secrecy: CommonRules['secrecy']): string {
	return secrecy === 'secret'
		? 'Votes are secret: no page shows how anybody voted.'
		: 'Votes are named: once voting ends, the result shows who voted how.'
}

/** On a ballot, on a screen or on paper: that the vote is secret, and what may show all the same. `name`: to a supporter. */
export function secretVoteWords(rules: Secrecy, electors: number, name?: string): string {
	if (electors === 1) return onlyOneWords(name)
	return electors < fewestShown
		? [
				`This vote is secret, but only ${electors} people are asked. We show only how it came out, and no numbers. ${mayGuess(name)}`,
				...lockTells({ ...rules, voiceLock: [] }, name),
			].join(' ')
		: ['This vote is secret.', fewTells(name), ...lockTells(rules, name)].join(' ')
}

function onlyOneWords(name?: string): string {
	return name
		? `${name} is the only one asked, so the result will show how ${name} voted.`
		: 'You are the only one asked, so the result will show how you voted.'
}

/** The same of a named one. */
export function namedVoteWords(rules: Pick<CommonRules, 'showsStanding'>, name = 'you'): string {
	return [`This vote is named: the result shows how ${name} voted.`, ...standingTells(rules, name)].join(' ')
}

/** The same for somebody who helps another person to vote: "you" would be the wrong one. */
export function secrecyWordsOf(name: string, rules: Secrecy, electors: number): string {
	const { secrecy } = rules
	if (secrecy === 'named')
		return [
			`Everyone who can see this page will see ${name}’s name and how ${name} voted, once voting ends.`,
			...standingTells(rules, name),
		].join(' ')
	if (electors >= fewestShown) {
		return [keptWords(name), helpersKeep, fewTells(name), ...lockTells(rules, name)].join(' ')
	}
	return electors === 1
		? onlyOneWords(name)
		: [
				keptWords(name),
				helpersKeep,
				`No numbers will be shown. But only ${electors} people are asked, so the outcome itself may show it.`,
				...lockTells({ ...rules, voiceLock: [] }, name),
			].join(' ')
}

type Secrecy = Pick<CommonRules, 'secrecy' | 'showsStanding'> & Pick<MotionRules, 'voiceLock' | 'voiceQuorum'>

/**
 * Where five or more vote, whether a locked voice agreed is published, however few of it took part: without that nobody could
 * see why the result is what it is. Whether enough of a voice took part always is. So both are said beforehand.
 */
export function lockTells({ secrecy, voiceLock, voiceQuorum }: Secrecy, name?: string): string[] {
	if (secrecy === 'named') return []
	const ifFew = `If ${name ? `${name} is` : 'you are'} one of few people of such a voice, that may show`
	const who = name ?? 'you'
	return [
		...(voiceLock?.length
			? [
					`But some voices are asked by themselves. If five or more people vote, the result says whether each of these voices agreed. ${ifFew} how ${who} voted.`,
				]
			: []),
		...(voiceQuorum?.length
			? [
					`The result also says whether enough people of some voices took part. ${ifFew} whether ${who} voted. It does not show how.`,
				]
			: []),
	]
}

export function turnoutWords({ electors, voted }: { electors: number; voted: number }): string {
	return `${voted} of ${electors} have voted`
}
