import type { Tie } from '../../domain/decisions/methods/count.ts'
import { amountOf, type Exact, exact, less, plus } from '../../domain/decisions/methods/exact.ts'
import type { GreedyRound, SharesRound } from '../../domain/decisions/methods/rounds.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { type NearestPence, nearestPence, penceWords, roughWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { type BudgetTold, fundedWords, moneyLeft, supportWords } from './budget-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, listWords, quoted } from './option-names.ts'
import { hasGrown, type SharesTold } from './shares-told.ts'
import { peopleWords } from './steps-words.ts'
import { whyBefore, whyBeforeByPoints } from './tie-words.ts'
import { mostFirst, type Named } from './told.ts'
import { sayFor } from './would-words.ts'

type Unbought = SharesStory['unbought'][number]

/** What each project has: how many people want it and, where points are what the rule counts, how many points. */
export interface Support {
	named: Named
	points?: Named | null | undefined
}

/** Why each project is not funded, those with most of what the rule counts first: a few sentences each, with the reason that its own rule has. */
export function whyNotFunded(told: BudgetTold, support: Support, story: SharesStory | null): string[] {
	return missedOf(told, support).map((one) => whyWords(told, one, story))
}

/**
 * For whoever reads only a few: the one that another was taken before although they were level, and the one with most of what the rule
 * counts. Often they are the same; empty where nobody wanted anything else.
 */
export function mainReasons(told: BudgetTold, support: Support, story: SharesStory | null): string[] {
	const wanted = missedOf(told, support).filter(({ people }) => people > 0)
	const level = wanted.find((one) => hasLostTie(told, one, story))
	return [...new Set([level, wanted[0]])].flatMap((one) => (one ? [whyWords(told, one, story)] : []))
}

/** The same as `whyNotFunded`, with the exact sums behind it where there are any. */
export function notFundedInFull(
	told: BudgetTold,
	support: Support,
	story: SharesStory | null,
): { id: string; why: string; sums: string | null }[] {
	return missedOf(told, support).map((one) => {
		const unbought = one.people > 0 ? story?.unbought.find(({ project }) => project === one.id) : undefined
		const { count } = told
		const sums = unbought && count.method === 'equal-shares' ? sumsWords({ ...told, count }, unbought) : null
		return { id: one.id, why: whyWords(told, one, story), sums }
	})
}

interface Missed {
	id: string
	/** Pence. */
	cost: number
	people: number
	/** Null where people are what the rule counts. */
	points: number | null
}

function missedOf({ options, count: { winners } }: BudgetTold, { named, points }: Support): Missed[] {
	return options
		.filter(({ id }) => !winners.includes(id))
		.map(({ id, cost = 0 }) => ({ id, cost, people: named[id] ?? 0, points: points ? (points[id] ?? 0) : null }))
		.sort(mostFirst(points ?? named))
}

function whyWords(told: BudgetTold, missed: Missed, story: SharesStory | null): string {
	const why = missed.people === 0 ? '' : whyNot(told, missed, story)
	return [`${quoted(told.options, missed.id)} costs ${poundsText(missed.cost)}.`, wantedWords(told, missed), why]
		.filter((said) => said !== '')
		.join(' ')
}

function wantedWords({ count }: BudgetTold, { people, points }: Missed): string {
	const { it } = backedBy(count)
	if (people === 0) return `Nobody ${it}.`
	const who = peopleWords(people)
	if (points === null) return `${capital(who)} ${it}.`
	return `It has ${points === 1 ? 'one point' : `${thousands(points)} points`}, from ${who}.`
}

function whyNot(told: BudgetTold, missed: Missed, story: SharesStory | null): string {
	const { count } = told
	if (count.method !== 'equal-shares') return whyNotInOrder(told, missed)
	const out = count.notConsidered.find(({ project }) => project === missed.id)?.why
	if (out === 'dearer-than-budget') return `It costs more than all the money${sayFor(told)(' there was', '')}.`
	if (out === 'below-bar') return barWords({ ...told, count }, missed)
	if (count.comparison?.kept === 'greedy') return whyNotInOrder(told, missed)
	const unbought = story?.unbought.find(({ project }) => project === missed.id)
	const shares = { ...told, count }
	const short = unbought ? shortWords(shares, unbought) : couldNotWords(shares, missed)
	const inAll = leftInAll(shares, missed)
	return (missed.cost <= Number(leftPence(shares)) ? [inAll, short] : [short, inAll]).join(' ')
}

/** Whether it was level with something that was taken before it and is funded. */
function hasLostTie(told: BudgetTold, { id }: Missed, story: SharesStory | null): boolean {
	const { count } = told
	if (count.method !== 'equal-shares' || count.comparison?.kept === 'greedy') return tieInOrder(told, id) !== null
	const unbought = story?.unbought.find(({ project }) => project === id)
	return unbought !== undefined && tieWith({ ...told, count }, id, unbought.spent) !== null
}

function leftPence({ rules, count }: SharesTold): bigint {
	return nearestPence(amountOf(moneyLeft({ rules, count }))).pence
}

/** What everybody asks who hears how much is left: whether that is not enough for it. */
function leftInAll(told: SharesTold, { cost }: Missed): string {
	const say = sayFor(told)
	const { winners } = told.count
	const pence = leftPence(told)
	const left = penceWords({ pence, isExact: true })
	const is = say('is', 'would be')
	if (BigInt(cost) <= pence)
		return `${left} ${is} left, which would be enough. But the people who ${backedBy(told.count).it} ${say('pay', 'would pay')} for it themselves.`
	const after =
		winners.length === 1
			? `the one that ${fundedWords(told)}`
			: `the ${winners.length} that ${say('are', 'would be')} funded`
	return `After ${after}, ${pence === 0n ? 'nothing' : left} ${is} left, so it ${say('cannot', 'could not')} be bought.`
}

/**
 * Why it was not bought earlier: its people never had enough, or had until something else that they want was bought. Where shares grew
 * this is the last count, with the last shares, which is all that decided: with the first they may never have had enough.
 */
function shortWords(told: SharesTold, { project, people, after, spent, short }: Unbought): string {
	const say = sayFor(told)
	const missing = roughWords(short)
	const [had, were, was] = [say('had', 'would have had'), say('were', 'would be'), say('was', 'would be')]
	const even = hasGrown(told) ? 'Even when made larger,' : 'Even at the start,'
	if (after === null)
		return people === 1
			? `${even} their share ${was} ${missing} too small for it.`
			: `${even} their ${thousands(people)} shares together ${were} ${missing} too little for it.`
	const { that } = backedBy(told.count)
	const first = quoted(told.options, after)
	const went = say('went first', 'would go first')
	const tie = tieWith(told, project, spent)
	const level = tie
		? `It was level with ${quoted(told.options, tie.picked!)}, which ${went}, ${whyFirst(told, tie, { project, people })}. `
		: ''
	const begin = hasGrown(told) ? 'When shares were made larger,' : 'At first'
	const enough = `${begin} ${people === 1 ? 'this person' : `the ${thousands(people)}`} ${had} enough for it.`
	const also =
		spent.length > 1
			? `they also ${that} ${spent.length} projects that ${went}, the last of them ${first}. Paying for those`
			: `${payersWords(spent[0]?.people ?? 0, people)} also ${that} ${tie ? 'that one, and paying for it' : `${first}, which ${went}. Paying for that`}`
	return `${level}${enough} But ${also} ${say('left', 'would leave')} them with ${missing} too little.`
}

/** Where voices are too small to say what anybody could spend. */
function couldNotWords(told: SharesTold, { people }: Missed): string {
	const say = sayFor(told)
	const left = `What they ${say('had', 'would have')} left of their`
	const enough = `${say('was not', 'would not be')} enough for it`
	return people === 1 ? `${left} share ${enough}.` : `${left} shares ${enough}, even together.`
}

/**
 * What its people had, what of it they had paid for what else they want, and what was then missing. Each sum is rounded so that
 * the next follows from it to the penny: a payment is what was left before it less what was left after it.
 */
function sumsWords(told: SharesTold, { cost, people, began, spent, together }: Unbought): string {
	const had = nearestPence(amountOf(began))
	const left = nearestPence(amountOf(together))
	const missing = penceWords({ pence: nearestPence(amountOf(cost)).pence - left.pence, isExact: left.isExact })
	const say = sayFor(told)
	const shares =
		people === 1
			? `Their share ${say('was', 'would be')}`
			: `Together, their ${thousands(people)} shares ${say('came', 'would come')} to`
	const thatLeft = `That ${say('left', 'would leave')}`
	if (spent.length === 0) return `${shares} ${penceWords(had)}: ${missing} too little.`
	const paid = paidWords(told, { people, began, spent })
	const remains =
		left.pence === 0n && left.isExact
			? `${thatLeft} nothing.`
			: `${thatLeft} ${penceWords(left)}: ${missing} too little.`
	return `${shares} ${penceWords(had)}. Of that, ${paid}. ${remains}`
}

/** More payments than these are told as one: nobody can follow more by ear. */
const mostPayments = 3

function paidWords(told: SharesTold, { people, began, spent }: Pick<Unbought, 'people' | 'began' | 'spent'>): string {
	const say = sayFor(told)
	const apart = spent.length > mostPayments ? largest(spent, mostPayments - 1) : spent
	const others = spent.filter((payment) => !apart.includes(payment))
	const sums = addUp(amountOf(began), [...apart.map((payment) => [payment]), ...(others.length > 0 ? [others] : [])])
	const parts = apart.map(({ project, people: payers }, at) => {
		const who = at === 0 || people > 1 ? [payersWords(payers, people)] : []
		const had = at === 0 ? [say('had already paid', 'would already have paid')] : []
		return [...who, ...had, penceWords(sums[at]!), 'for', quoted(told.options, project)].join(' ')
	})
	const rest =
		others.length > 0
			? [
					`${penceWords(sums.at(-1)!)} ${say('went', 'would have gone')} to ${others.length} other projects they ${backedBy(told.count).that}`,
				]
			: []
	return listWords([...parts, ...rest])
}

function largest(spent: Unbought['spent'], most: number): Unbought['spent'] {
	const bySize = [...spent].sort((a, b) => {
		const [x, y] = [amountOf(a.paid), amountOf(b.paid)]
		const difference = y.n * x.d - x.n * y.d
		return difference > 0n ? 1 : difference < 0n ? -1 : 0
	})
	return spent.filter((payment) => bySize.indexOf(payment) < most)
}

/** What each of these comes to, to the penny, so that what is left after it follows. */
function addUp(began: Exact, payments: readonly Unbought['spent'][]): NearestPence[] {
	let before = began
	return payments.map((together) => {
		const paid = together.reduce((sum, { paid }) => plus(sum, amountOf(paid)), exact(0n))
		const after = less(before, paid)
		const pence = nearestPence(before).pence - nearestPence(after).pence
		before = after
		return { pence, isExact: paid.n * 100n === pence * paid.d }
	})
}

function payersWords(payers: number, people: number): string {
	if (payers === 1) return people === 1 ? 'they' : 'one of them'
	if (payers < people) return `${thousands(payers)} of them`
	return people === 2 ? 'both of them' : `all ${thousands(people)} of them`
}

/** It stood level with one of these, which was then paid for: bad luck is said as that. */
function tieWith({ count }: SharesTold, id: string, spent: Unbought['spent']): Tie | null {
	return (
		count.ties.find(
			({ kind, among, picked }) =>
				kind === 'fund' && among.includes(id) && picked !== id && spent.some(({ project }) => project === picked),
		) ?? null
	)
}

function whyFirst({ count, options }: SharesTold, tie: Tie, { project, people }: Pick<Unbought, 'project' | 'people'>) {
	const { utility } = count.options
	if (utility === 'points' || utility === 'borda') return whyBeforeByPoints(tie, project, options)
	const named = { ...Object.fromEntries(count.rounds.map(({ project: id, votes }) => [id, votes])), [project]: people }
	return whyBefore(tie, project, options, named)
}

/** Its share of the people is below a third of its share of the money. */
function barWords({ rules, count }: SharesTold, { cost }: Missed): string {
	const voters = BigInt(count.ballots.counted + count.ballots.blank)
	const thrice = BigInt(rules.budget ?? 0) * 3n
	const needed = (BigInt(cost) * voters + thrice - 1n) / thrice
	return `For that cost the rule asks for at least ${thousands(needed)} people, so it was left out.`
}

/** Projects in the order of their votes: it did not fit, or was never come to. */
function whyNotInOrder(told: BudgetTold, { id, cost }: Missed): string {
	const { rules, count } = told
	const say = sayFor(told)
	const rounds: readonly (GreedyRound | SharesRound)[] = count.rounds
	const at = rounds.findIndex(({ project }) => project === id)
	if (at < 0) return rules.support ? `The rule asks for at least ${supportWords(rules)}.` : 'The rule left it out.'
	if (count.method === 'greedy-no-skip' && count.rounds.slice(0, at).some(({ funded }) => !funded))
		return 'The count had already stopped, at one that did not fit.'
	const tie = tieInOrder(told, id)
	const level = tie
		? `It was level with ${quoted(told.options, tie.picked!)}, which ${say('went', 'would go')} first, ${whyBefore(tie, id, told.options, {})}. `
		: ''
	const was = say('was', 'would be')
	const before = rounds[at - 1]
	const had = before && 'left' in before && before.left !== undefined ? before.left : `${rules.budget ?? 0}/100`
	const left = nearestPence(amountOf(had))
	const missing = BigInt(cost) - left.pence
	if (left.pence === 0n) return `${level}When its turn came, nothing ${was} left.`
	return `${level}When its turn came, ${penceWords(left)} ${was} left: ${penceWords({ pence: missing, isExact: true })} too little.`
}

/** It had as many as one that was taken before it and is funded. */
function tieInOrder({ count }: BudgetTold, id: string): Tie | null {
	const isFunded = (picked: string | null) => picked !== null && picked !== id && count.winners.includes(picked)
	return (
		count.ties.find(({ kind, among, picked }) => kind === 'order' && among.includes(id) && isFunded(picked)) ?? null
	)
}
