import type { Stop } from '../../domain/decisions/methods/equal-shares-options.ts'
import { parseExact } from '../../domain/decisions/methods/exact.ts'
import type { BudgetCount, CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { GreedyRound, SharesRound } from '../../domain/decisions/methods/rounds.ts'
import { amountWords } from './amount-words.ts'
import { poundsText } from './money-words.ts'
import type { Chosen, ChosenBy, Named } from './told.ts'

export type BudgetTold = ChosenBy<BudgetCount>
type SharesTold = ChosenBy<CountBy<'equal-shares'>>
type GreedyTold = ChosenBy<CountBy<'greedy' | 'greedy-no-skip'>>

/** Null where no money was shared. */
export function asBudget(chosen: Chosen): BudgetTold | null {
	const { count } = chosen
	const isShared = count.method === 'equal-shares' || count.method === 'greedy' || count.method === 'greedy-no-skip'
	return isShared ? { ...chosen, count } : null
}

/** Nothing is funded by asking for views. */
function fundedWords({ kind }: Pick<BudgetTold, 'kind'>): string {
	return kind === 'show-of-views' ? 'would be funded' : 'is funded'
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

function spentWords(told: BudgetTold): string {
	const funded = told.count.winners.length
	if (funded === 0)
		return `No project ${fundedWords(told)}, so all of the ${poundsText(told.rules.budget ?? 0)} is left.`
	const cost = `${funded === 1 ? 'One project costs' : `${funded} projects cost`} ${amountWords(told.count.totalCost)} in all.`
	const left = moneyLeft(told)
	return `${cost} ${left === '0.00' ? 'Nothing is left.' : `${amountWords(left)} is left.`}`
}

export function greedyWhy(told: GreedyTold): string[] {
	const { rules, count } = told
	const bar = rules.support
		? ` A project needed at least ${rules.support === 1 ? 'one vote' : `${rules.support} votes`} to be looked at.`
		: ''
	const rule =
		count.method === 'greedy'
			? `The project with most votes ${fundedWords(told)} first, then each next one that still fits in the money left.`
			: `The project with most votes ${fundedWords(told)} first, then the next, until one does not fit. There it stops.`
	return [`There was ${poundsText(rules.budget ?? 0)} to share. ${rule}${bar}`, spentWords(told)]
}

export function sharesWhy(told: SharesTold): string[] {
	const { endowment, comparison } = told.count
	const isByGreedy = comparison?.kept === 'greedy'
	return [
		`There was ${poundsText(told.rules.budget ?? 0)} to share. ${partsWords(told)}`,
		`A project ${fundedWords(told)} when the people who chose it can pay for it together, each from their own part. So the money follows what different people want, and not only what the largest number want.`,
		...(endowment && endowment.increments > 0 && !isByGreedy ? [raisedWords(endowment.stopped)] : []),
		...(isByGreedy ? [] : fromRestWords(told)),
		...(comparison ? [comparisonSaid(comparison)] : []),
		spentWords(told),
	]
}

/** No more real money is ever spent: only what people may give is raised. */
function raisedWords(stopped: Stop): string {
	const until: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: ', until nothing else that anybody chose fitted in the money there is',
		'next-too-dear': ', until one step more would have bought more than there is money for',
		'everything-funded': ', until everything that anybody chose was funded',
	}
	return `With those parts alone, some money could not be spent. So everyone’s part was raised a little and the count begun again${until[stopped]}.`
}

function partsWords({ rules, count }: SharesTold): string {
	if (rules.byVoice) return 'Each voice got an equal part of it, shared equally among its people who voted.'
	const { counted, blank } = count.ballots
	const voters = counted + blank
	const part = voters > 0 ? amountWords(equalPart(rules.budget ?? 0, voters)) : ''
	return voters === 1
		? 'One person voted, and had all of it to give.'
		: `Each of the ${voters} who voted had the same part of it to give: ${part}.`
}

/** Before anything was raised, as exact text in pounds. */
function equalPart(pence: number, voters: number): string {
	return `${pence}/${100 * voters}`
}

/** What was bought from what nobody could spend: it follows another rule, so it is said. */
function fromRestWords(told: SharesTold): string[] {
	const added = told.count.rounds.filter(({ by }) => by === 'greedy').length
	if (added === 0) return []
	const what = added === 1 ? 'One project' : `${added} projects`
	return [`${what} came from the money left over after that: there the most votes go first, as long as it fits.`]
}

export function comparisonSaid({
	preferEqualShares,
	preferGreedy,
	kept,
}: NonNullable<CountBy<'equal-shares'>['comparison']>): string {
	const said = `The rule also asks whether simply funding the projects with most votes would give more people more of what they chose. That way ${more(preferGreedy)} more of it funded; this way ${more(preferEqualShares)}.`
	return kept === 'greedy' ? `${said} So the projects with most votes are taken.` : `${said} So this way stands.`
}

function more(people: number): string {
	return people === 0 ? 'nobody has' : people === 1 ? 'one person has' : `${people} people have`
}

/** The three with most votes that are not funded, and for each the reason that its own rule has. */
export function budgetMissed(told: BudgetTold, named: Named): string[] {
	const isNot = told.kind === 'show-of-views' ? 'would not be funded' : 'is not funded'
	return told.options
		.filter(({ id }) => !told.count.winners.includes(id) && (named[id] ?? 0) > 0)
		.sort((a, b) => (named[b.id] ?? 0) - (named[a.id] ?? 0))
		.slice(0, 3)
		.map(({ id, name, cost = 0 }) => {
			const chose = named[id] === 1 ? '1 person chose it' : `${named[id]} people chose it`
			return `“${name}” ${isNot}. ${chose}; ${whyNot(told, id, poundsText(cost), named[id] === 1)}.`
		})
}

function whyNot(told: BudgetTold, id: string, cost: string, isOne: boolean): string {
	const { count } = told
	if (count.method !== 'equal-shares' || count.comparison?.kept === 'greedy') return whyNotInOrder(told, id, cost)
	const out = count.notConsidered.find(({ project }) => project === id)?.why
	if (out === 'dearer-than-budget') return `it costs ${cost}, which is more than all the money there is`
	if (out === 'below-bar') return `for its cost of ${cost} that is too few, by the rule`
	return isOne
		? `what this person had left of their own part did not pay the ${cost} it costs`
		: `what these people had left of their own parts did not pay the ${cost} it costs, even together`
}

/** Projects in the order of their votes: it did not fit, or was never come to. */
function whyNotInOrder({ rules, count }: BudgetTold, id: string, cost: string): string {
	const rounds: readonly (GreedyRound | SharesRound)[] = count.rounds
	const at = rounds.findIndex(({ project }) => project === id)
	if (at < 0) return rules.support ? `the rule asks for at least ${rules.support}` : 'the rule left it out'
	const before = rounds[at - 1]
	const left = before && 'left' in before && before.left !== undefined ? before.left : `${rules.budget ?? 0}/100`
	return isEnough(left, cost)
		? 'the count had already stopped, at one that did not fit'
		: `it costs ${cost} and ${amountWords(left)} was left when its turn came`
}

function isEnough(left: string, cost: string): boolean {
	const [has, needs] = [parseExact(left)!, parseExact(cost.replace(/[£,]/g, ''))!]
	return has.n * needs.d >= needs.n * has.d
}
