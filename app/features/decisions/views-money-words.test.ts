import { expect, test } from 'vitest'
import { closedShares } from '../../../tests/conformance/closed-shares.ts'
import { choosing } from '../../../tests/given-question.ts'
import type { Answer, Choosing, ChoosingMethod, ChoosingRules, DecisionKind } from '../../domain/decisions/decision.ts'
import { workOut } from '../../domain/decisions/worked.ts'
import { asBudget } from './budget-words.ts'
import { byHandOf } from './by-hand-words.ts'
import { ruleWords } from './method-words.ts'
import { mainReasons } from './not-funded-words.ts'
import { narrowlyMissed, narrowlyMissedTitle, resultTitle, resultWhy, sumsInFull } from './result-words.ts'
import { comparisonSaid, mostVotesFirstWords } from './shares-compared-words.ts'
import { raisedTitle } from './shares-grown-words.ts'
import type { SharesTold } from './shares-told.ts'
import { beginningWords, pickedWords, pointPriceWords, priceWords, raisingWords } from './steps-words.ts'
import { tieWords } from './tie-words.ts'
import { chosenOf } from './told.ts'
import { sayFor } from './would-words.ts'

const projects = { A: 60_00, B: 60_00, C: 45_00, D: 90_00, E: 10_00, F: 120_00 }
const ids = Object.keys(projects)

/** What each gives to what they want: ticks, points, or an order by falling points. */
const given: Record<string, number>[] = [
	{ A: 5, B: 4, D: 1 },
	{ A: 5, B: 4, E: 1 },
	{ A: 4, B: 5, C: 1 },
	{ B: 6, A: 4 },
	{ C: 6, D: 4 },
	{ C: 5, F: 5 },
	{ D: 10 },
	{},
]

const ballots: Record<string, { rules: Partial<ChoosingRules>; answer: (marks: Record<string, number>) => Answer }> = {
	ticks: { rules: {}, answer: (marks) => ({ marks: Object.fromEntries(Object.keys(marks).map((id) => [id, 1])) }) },
	points: { rules: { ballot: 'points', points: 10 }, answer: (marks) => ({ marks }) },
	ranks: {
		rules: { ballot: 'ranks', most: 3 },
		answer: (marks) => ({ ranks: Object.keys(marks).map((id) => [id]) }),
	},
}

const counts: [ChoosingMethod, Partial<ChoosingRules>][] = [
	['greedy', {}],
	['greedy', { support: 3 }],
	['greedy-no-skip', {}],
	['equal-shares', { completion: 'none' }],
	['equal-shares', { completion: 'none', utility: 'cardinality' }],
	['equal-shares', { completion: 'add1' }],
	['equal-shares', { completion: 'add1-until-overflow', comparison: true }],
	['equal-shares', { completion: 'add1u', bar: true }],
	['equal-shares', { completion: 'greedy', comparison: true }],
	['equal-shares', { completion: 'add1', byVoice: true }],
]

const cases = counts.flatMap(([method, rules]) =>
	Object.keys(ballots).flatMap((form) =>
		[100_00, 170_00, 400_00].map((budget) => [method, form, budget, rules] as const),
	),
)

/** Every sentence of the result, its steps, its files and its minute that speaks of money. */
function everything(kind: DecisionKind, [method, form, budget, rules]: (typeof cases)[number]): string[] {
	const { rules: own, answer } = ballots[form]!
	const asked: Choosing = {
		...choosing(method, { ...rules, ...own, budget }),
		kind,
		options: ids.map((id) => ({ id, name: id, cost: projects[id as keyof typeof projects] })),
		tieOrder: ids,
	}
	const answers = given.map(answer)
	const voices = ['citizen', 'provider']
	const { decision, named, points, story } = closedShares(asked, answers, voices)
	const told = { ...decision, voiceNames: { citizen: 'Citizens', provider: 'Providers' } }
	const chosen = chosenOf(told)!
	const support = { named, points }
	return [
		ruleWords(told),
		resultTitle(told),
		...resultWhy(told, [], story, points ?? named),
		...mainReasons(asBudget(chosen)!, support, story),
		narrowlyMissedTitle(told),
		...narrowlyMissed(told, support, story),
		...sumsInFull(told, support, story),
		...tieWords(chosen, points ?? named),
		...byHandOf(told),
		...(chosen.count.method === 'equal-shares' ? ofShares(told, { ...chosen, count: chosen.count }) : []),
	]

	function ofShares(told: Choosing, shares: SharesTold): string[] {
		const say = sayFor(told)
		const stored = answers.map((answer, at) => ({ answer, voiceId: voices[at % voices.length]! }))
		const worked = workOut.steps(told, stored)
		const { comparison, endowment } = shares.count
		return [
			raisedTitle(shares),
			...(story ? mostVotesFirstWords(shares, story.mostVotesFirst) : []),
			...(comparison ? [comparisonSaid({ ...comparison, byPoints: points !== null }, shares)] : []),
			...(['points', 'cardinality', 'cost'] as const).map((by) => pickedWords(by, say)),
			...(worked?.steps ?? []).flatMap((step) => [priceWords(step, say), pointPriceWords(step, say)]),
			...(endowment
				? raisingWords(endowment, { step: '1', budget: '100', isByVoice: rules.byVoice === true, oneMore: null }, say)
				: []),
			...(worked && typeof endowment?.perVoter === 'string'
				? beginningWords(worked, { ...endowment, perVoter: endowment.perVoter }, say)
				: []),
		]
	}
}

/** Money that is there, goes to something, or is paid: all of which only happens where a vote gives money. */
const givenAway =
	/\b(is|are|was|were|had been) (funded|paid|bought|spent|left\b(?! out))|\bpays\b|\b(who (chose|ranked) it|points) pay\b|\bpaid\b|\bbought\b|\bgot\b|there (is|was) to share|There (is|was) £|real money|cannot be bought/

/** What is said on condition may use the same words. */
const onCondition =
	/\b(would|could)( already| ever| not| then)?( have)?( be| been)? (funded|paid|pay|bought|spent|left)\b|\b(would|could) (give|pay|be bought|be funded|have been funded)\b|If money is left|had been funded first|would have bought|funded that way and not by this rule|more of what they chose funded/gi

test.each(cases)('a show of views by %s, %s, %d pence, says of money only what would be: %j', (...one) => {
	for (const sentence of everything('show-of-views', one).flatMap((words) => words.split(/(?<=[.:?]) /)))
		expect(sentence.replaceAll(onCondition, ''), sentence).not.toMatch(givenAway)
})

test.each(cases)('a panel vote by %s, %s, %d pence, gives money and says so: %j', (...one) => {
	expect(everything('panel-vote', one).join(' ')).not.toMatch(
		/would be funded|would have had|gives no money|would pay for/,
	)
})
