import {
	type ChoosingMethod,
	type ChoosingRules,
	type ConsentRules,
	type DecisionPart,
	isConsent,
	isMotion,
	type Method,
} from '../../domain/decisions/decision.ts'
import { conditionWords } from './decision-words.ts'
import { poundsText } from './money-words.ts'

/** What each way of deciding is called when it must have a name: on results, in files and in minutes. */
export const methodNames: Record<Method, string> = {
	motion: 'For or against',
	consent: 'Consent: does anybody object?',
	approval: 'Choosing all you support',
	score: 'Scoring each one',
	points: 'Sharing out points',
	irv: 'Putting in order, one winner (instant run-off)',
	'scottish-stv': 'Putting in order, several winners (Scottish single transferable vote)',
	schulze: 'Putting in order, every pair compared (Schulze)',
	greedy: 'Budget: most votes first, whatever still fits',
	'greedy-no-skip': 'Budget: most votes first, until one does not fit',
	'equal-shares': 'Budget: equal shares',
}

type Asked = DecisionPart<'method' | 'rules'>

/** How the result will be reached, in a sentence or two that hold before and after the vote: "It is agreed if …". */
export function ruleWords(asked: Asked): string {
	if (isMotion(asked)) return `It is agreed if it has ${conditionWords(asked.rules)}.${lockWords(asked.rules)}`
	if (isConsent(asked)) return consentRuleWords(asked.rules)
	return `${choosingRules[asked.method](asked.rules)}${quorumWords(asked.rules.quorum)}`
}

function consentRuleWords(rules: ConsentRules): string {
	const silence = rules.silenceIsConsent ? ' Whoever says nothing counts as agreeing.' : ''
	return `It is agreed if nobody objects. A concern is written down and stops nothing.${silence}${quorumWords(rules.quorum)}${lockWords(rules)}`
}

function lockWords({ voiceLock }: Pick<ConsentRules, 'voiceLock'>): string {
	return voiceLock?.length ? ' Each voice that is asked by itself must agree as well.' : ''
}

function quorumWords(quorum: number): string {
	return quorum > 0 ? ` At least ${quorum} must take part.` : ''
}

const choosingRules: Record<ChoosingMethod, (rules: ChoosingRules) => string> = {
	approval: ({ seats = 1 }) =>
		seats === 1 ? 'The one most people choose wins.' : `The ${seats} most people choose win.`,
	score: ({ seats = 1, highest = 10, missing }) =>
		`Each is scored from 0 to ${highest}. ${best(seats)} the highest ${missing === 'zero' ? 'total. No score counts as 0.' : 'average of the scores given. No score means no opinion.'}`,
	points: ({ seats = 1, points = 0, cap }) =>
		`Each person has ${points} points to share out${cap ? `, ${cap} at most to one` : ''}. ${best(seats)} the most points.`,
	irv: () =>
		'The one with the fewest first choices drops out and those votes move to their next choice, until one has more than half.',
	'scottish-stv': ({ seats = 1 }) =>
		`${seats} are chosen, by the rules of Scottish council elections: a vote moves on when its first choice does not need it or cannot win.`,
	schulze: () =>
		'Every two are compared: which of them do more people put higher? The one that beats every other wins.',
	greedy: (rules) =>
		`${pot(rules)} The project with most votes is funded first, then each next one that still fits.${bar(rules)}`,
	'greedy-no-skip': (rules) =>
		`${pot(rules)} The project with most votes is funded first, then the next, until one does not fit.${bar(rules)}`,
	'equal-shares': (rules) =>
		`${pot(rules)} ${rules.byVoice ? 'Each voice gets an equal part of it, shared equally among its people who vote.' : 'Everyone who votes gets an equal part of it.'} A project is funded when the people who chose it can pay for it together.`,
}

function best(seats: number) {
	return seats === 1 ? 'The winner has' : `The ${seats} winners have`
}

function pot({ budget = 0 }: ChoosingRules) {
	return `There is ${poundsText(budget)} to share.`
}

function bar({ support = 0 }: ChoosingRules) {
	return support > 0 ? ` A project needs at least ${support} votes.` : ''
}
