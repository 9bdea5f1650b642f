import { amountOf, type Exact, exact, less, plus } from '../../domain/decisions/methods/exact.ts'
import type { GreedyRound, SharesRound } from '../../domain/decisions/methods/rounds.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { amountWords, type NearestPence, nearestPence, penceWords } from './amount-words.ts'
import { type BudgetTold, moneyLeft } from './budget-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { listWords, quoted } from './option-names.ts'
import { aboutWords, type SharesTold, saysAbout, sharesParts } from './shares-words.ts'
import { whyBefore } from './tie-words.ts'
import type { Named } from './told.ts'

type Unbought = SharesStory['unbought'][number]

/**
 * Why each project is not funded, those most people chose first: in sums that add up when they are said aloud, and with the
 * reason that its own rule has.
 */
export function whyNotFunded(told: BudgetTold, named: Named, story: SharesStory | null): string[] {
	const missed = told.options
		.filter(({ id }) => !told.count.winners.includes(id))
		.map(({ id, cost = 0 }) => ({ id, cost, people: named[id] ?? 0 }))
		.sort((a, b) => b.people - a.people)
	const { count } = told
	if (count.method !== 'equal-shares')
		return missed.map((one) => reasonWords(told, one, one.people > 0 ? whyNotInOrder(told, one) : ''))
	return sharesReasons({ ...told, count }, missed, story)
}

interface Missed {
	id: string
	/** Pence. */
	cost: number
	people: number
}

function reasonWords({ options }: Pick<BudgetTold, 'options'>, { id, cost, people }: Missed, why: string): string {
	const chose =
		people === 0 ? 'Nobody chose it.' : people === 1 ? 'One person chose it.' : `${thousands(people)} people chose it.`
	return [`${quoted(options, id)} costs ${poundsText(cost)}.`, chose, why].filter((said) => said !== '').join(' ')
}

/** What holds for several, such as what is left in all, is said of the first of them. */
function sharesReasons(told: SharesTold, missed: readonly Missed[], story: SharesStory | null): string[] {
	const left = nearestPence(amountOf(moneyLeft(told))).pence
	let isAboutSaid = saysAbout(sharesParts(told, story).rule)
	let isLeftSaid = told.count.comparison?.kept === 'greedy'
	const isMixed = missed.some((one) => BigInt(one.cost) <= left) && left > 0n
	let isDearSaid = isLeftSaid || !isMixed
	return missed.map((one) => {
		const said = [whyNotByShares(told, one, story)]
		if (!isLeftSaid && isShort(told, one) && BigInt(one.cost) <= left) {
			said.push(enoughLeftWords(told))
			isLeftSaid = true
		}
		if (!isDearSaid && isShort(told, one) && BigInt(one.cost) > left) {
			said.push(`It also costs more than the ${amountWords(moneyLeft(told))} that is left in all.`)
			isDearSaid = true
		}
		if (!isAboutSaid && saysAbout(said)) {
			said.push(aboutWords)
			isAboutSaid = true
		}
		return reasonWords(told, one, said.join(' '))
	})
}

/** Looked at, and its people could not pay for it. */
function isShort({ count }: SharesTold, { id, people }: Missed): boolean {
	return people > 0 && !count.notConsidered.some(({ project }) => project === id)
}

function whyNotByShares(told: SharesTold, missed: Missed, story: SharesStory | null): string {
	const { count } = told
	if (missed.people === 0) return ''
	const out = count.notConsidered.find(({ project }) => project === missed.id)?.why
	if (out === 'dearer-than-budget') return 'It costs more than all the money there was.'
	if (out === 'below-bar') return barWords(told, missed)
	if (count.comparison?.kept === 'greedy') return whyNotInOrder(told, missed)
	const unbought = story?.unbought.find(({ project }) => project === missed.id)
	return unbought ? sumsWords(told, unbought) : couldNotWords(missed)
}

/** Where voices are too small to say what anybody could spend. */
function couldNotWords({ people }: Missed): string {
	return people === 1
		? 'What they had left of their share was not enough for it.'
		: 'What they had left of their shares was not enough for it, even together.'
}

/**
 * What its people had, what of it they had paid for what else they chose, and what was then missing. Each sum is rounded so that
 * the next follows from it to the penny: a payment is what was left before it less what was left after it.
 */
function sumsWords(told: SharesTold, { project, cost, people, began, spent, together }: Unbought): string {
	const had = nearestPence(amountOf(began))
	const left = nearestPence(amountOf(together))
	const missing = penceWords({ pence: nearestPence(amountOf(cost)).pence - left.pence, isExact: left.isExact })
	const shares = people === 1 ? 'Their share was' : `Together, their ${thousands(people)} shares came to`
	if (spent.length === 0) return `${shares} ${penceWords(had)}: ${missing} too little.`
	const paid = paidWords(told, { people, began, spent })
	const remains =
		left.pence === 0n && left.isExact ? 'That left nothing.' : `That left ${penceWords(left)}: ${missing} too little.`
	return `${shares} ${penceWords(had)}. Of that, ${paid}. ${remains}${levelWords(told, { project, spent, people })}`
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
		others.length > 0 ? [`${penceWords(sums.at(-1)!)} went to ${others.length} other projects they chose`] : []
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

/** It stood level with something that its own people then paid for: bad luck is said as that. */
function levelWords(
	{ count, options }: SharesTold,
	{ project: id, spent, people }: Pick<Unbought, 'project' | 'spent' | 'people'>,
): string {
	const tie = count.ties.find(
		({ kind, among, picked }) =>
			kind === 'fund' && among.includes(id) && spent.some(({ project }) => project === picked),
	)
	if (!tie?.picked) return ''
	const named = { ...Object.fromEntries(count.rounds.map(({ project, votes }) => [project, votes])), [id]: people }
	return ` It had been level with ${quoted(options, tie.picked)}, which went first, ${whyBefore(tie, id, options, named)}.`
}

/** What everybody asks who hears how much is left: said once, of the first that it would be enough for. */
function enoughLeftWords(told: SharesTold): string {
	const larger =
		told.count.endowment?.stopped === 'next-too-dear'
			? ' With larger shares, what is funded would have cost more than there is.'
			: ''
	return `${amountWords(moneyLeft(told))} is left in all, but only the people who chose a project pay for it.${larger}`
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
	if (at < 0) return rules.support ? `The rule asks for at least ${rules.support}.` : 'The rule left it out.'
	if (count.method === 'greedy-no-skip' && count.rounds.slice(0, at).some(({ funded }) => !funded))
		return 'The count had already stopped, at one that did not fit.'
	const before = rounds[at - 1]
	const had = before && 'left' in before && before.left !== undefined ? before.left : `${rules.budget ?? 0}/100`
	const left = nearestPence(amountOf(had))
	const missing = BigInt(cost) - left.pence
	if (left.pence === 0n) return 'When its turn came, nothing was left.'
	return `When its turn came, ${penceWords(left)} was left: ${penceWords({ pence: missing, isExact: true })} too little.`
}
