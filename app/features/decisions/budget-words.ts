import type { Stop } from '../../domain/decisions/methods/equal-shares-options.ts'
import { amountOf, parseExact } from '../../domain/decisions/methods/exact.ts'
import type { OneStepMore } from '../../domain/decisions/methods/one-step-more.ts'
import type { BudgetCount, CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { GreedyRound, SharesRound } from '../../domain/decisions/methods/rounds.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { standingOptions } from '../../domain/decisions/withdrawn.ts'
import { amountWords } from './amount-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, mostNamed, namesOf } from './option-names.ts'
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
	return `${cost} ${left === '0.00' ? 'No money is left.' : `${amountWords(left)} of the money is left.`}`
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

/** How the rule works, what it came to, why money is left, and what one step more would have bought: to be heard in that order. */
export function sharesWhy(told: SharesTold, story: SharesStory | null): string[] {
	const { endowment, comparison } = told.count
	if (comparison?.kept === 'greedy')
		return [`${potWords(told)} ${partsWords(told)} ${sharesRule(told)}`, comparisonSaid(comparison), spentWords(told)]
	const fromRest = fromRestWords(told)
	const spent = sharesInShort(told)
	const oneMore = story?.oneMore ? [oneMoreWords(told, story.oneMore)] : []
	return [
		`${potWords(told)} ${partsWords(told)} ${sharesRule(told)}`,
		...(endowment && endowment.increments > 0 ? [raisedWords(told, endowment)] : []),
		// What came from the rest is no part of what a step more costs, so it is told after it.
		...(fromRest.length > 0 ? [...oneMore, ...fromRest, spent] : [spent, ...oneMore]),
		...(comparison ? [comparisonSaid(comparison)] : []),
	]
}

/** What it came to and why money is left: short enough for the first thing on a phone. The rest of `sharesWhy` can follow it. */
export function sharesInShort(told: SharesTold): string {
	return told.count.comparison?.kept === 'greedy'
		? spentWords(told)
		: [spentWords(told), ...whyLeftWords(told)].join(' ')
}

function potWords({ rules }: Pick<SharesTold, 'rules'>): string {
	return `There was ${poundsText(rules.budget ?? 0)} to share.`
}

function sharesRule(told: SharesTold): string {
	const first =
		told.rules.utility === 'cardinality'
			? 'The one that asks least of each of them goes first.'
			: 'The one whose cost most people share goes first.'
	return `A project ${fundedWords(told)} when the people who chose it can pay for it together, each from their own part. ${first}`
}

/** Said before anybody wonders how parts can come to more than the money there is. */
export function onlyCounting(budget: string): string {
	return `Added up, raised parts are more than the money there is. They are only a way of counting: no more than the ${budget} is ever spent.`
}

function raisedWords(
	{ rules, count }: Pick<SharesTold, 'rules' | 'count'>,
	{ stopped, perVoter }: NonNullable<SharesTold['count']['endowment']>,
): string {
	const until: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: ' until nothing else that anybody chose would fit',
		'next-too-dear': ' until one step more would have cost more than there is',
		'everything-funded': ' until everything that anybody chose could be paid for',
	}
	const { counted, blank } = count.ballots
	const from = amountWords(equalPart(rules.budget ?? 0, counted + blank))
	// Where each voice has a part, there is no one number for everybody.
	const far = typeof perVoter === 'string' ? `step by step, from ${from} to ${amountWords(perVoter)},` : 'step by step,'
	return `With those parts alone, some of the money could not be spent. So everybody’s part was raised ${far}${until[stopped]}. ${onlyCounting(poundsText(rules.budget ?? 0))}`
}

/** Money that stays has another reason in each way of ending. */
function whyLeftWords(told: SharesTold): string[] {
	const { count, rules } = told
	const open = standingOptions(told).filter(
		({ id }) => !count.winners.includes(id) && !count.notConsidered.some(({ project }) => project === id),
	)
	if (moneyLeft(told) === '0.00' || open.length === 0 || count.winners.length === 0) return []
	const completion = rules.completion ?? 'add1'
	if (completion === 'none')
		return [
			'It is left because nobody pays from another person’s part: those who chose the other projects had too little left to pay for any of them.',
		]
	const left = amountOf(moneyLeft(told))
	const fitting = open.filter(({ cost = 0 }) => BigInt(cost) * left.d <= left.n * 100n)
	if (fitting.length === 0) return ['Every other project that people chose costs more than that.']
	if (count.endowment?.stopped === 'next-too-dear') {
		const [what, whose] =
			fitting.length === 1
				? [`“${fitting[0]!.name}”`, 'the people who chose it']
				: [`${fitting.length} other projects`, 'the people who chose them']
		return [
			`${what} would fit. But raising everybody’s part stopped before ${whose} could pay: the next step would have brought in something too dear.`,
		]
	}
	return fitting.length === 1
		? [`“${fitting[0]!.name}” would fit, but the people who chose it had too little left of their parts to pay for it.`]
		: [`${fitting.length} other projects would fit, but the people who chose them had too little left of their parts.`]
}

/** "One step more would have bought “A kitchen” as well. All together would then cost £62,400, which is £2,400 more than there is." */
export function oneMoreWords(
	{ options }: Pick<SharesTold, 'options'>,
	{ bought, lost, cost, over }: OneStepMore,
): string {
	const names = (ids: readonly string[]) =>
		ids.length > mostNamed ? `${ids.length} other projects` : namesOf(options, ids)
	const how = lost.length > 0 ? `instead of ${names(lost)}` : 'as well'
	return `One step more would have bought ${names(bought)} ${how}. All together would then cost ${amountWords(cost)}, which is ${amountWords(over)} more than there is.`
}

function partsWords({ rules, count }: SharesTold): string {
	if (rules.byVoice) return 'Each voice got an equal part of it, shared equally among its people who voted.'
	const { counted, blank } = count.ballots
	const voters = counted + blank
	if (voters === 1) return 'One person voted, and had all of it to give.'
	return `Each of the ${thousands(voters)} people who voted held the same part of it: ${amountWords(equalPart(rules.budget ?? 0, voters))}.`
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
	const both =
		preferGreedy === 0 && preferEqualShares === 0
			? 'Nobody has more of it either way.'
			: `${capital(morePeople(preferGreedy))} more of it that way, and ${morePeople(preferEqualShares)} more of it this way.`
	const said = `The rule also asks whether simply funding the projects with most votes would give more people more of what they chose. ${both}`
	return kept === 'greedy' ? `${said} So the projects with most votes are taken.` : `${said} So this way stands.`
}

function morePeople(people: number): string {
	return people === 0 ? 'nobody has' : people === 1 ? 'one person has' : `${thousands(people)} people have`
}

/** What the better known rule would have done with the same ballots: for the fold beside the result. */
export function mostVotesFirstWords(
	{ options, count }: Pick<SharesTold, 'options' | 'count'>,
	{ winners, totalCost }: SharesStory['mostVotesFirst'],
): string[] {
	const only = (these: readonly string[], others: readonly string[]) => these.filter((id) => !others.includes(id))
	const [that, here] = [only(winners, count.winners), only(count.winners, winners)]
	const rule =
		'Suppose the project with most votes had been funded first, then each next one that still fits in the money.'
	if (that.length === 0 && here.length === 0) return [`${rule} That would have funded the same projects.`]
	return [
		`${rule} That would have funded ${winners.length === 1 ? 'one project' : `${winners.length} projects`} for ${amountWords(totalCost)} in all.`,
		...(that.length > 0 ? [`Funded that way and not by this rule: ${namesOf(options, that)}.`] : []),
		...(here.length > 0 ? [`Funded by this rule and not that way: ${namesOf(options, here)}.`] : []),
		'This rule was fixed before anybody voted. It gives everybody’s vote the same part of the money.',
	]
}

/** The three with most votes that are not funded, and for each the reason that its own rule has. */
export function budgetMissed(told: BudgetTold, named: Named, story: SharesStory | null): string[] {
	const isNot = told.kind === 'show-of-views' ? 'would not be funded' : 'is not funded'
	return told.options
		.filter(({ id }) => !told.count.winners.includes(id) && (named[id] ?? 0) > 0)
		.sort((a, b) => (named[b.id] ?? 0) - (named[a.id] ?? 0))
		.slice(0, 3)
		.map(({ id, name, cost = 0 }) => {
			const people = named[id] ?? 0
			const chose = people === 1 ? '1 person chose it' : `${thousands(people)} people chose it`
			return `“${name}” ${isNot}. ${chose}; ${whyNot(told, id, { cost: poundsText(cost), people, story })}.`
		})
}

interface Missed {
	cost: string
	people: number
	story: SharesStory | null
}

function whyNot(told: BudgetTold, id: string, { cost, people, story }: Missed): string {
	const { count } = told
	if (count.method !== 'equal-shares' || count.comparison?.kept === 'greedy') return whyNotInOrder(told, id, cost)
	const out = count.notConsidered.find(({ project }) => project === id)?.why
	if (out === 'dearer-than-budget') return `it costs ${cost}, which is more than all the money there is`
	if (out === 'below-bar') return `for its cost of ${cost} that is too few, by the rule`
	const missed = story?.unbought.find(({ project }) => project === id)
	const who = people === 1 ? 'this person' : 'they'
	if (!missed) return `${who} could not pay the ${cost} it costs${people === 1 ? '' : ', even together'}`
	const { after, together, short } = missed
	const when = after === null ? 'from the start' : `after ${namesOf(told.options, [after])} was paid for,`
	const isRaised = (count.endowment?.increments ?? 0) > 0
	const of = `of their ${isRaised ? 'raised ' : ''}part${people === 1 ? '' : 's together'}`
	return `it costs ${cost}, and ${when} ${who} had ${amountWords(together)} ${of}: ${amountWords(short)} too little`
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
