import type { Tie } from '../../domain/decisions/methods/count.ts'
import { amountOf, type Exact, exact, less, plus } from '../../domain/decisions/methods/exact.ts'
import type { GreedyRound, SharesRound } from '../../domain/decisions/methods/rounds.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { type NearestPence, nearestPence, penceWords, roughWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { type BudgetTold, moneyLeft, supportWords } from './budget-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, listWords, quoted } from './option-names.ts'
import type { SharesTold } from './shares-told.ts'
import { whyBefore, whyBeforeByPoints } from './tie-words.ts'
import type { Named } from './told.ts'

type Unbought = SharesStory['unbought'][number]

/** Why each project is not funded, those most people want first: a few sentences each, with the reason that its own rule has. */
export function whyNotFunded(told: BudgetTold, named: Named, story: SharesStory | null): string[] {
	return missedOf(told, named).map((one) => whyWords(told, one, story))
}

/** The same, with the exact sums behind it where there are any. */
export function notFundedInFull(
	told: BudgetTold,
	named: Named,
	story: SharesStory | null,
): { id: string; why: string; sums: string | null }[] {
	return missedOf(told, named).map((one) => {
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
}

function missedOf({ options, count: { winners } }: BudgetTold, named: Named): Missed[] {
	return options
		.filter(({ id }) => !winners.includes(id))
		.map(({ id, cost = 0 }) => ({ id, cost, people: named[id] ?? 0 }))
		.sort((a, b) => b.people - a.people)
}

function whyWords(told: BudgetTold, missed: Missed, story: SharesStory | null): string {
	const { count } = told
	const why = missed.people === 0 ? '' : whyNot(told, missed, story)
	const { it } = backedBy(count)
	const who = missed.people === 0 ? 'Nobody' : missed.people === 1 ? 'One person' : `${thousands(missed.people)} people`
	return [`${quoted(told.options, missed.id)} costs ${poundsText(missed.cost)}.`, `${who} ${it}.`, why]
		.filter((said) => said !== '')
		.join(' ')
}

function whyNot(told: BudgetTold, missed: Missed, story: SharesStory | null): string {
	const { count } = told
	if (count.method !== 'equal-shares') return whyNotInOrder(told, missed)
	const out = count.notConsidered.find(({ project }) => project === missed.id)?.why
	if (out === 'dearer-than-budget') return 'It costs more than all the money there was.'
	if (out === 'below-bar') return barWords({ ...told, count }, missed)
	if (count.comparison?.kept === 'greedy') return whyNotInOrder(told, missed)
	const unbought = story?.unbought.find(({ project }) => project === missed.id)
	return [
		leftInAll({ ...told, count }, missed),
		unbought ? shortWords({ ...told, count }, unbought) : couldNotWords(missed),
	].join(' ')
}

/** What everybody asks who hears how much is left: whether that is not enough for it. */
function leftInAll(told: SharesTold, { cost }: Missed): string {
	const { winners } = told.count
	const left = nearestPence(amountOf(moneyLeft(told)))
	if (BigInt(cost) <= left.pence)
		return `${capital(penceWords(left))} is left, which would be enough. But the people who ${backedBy(told.count).it} pay for it themselves.`
	const after = winners.length === 1 ? 'the one that is funded' : `the ${winners.length} that are funded`
	const what = left.pence === 0n ? 'nothing' : penceWords(left)
	const would = told.kind === 'show-of-views' ? after.replace(/ (is|are) /, ' would be ') : after
	return `After ${would}, ${what} is left, so it cannot be bought.`
}

/**
 * Why it was not bought earlier: its people never had enough, or had until something else that they want was bought. Where shares grew
 * this is the last count, with the last shares, which is all that decided: with the first they may never have had enough.
 */
function shortWords(told: SharesTold, { project, people, after, spent, short }: Unbought): string {
	const missing = roughWords(short)
	const hasGrown = (told.count.endowment?.increments ?? 0) > 0
	const even = hasGrown ? 'Even when made larger,' : 'Even at the start,'
	if (after === null)
		return people === 1
			? `${even} their share was ${missing} too small for it.`
			: `${even} their ${thousands(people)} shares together were ${missing} too little for it.`
	const begin = hasGrown ? 'With the last, larger shares,' : 'At first'
	const had = `${begin} ${people === 1 ? 'this person' : `the ${thousands(people)}`} had enough for it.`
	const { that } = backedBy(told.count)
	const level = tieWith(told, project, spent)
	const because = level ? whyFirst(told, level, { project, people }) : ''
	const first = quoted(told.options, after)
	if (spent.length > 1) {
		const others = `they also ${that} ${spent.length} projects that went first, the last of them ${first}`
		const wasLevel = level
			? ` It was level with ${quoted(told.options, level.picked!)}, which went first, ${because}.`
			: ''
		return `${had} But ${others}. Paying for those left them with ${missing} too little.${wasLevel}`
	}
	const how = level ? `was level with it and went first, ${because}` : 'went first'
	const who = payersWords(spent[0]?.people ?? 0, people)
	return `${had} But ${who} also ${that} ${first}, which ${how}. Paying for that left them with ${missing} too little.`
}

/** Where voices are too small to say what anybody could spend. */
function couldNotWords({ people }: Missed): string {
	return people === 1
		? 'What they had left of their share was not enough for it.'
		: 'What they had left of their shares was not enough for it, even together.'
}

/**
 * What its people had, what of it they had paid for what else they want, and what was then missing. Each sum is rounded so that
 * the next follows from it to the penny: a payment is what was left before it less what was left after it.
 */
function sumsWords(told: SharesTold, { cost, people, began, spent, together }: Unbought): string {
	const had = nearestPence(amountOf(began))
	const left = nearestPence(amountOf(together))
	const missing = penceWords({ pence: nearestPence(amountOf(cost)).pence - left.pence, isExact: left.isExact })
	const shares = people === 1 ? 'Their share was' : `Together, their ${thousands(people)} shares came to`
	if (spent.length === 0) return `${shares} ${penceWords(had)}: ${missing} too little.`
	const paid = paidWords(told, { people, began, spent })
	const remains =
		left.pence === 0n && left.isExact ? 'That left nothing.' : `That left ${penceWords(left)}: ${missing} too little.`
	return `${shares} ${penceWords(had)}. Of that, ${paid}. ${remains}`
}

/** More payments than these are told as one: nobody can follow more by ear. */
const mostPayments = 3

function paidWords(told: SharesTold, { people, began, spent }: Pick<Unbought, 'people' | 'began' | 'spent'>): string {
	const apart = spent.length > mostPayments ? largest(spent, mostPayments - 1) : spent
	const others = spent.filter((payment) => !apart.includes(payment))
	const sums = addUp(amountOf(began), [...apart.map((payment) => [payment]), ...(others.length > 0 ? [others] : [])])
	const parts = apart.map(({ project, people: payers }, at) => {
		const who = at === 0 || people > 1 ? [payersWords(payers, people)] : []
		const had = at === 0 ? ['had already paid'] : []
		return [...who, ...had, penceWords(sums[at]!), 'for', quoted(told.options, project)].join(' ')
	})
	const rest =
		others.length > 0
			? [`${penceWords(sums.at(-1)!)} went to ${others.length} other projects they ${backedBy(told.count).that}`]
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
	const rounds: readonly (GreedyRound | SharesRound)[] = count.rounds
	const at = rounds.findIndex(({ project }) => project === id)
	if (at < 0) return rules.support ? `The rule asks for at least ${supportWords(rules)}.` : 'The rule left it out.'
	if (count.method === 'greedy-no-skip' && count.rounds.slice(0, at).some(({ funded }) => !funded))
		return 'The count had already stopped, at one that did not fit.'
	const before = rounds[at - 1]
	const had = before && 'left' in before && before.left !== undefined ? before.left : `${rules.budget ?? 0}/100`
	const left = nearestPence(amountOf(had))
	const missing = BigInt(cost) - left.pence
	if (left.pence === 0n) return 'When its turn came, nothing was left.'
	return `When its turn came, ${penceWords(left)} was left: ${penceWords({ pence: missing, isExact: true })} too little.`
}
