import { ballotForm } from '../../domain/decisions/answer.ts'
import { isBudget } from '../../domain/decisions/askable.ts'
import { type ChoosingRules, isChoosing, type Option } from '../../domain/decisions/decision.ts'
import { ranksFrom } from '../../domain/decisions/ranking.ts'
import type { FormState } from '../../http/forms.ts'
import { type BallotAsked, markField } from './ballot-fields.ts'
import { poundsText } from './money-words.ts'
import { capital } from './option-names.ts'
import { type Whose, yours } from './whose-words.ts'

/** How a ballot stands before it is cast, from what is filled in: "You have given 7 of 10 points; 3 left." */
export function soFarWords(asked: BallotAsked, values: FormState['values'], of: Whose = yours): string[] {
	if (!isChoosing(asked)) return []
	const form = ballotForm(asked)
	if (form === 'ticks') return ticksWords(asked, chosenOf(values), of)
	const numbers = numbersIn(asked.options, values)
	if (form === 'points') return [pointsWords(asked.rules.points ?? 0, sum(numbers.map(([, number]) => number)), of)]
	if (form === 'scores') return [`${of.subject} ${of.have} scored ${numbers.length} of ${asked.options.length}.`]
	if (!arePlaces(asked, values)) return [`${capital(of.your)} order is shown here once every number above can be read.`]
	return ranksWords(asked, numbers, of)
}

/** Whether all that is typed is a place in the order. Of the rest alone it would be another order than was meant. */
function arePlaces({ options, withdrawn = [] }: BallotAsked, values: FormState['values']): boolean {
	// A ballot in hand no longer lists what was withdrawn, and its places are still places.
	const last = new Set([...options.map(({ id }) => id), ...withdrawn.map(({ option }) => option)]).size
	return options.every(({ id }) => {
		const typed = values[markField(id)]
		const place = typeof typed === 'string' ? typed.trim() : ''
		return place === '' || (/^\d{1,12}$/.test(place) && Number(place) >= 1 && Number(place) <= last)
	})
}

/** What the button says that shows these words: "Add up what I ticked". */
export function workOutLabel(asked: Pick<BallotAsked, 'method' | 'rules'>, helping?: { name: string } | null): string {
	const who = helping?.name ?? 'I'
	const whose = helping ? `${helping.name}’s` : 'my'
	switch (ballotForm(asked)) {
		case 'ticks':
			return isBudget(asked.method) ? `Add up what ${who} ticked` : `Count what ${who} ticked`
		case 'scores':
			return `Count what ${who} scored`
		case 'points':
			return `Add up ${whose} points`
		default:
			return `Show ${whose} order`
	}
}

/** Said beside it, so that nobody takes it for sending. A supporter is not told whether there was a vote before. */
export function notSentWords({ hasVoted, helping }: { hasVoted: boolean; helping?: { name: string } | null }): string {
	if (helping) return `This is not sent yet. If ${helping.name} voted before, that vote still counts.`
	return hasVoted ? 'This change is not sent yet. Your earlier vote still counts.' : 'Your vote is not cast yet.'
}

export function chosenOf({ tick }: FormState['values']): string[] {
	return typeof tick === 'string' ? [tick] : (tick ?? [])
}

/** Whole numbers of 0 or more that stand in the fields now. */
export function numbersIn(options: readonly Option[], values: FormState['values']): [string, number][] {
	return options.flatMap(({ id }): [string, number][] => {
		const typed = values[markField(id)]
		return typeof typed === 'string' && /^\s*\d{1,12}\s*$/.test(typed) ? [[id, Number(typed)]] : []
	})
}

function ticksWords({ method, options, rules }: BallotAsked, chosen: string[], of: Whose): string[] {
	const { most, budget = 0, withinBudget } = rules as ChoosingRules
	const left = most === undefined ? '' : leftWords(most - chosen.length, of)
	const soFar = `${of.subject} ${of.have} chosen ${chosen.length} of ${options.length}${left}.`
	if (!isBudget(method)) return [soFar]
	const cost = sum(options.filter(({ id }) => chosen.includes(id)).map((option) => option.cost ?? 0))
	const over = cost - budget
	if (withinBudget) return [soFar, spendWords(budget - cost, of)]
	return [
		`${soFar} What they cost together: ${poundsText(cost)}.`,
		over > 0
			? `There is ${poundsText(budget)} to share, so this is ${poundsText(over)} more than can be paid for. ${of.subject} may still choose it: the count finds out which are paid for.`
			: `There is ${poundsText(budget)} to share.`,
	]
}

/** For whoever may spend the pot themselves, and not more than it. */
function spendWords(left: number, of: Whose) {
	return left < 0
		? `That is ${poundsText(-left)} more than there is to give.`
		: `${of.subject} ${of.have} ${poundsText(left)} left to give.`
}

function leftWords(left: number, { they }: Whose) {
	return left < 0 ? `; that is ${-left} too many` : `; ${they} may choose ${left} more`
}

function pointsWords(points: number, given: number, of: Whose) {
	const left = points - given
	return `${of.subject} ${of.have} given ${given} of ${points} points; ${left < 0 ? `that is ${-left} too many` : `${left} left`}.`
}

function ranksWords({ options, rules }: BallotAsked, numbers: [string, number][], of: Whose): string[] {
	if (numbers.length === 0) return [`${of.subject} ${of.have} put nothing in order yet.`]
	const nameOf = (id: string) => options.find((option) => option.id === id)?.name ?? id
	const { ranks, gaps } = ranksFrom(numbers)
	const order = ranks.map((rank, at) => `${at + 1} ${rank.map(nameOf).join(' and ')}`).join(', ')
	const rest = options.filter(({ id }) => !numbers.some(([ranked]) => ranked === id)).map(({ name }) => name)
	return [
		`${capital(of.your)} order: ${order}.`,
		...(gaps.length > 0 ? [gapWords(gaps)] : []),
		...placesWords(rules as ChoosingRules, numbers.length, of),
		...(rest.length > 0 ? [`Not ranked: ${rest.join(', ')}.`] : []),
	]
}

/** Where an order shares money: how many places of it are taken. */
function placesWords({ ballot, most = 0 }: ChoosingRules, taken: number, { subject, have }: Whose): string[] {
	if (ballot !== 'ranks') return []
	const over = taken > most ? ` That is ${taken - most} too many.` : ''
	return [`${subject} ${have} put ${taken} in order, and ${most} is the most.${over}`]
}

/** "You left out 2 and 3. Your order is counted without the gap." */
export function gapWords(gaps: readonly number[]): string {
	const shown = gaps.length > 1 ? `${gaps.slice(0, -1).join(', ')} and ${gaps.at(-1)}` : `${gaps[0]}`
	return `You left out ${shown}. The order is what counts, so we close the gap.`
}

function sum(numbers: number[]) {
	return numbers.reduce((total, number) => total + number, 0)
}
