import { ballotForm, sharesByPoints } from '../../domain/decisions/answer.ts'
import type {
	BudgetBallotForm,
	ChoosingRules,
	DecisionKind,
	DecisionPart,
	Method,
} from '../../domain/decisions/decision.ts'
import { type Say, sayFor } from './would-words.ts'

/** How somebody with the spreadsheet, a pencil and no program counts a small vote again, step by step. */
export const byHandWords: Record<Method, readonly string[]> = {
	motion: [
		'Count the rows that say “for”, those that say “against” and those that say “abstain”.',
		'Compare the three numbers with the table “The count” on the result page, and with what the rule asks for.',
	],
	consent: [
		'Count the rows that say “agree”, “concern” and “object”.',
		'Compare the numbers with the table “The count” on the result page, and with what the rule says of one objection.',
	],
	approval: [
		'Add up each column: every 1 is one person who ticked it.',
		'The column with most comes first. A spreadsheet’s SUM does it.',
	],
	score: [
		'Add up each column.',
		'Where the rule asks for the average, divide by the number of cells that are not empty. The highest comes first.',
	],
	points: ['Add up each column. The one with most points comes first.'],
	irv: [
		'Print the rows, cut them apart, and make a pile for each option from the ballots that put it at 1.',
		'If one pile has more than half of all ballots in piles, it comes first.',
		'If none has, take the smallest pile away. Lay each of its ballots on the pile of its next choice that is still there. Where there is none, put it aside.',
		'Do that until one pile has more than half. Compare each round with the table “Votes in each round”.',
	],
	'scottish-stv': [
		'Print the rows, cut them apart, and make a pile for each option from the ballots that put it at 1. That is round 1.',
		'A pile that reaches the number the result page names has a place. What it has more moves on, each ballot at a part of its worth.',
		'If no pile has more than it needs, the smallest is taken away and its ballots move to their next choice.',
		'The table “What happened in each round” says what moved at each step, to compare with.',
	],
	schulze: [
		'Take two options. Count the rows where the first has the smaller number, and those where the second has. An empty cell is last.',
		'Do that for every two. Compare with the table “How many people put each one above each other one”.',
	],
	greedy: [
		'Add up each column: that is how many people chose the project.',
		'Begin with the project that has most. If the money left is enough for it, put it on the list. Go on to the next, to the end.',
	],
	'greedy-no-skip': [
		'Add up each column: that is how many people chose the project.',
		'Begin with the project that has most. As long as the money left is enough for the next one, put it on the list. Stop at the first that does not fit.',
	],
	'equal-shares': [
		'Add up each column: that is how many people chose the project. Compare with the tables on the result page.',
		'Then follow the page “The count, step by step”. At each step, look up in the rows who chose the project, and take their part of its cost off their shares.',
	],
}

const addUpPoints: Record<BudgetBallotForm, readonly string[]> = {
	ticks: [],
	points: ['Add up each column: those are the points of the project.'],
	ranks: [
		'A cell says the place that somebody gave to the project. Turn places into points: where there are three places, a 1 is worth 3 points, a 2 is worth 2 and a 3 is worth 1. The rule on the result page says how many places there are.',
		'Add up each column: those are the points of the project.',
	],
}

/** The same of one vote: where money is shared by points, they are added up instead of ticks. */
export function byHandOf({ kind, method, rules }: ByHand): readonly string[] {
	if (!sharesByPoints(rules)) return byHandWords[method]
	const { ballot = 'ticks' } = rules as ChoosingRules
	const [, ...rest] = byHandWords[method]
	return [...addUpPoints[ballot], ...(method === 'equal-shares' ? [followByPoints(sayFor({ kind }))] : rest)]
}

type ByHand = DecisionPart<'method' | 'rules'> & { kind?: DecisionKind }

function followByPoints(say: Say): string {
	return `Then follow the page “The count, step by step”. At each step, look up in the rows who gave the project points and how many. Each ${say('pays', 'would pay')} the price of a point times their points, or all they ${say('have', 'had')} left. Write down what ${say('is', 'would be')} left to each.`
}

/** Before anything is counted, where something was withdrawn while people voted. */
export function withdrawnByHand(asked: DecisionPart<'method' | 'rules'>): string {
	const ofRanks = sharesByPoints(asked.rules)
		? ' The numbers in the other columns stay as they are: each keeps the points of its place.'
		: ' Where somebody had it in their order, the next ones move up to fill its place.'
	return `Strike out the column of each one that was withdrawn.${ballotForm(asked) === 'ranks' ? ofRanks : ''} Do not count what is struck out.`
}

export const levelByHand =
	'If two are level where it matters, the result page says how that fell, and in which order the lot was drawn.'
