import { parseExact } from '../../domain/decisions/methods/exact.ts'
import type { BudgetCount, CountBy } from '../../domain/decisions/methods/published-count.ts'
import { amountWords } from './amount-words.ts'
import { mostOf } from './method-words.ts'
import { poundsText } from './money-words.ts'
import type { Chosen, ChosenBy } from './told.ts'
import { sayFor } from './would-words.ts'

export type BudgetTold = ChosenBy<BudgetCount>
type GreedyTold = ChosenBy<CountBy<'greedy' | 'greedy-no-skip'>>

/** Null where no money was shared. */
export function asBudget(chosen: Chosen): BudgetTold | null {
	const { count } = chosen
	const isShared = count.method === 'equal-shares' || count.method === 'greedy' || count.method === 'greedy-no-skip'
	return isShared ? { ...chosen, count } : null
}

export function fundedWords(told: Pick<BudgetTold, 'kind'>): string {
	return sayFor(told)('is funded', 'would be funded')
}

/** What the money left is, in pounds as exact text. */
export function moneyLeft({ rules, count }: Pick<BudgetTold, 'rules' | 'count'>): string {
	const cost = parseExact(count.totalCost)!
	const left = BigInt(rules.budget ?? 0) - (cost.n * 100n) / cost.d
	return `${left / 100n}.${`${left % 100n}`.padStart(2, '0')}`
}

/** What is left when the vote is over, in words: all of it where nothing was settled. */
export function moneyLeftWords(told: BudgetTold): string {
	return told.outcome === 'chosen' ? amountWords(moneyLeft(told)) : poundsText(told.rules.budget ?? 0)
}

/** What was funded cost in all, of how much, and what is left: after the sentence that names it, and short enough for a phone. */
export function spentWords(told: BudgetTold): string {
	const say = sayFor(told)
	const pot = `the ${poundsText(told.rules.budget ?? 0)}${say(' there was to share', '')}`
	const isLeft = say('is left', 'would be left')
	const funded = told.count.winners.length
	if (funded === 0) return `All of ${pot} ${isLeft}.`
	const costs = `${funded === 1 ? 'It' : 'Together they'} ${say(funded === 1 ? 'costs' : 'cost', 'would cost')}`
	const left = moneyLeft(told)
	return left === '0.00'
		? `${costs} all of ${pot}.`
		: `${costs} ${amountWords(told.count.totalCost)} of ${pot}. ${amountWords(left)} ${isLeft}.`
}

/** What a project needs to be looked at, in what decides: "12 points", "one vote". */
export function supportWords(rules: BudgetTold['rules']): string {
	const one = mostOf(rules) === 'most points' ? 'point' : 'vote'
	return rules.support === 1 ? `one ${one}` : `${rules.support ?? 0} ${one}s`
}

export function greedyWhy(told: GreedyTold): string[] {
	const { rules, count } = told
	const say = sayFor(told)
	const most = mostOf(rules)
	const bar = rules.support
		? ` A project ${say('needed', 'would need')} at least ${supportWords(rules)} to be looked at.`
		: ''
	const first = `${noMoneyWords(told)}The project with ${most} ${fundedWords(told)} first, then`
	const rule =
		count.method === 'greedy'
			? `${first} each next one that still fits in the money left.`
			: `${first} the next, until one does not fit. There it ${say('stops', 'would stop')}.`
	return [spentWords(told), `${rule}${bar}`]
}

/** Said once, before how it was counted; empty where the vote gives money. */
export function noMoneyWords(told: Pick<BudgetTold, 'kind'>): string {
	return sayFor(told)('', 'This vote hears views and gives no money. It is counted as if it did. ')
}
