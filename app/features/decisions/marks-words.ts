import { amountOf } from '../../domain/decisions/methods/exact.ts'
import type { MarksCount } from '../../domain/decisions/methods/published-count.ts'
import { numberWords } from './amount-words.ts'
import { quoted } from './option-names.ts'
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
	const { points = 0, highest = 10, missing } = rules
	if (method === 'approval') return 'Each person ticked all they support.'
	if (method === 'points') return `Each person had ${points} points to share out.`
	return missing === 'zero'
		? `People gave each option a score from 0 to ${highest}; no score counts as 0. The highest total wins.`
		: `People gave each option a score from 0 to ${highest}. The highest average of the scores given wins.`
}

/** Who won with what, and who came next with what. */
export function marksWhy(told: Marked): string[] {
	const { winners } = told.count
	if (winners.length === 0) return [ruleOf(told), 'Nobody chose any of them.']
	const totals = markTotals(told)
	const last = totals.find(({ id }) => id === winners.at(-1))!
	const next = runnersUp(told)[0]
	const isLevel = next !== undefined && higher(last, next) === 0
	const name = quoted(told.options, last.id)
	const has = hasWords(told, last)
	const won =
		winners.length === 1
			? `${name} had ${has}${isLevel ? '' : ', the most'}.`
			: `The ${winners.length} with most are taken. The last of them, ${name}, had ${has}.`
	return [ruleOf(told), won, ...(next ? [nextWords(told, next, isLevel)] : [])]
}

function nextWords(told: Marked, next: MarkTotal, isLevel: boolean): string {
	const name = quoted(told.options, next.id)
	return isLevel
		? `${name} had just as much. A lot drawn before anybody voted decided between them.`
		: `The next, ${name}, had ${hasWords(told, next)}.`
}

/** Those not chosen that had something, best first. */
function runnersUp(told: Marked): MarkTotal[] {
	return markTotals(told).filter(({ id, people }) => people > 0 && !told.count.winners.includes(id))
}

export function marksMissed(told: Marked): string[] {
	const [next] = runnersUp(told)
	return next ? [`${quoted(told.options, next.id)} was next, with ${hasWords(told, next)}.`] : []
}

/** For a minute: "Weekend breaks: 12 points, from 3 people". */
export function markLines(told: Marked): string[] {
	return markTotals(told).map((total) => {
		const from = told.count.method === 'approval' ? '' : `, from ${peopleWords(total.people)}`
		return `${total.name}: ${hasWords(told, total)}${from}`
	})
}
