import { amountOf } from '../../domain/decisions/methods/exact.ts'
import type { MarksCount } from '../../domain/decisions/methods/published-count.ts'
import { numberWords } from './amount-words.ts'
import { listWords, mostNamed, namesOf, quoted } from './option-names.ts'
import { peopleWords } from './steps-words.ts'
import type { ChosenBy } from './told.ts'

type Marked = ChosenBy<MarksCount>

export interface MarkTotal {
	id: string
	name: string
	/** What counts, as exact text: ticks, points, the average or the sum of the scores. Null: nobody gave it a score. */
	amount: string | null
	/** How many gave it something. */
	people: number
}

/** What each option was given, most first; level ones in the order of the lot. */
export function markTotals({ count, rules, options, tieOrder }: Marked): MarkTotal[] {
	const totals = options.map(({ id, name }) => ({ id, name, ...totalOf(count, rules.missing === 'zero', id) }))
	return totals.sort((a, b) => higher(b, a) || tieOrder.indexOf(a.id) - tieOrder.indexOf(b.id))
}

function totalOf(count: MarksCount, isSum: boolean, id: string): Pick<MarkTotal, 'amount' | 'people'> {
	if (count.method === 'approval') {
		const votes = count.rounds[0]?.votes[id] ?? 0
		return { amount: `${votes}`, people: votes }
	}
	if (count.method === 'points') {
		const [round] = count.rounds
		return { amount: `${round?.points[id] ?? 0}`, people: round?.votes[id] ?? 0 }
	}
	const [round] = count.rounds
	return { amount: isSum ? `${round?.sum[id] ?? 0}` : (round?.mean[id] ?? null), people: round?.given[id] ?? 0 }
}

function higher(a: MarkTotal, b: MarkTotal): number {
	const [x, y] = [amountOf(a.amount ?? '0'), amountOf(b.amount ?? '0')]
	const difference = x.n * y.d - y.n * x.d
	return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

/** "2 ticks", "4.67 on average": what one was given, in the unit of its method. */
function hasWords({ count, rules }: Marked, { amount }: MarkTotal): string {
	if (amount === null) return 'no score at all'
	const number = numberWords(amount)
	if (count.method === 'score') return rules.missing === 'zero' ? `a total of ${number}` : `${number} on average`
	const unit = count.method === 'points' ? 'point' : 'tick'
	return `${number} ${number === '1' ? unit : `${unit}s`}`
}

function ruleOf({ count: { method }, rules }: Marked): string {
	const { points = 0, highest = 10, missing, most, seats = 1 } = rules
	const win = (what: string) =>
		seats === 1 ? `The one with most ${what} wins.` : `The ${seats} with most ${what} win.`
	if (method === 'approval')
		return `Each person ticked all they support${most ? `, ${most} at most` : ''}. ${win('ticks')}`
	if (method === 'points') return `Each person had ${points} points to share out. ${win('points')}`
	return missing === 'zero'
		? `People gave each option a score from 0 to ${highest}; no score counts as 0. ${seats === 1 ? 'The highest total wins.' : `The ${seats} highest totals win.`}`
		: `People gave each option a score from 0 to ${highest}. ${seats === 1 ? 'The highest average of the scores given wins.' : `The ${seats} highest averages of the scores given win.`}`
}

/** Who won with what, and who came next with what. */
export function marksWhy(told: Marked): string[] {
	const { winners } = told.count
	const { seats = 1 } = told.rules
	if (winners.length === 0) return [ruleOf(told), 'Nobody chose any of them.']
	const next = nearest(told)
	const fewer = winners.length < seats && next.those.length === 0 ? ['Nobody chose any of the others.'] : []
	return [ruleOf(told), wonWords(told, next.isLevel), ...nextWords(told, next), ...fewer]
}

function wonWords(told: Marked, isLevel: boolean): string {
	const won = markTotals(told).filter(({ id }) => told.count.winners.includes(id))
	const last = won.at(-1)!
	const has = (one: MarkTotal) => `${quoted(told.options, one.id)} had ${hasWords(told, one)}`
	if (won.length === 1) return `${has(last)}${isLevel ? '' : ', the most'}.`
	if (won.length <= mostNamed) return `${listWords(won.map(has))}.`
	return `Of the ${won.length} with most the last, ${quoted(told.options, last.id)}, had ${hasWords(told, last)}.`
}

interface Nearest {
	/** All that come next together. */
	those: MarkTotal[]
	/** With as much as the last of the winners: then the lot decided. */
	isLevel: boolean
}

/** Of those not chosen that had something, the best. */
function nearest(told: Marked): Nearest {
	const totals = markTotals(told)
	const others = totals.filter(({ id, people }) => people > 0 && !told.count.winners.includes(id))
	const last = totals.findLast(({ id }) => told.count.winners.includes(id))
	const those = others.filter((one) => higher(one, others[0]!) === 0)
	return { those, isLevel: last !== undefined && those[0] !== undefined && higher(last, those[0]) === 0 }
}

function nextWords(told: Marked, { those, isLevel }: Nearest): string[] {
	const [next] = those
	if (!next) return []
	const names = namesIn(told, those)
	if (isLevel) return [`${names} had just as ${asMuch(told)}. A lot drawn before anybody voted decided between them.`]
	return [`The next, ${names}, had ${hasWords(told, next)}${those.length > 1 ? ' each' : ''}.`]
}

export function marksMissed(told: Marked): string[] {
	const { those, isLevel } = nearest(told)
	const [next] = those
	if (!next) return []
	const isOne = those.length === 1
	const each = `${hasWords(told, next)}${isOne ? '' : ' each'}`
	const names = namesIn(told, those)
	if (isLevel)
		return [`${names} had just as ${asMuch(told)}, ${each}, and only the lot put ${isOne ? 'it' : 'them'} behind.`]
	return [`${names} ${isOne ? 'was' : 'were'} next, with ${each}.`]
}

function namesIn({ options }: Marked, those: readonly MarkTotal[]): string {
	return namesOf(
		options,
		those.map(({ id }) => id),
	)
}

function asMuch({ count }: Marked): string {
	return count.method === 'score' ? 'much' : 'many'
}

/** For a minute: "Weekend breaks: 12 points, from 3 people". */
export function markLines(told: Marked): string[] {
	return markTotals(told).map((total) => {
		const from = told.count.method === 'approval' ? '' : `, from ${peopleWords(total.people)}`
		return `${total.name}: ${hasWords(told, total)}${from}`
	})
}
