import type { LeftOut, Stop } from '../../domain/decisions/methods/equal-shares-options.ts'
import { amountOf } from '../../domain/decisions/methods/exact.ts'
import { amountWords, exactAmountWords, numberWords } from './amount-words.ts'
import { thousands } from './money-words.ts'
import { capital } from './option-names.ts'
import { onlyCounting } from './shares-grown-words.ts'
import { type Say, sayFor } from './would-words.ts'

/** Why everybody's share was raised, by how much, and why that ended: read before any raised share, which is more than there is. */
export function raisingWords(
	{ increments, stopped }: { increments: number; stopped: Stop },
	{ step, budget, isByVoice, oneMore }: { step: string; budget: string; isByVoice: boolean; oneMore: string | null },
	say: Say = sayFor({}),
): string[] {
	if (stopped === 'not-asked') return []
	if (increments === 0)
		return [
			'The rule may raise everybody’s share when money is left that nobody can spend. Here it was not raised.',
			...(stopped === 'exhaustive' ? [] : [oneMore ?? whyStopped[stopped]]),
		]
	const raised = isByVoice ? 'what there is to give was raised' : 'everybody’s share was raised'
	const times = increments === 1 ? 'once' : `${thousands(increments)} times`
	return [
		`With the first shares, some money ${say('was', 'would be')} left that nobody could spend. So ${raised} by ${exactAmountWords(step)} for each person, and everything was counted again from the start. That was done ${times}. ${onlyCounting(amountWords(budget), say)}`,
		`${whyStopped[stopped]}${oneMore ? ` ${oneMore}` : ''}`,
	]
}

const whyStopped: Record<Exclude<Stop, 'not-asked'>, string> = {
	exhaustive: 'It ended because nothing else that was looked at would still fit in the money left.',
	'next-too-dear': 'It ended there because one more step would have bought more than there is money for.',
	'everything-funded': 'It ended because everything that was looked at could be paid for.',
}

/** Which is bought at each step, and who pays what. */
export function pickedWords(by: 'points' | 'cardinality' | 'cost', say: Say): string {
	const bought = `At each step, the project ${say('is', 'would be')} bought`
	if (by === 'cardinality') return `${bought} that asks the least from each of those who chose it.`
	const [has, gives, pay] = [say('has', 'had'), say('gives', 'would give'), say('pay', 'would pay')]
	const poorer = `Somebody who ${has} less than that ${gives} all they ${say('have', 'had')} left, and the others ${pay} a little more`
	return by === 'points'
		? `${bought} of which a point costs least. Each who gave it points ${say('pays', 'would pay')} that price for each of their points. ${poorer} for a point.`
		: `${bought} whose cost is shared most widely. To compare them, divide each cost by the price each of its people would pay: the highest number goes first. ${poorer}.`
}

export const leftOutWords: Record<LeftOut, string> = {
	'no-supporter': 'nobody chose it',
	'dearer-than-budget': 'it costs more than all the money',
	'below-bar': 'too few chose it for what it costs',
}

/** How widely a cost is shared: the cost over the price each pays, to two places. The rule buys what is shared most widely first. */
export function widthWords(cost: string, price: string): string {
	const [c, p] = [amountOf(cost), amountOf(price)]
	if (p.n === 0n) throw new Error(`no shares of ${cost} at ${price}`)
	return numberWords(`${c.n * p.d}/${c.d * p.n}`)
}

/** What so many people give together, each the same: "£6,000". */
export function togetherWords(people: number, each: string): string {
	const { n, d } = amountOf(each)
	return exactAmountWords(`${n * BigInt(people)}/${d}`)
}

/** How everybody came to what they begin with: money ÷ people, and what it was raised by. */
export function beginningWords(
	{ budget, voters, step }: { budget: string; voters: number; step: string },
	{ perVoter, increments }: { perVoter: string; increments: number },
	say: Say = sayFor({}),
): string[] {
	const begins = say('begins', 'would begin')
	if (voters === 1) return [`One person voted, and ${begins} with all of it: ${exactAmountWords(perVoter)}.`]
	const { n, d } = amountOf(budget)
	const part = exactAmountWords(`${n}/${d * BigInt(voters)}`)
	const shared = `${thousands(voters)} people voted, those with a blank ballot among them. ${exactAmountWords(budget)} shared among ${thousands(voters)} is ${part} each.`
	if (increments === 0) return [`${shared} That is what each ${begins} with.`]
	return [
		shared,
		`Raised ${increments === 1 ? 'once' : `${thousands(increments)} times`} by ${exactAmountWords(step)}, it is ${exactAmountWords(perVoter)} each. In the count below each ${begins} with that.`,
	]
}

type Payers = readonly { people: number; had: string; paid: string; points?: number }[]

/** How the price comes out: what those gave who had less, and the rest of the cost shared among the others. */
export function priceWords(
	{ cost, price, payers }: { cost: string; price: string; payers: Payers },
	say: Say = sayFor({}),
): string {
	const poorer = payers.filter(({ paid }) => paid !== price)
	const others = payers.filter(({ paid }) => paid === price).reduce((sum, { people }) => sum + people, 0)
	const each = exactAmountWords(price)
	if (others === 1 && poorer.length === 0) return `One person ${say('pays', 'would pay')} all of it: ${each}.`
	if (poorer.length === 0) return `${exactAmountWords(cost)} shared among ${others} is ${each} each.`
	const gave = poorer.map(({ people, paid }) => {
		const who = `${capital(peopleWords(people))} ${say(people === 1 ? 'gives' : 'give', 'would give')}`
		return `${who} all they ${say('have', 'had')}, ${exactAmountWords(paid)}${people === 1 ? '' : ' each'}.`
	})
	const { n, d } = amountOf(price)
	const rest = exactAmountWords(`${n * BigInt(others)}/${d}`)
	return `${gave.join(' ')} That ${say('leaves', 'would leave')} ${rest} for ${others === 1 ? 'the other one' : `the other ${others}: ${each} each`}.`
}

/** The same where each pays by the points they gave: those who had less give all, and every point of the others costs the same. */
export function pointPriceWords(
	{ cost, price, payers }: { cost: string; price: string; payers: Payers },
	say: Say = sayFor({}),
): string {
	const { n, d } = amountOf(price)
	const isPoorer = ({ paid, points = 1 }: Payers[number]) =>
		amountOf(paid).n * d !== n * BigInt(points) * amountOf(paid).d
	const poorer = payers.filter(isPoorer)
	const points = payers
		.filter((payer) => !isPoorer(payer))
		.reduce((sum, { people, points = 1 }) => sum + people * points, 0)
	const rest = exactAmountWords(`${n * BigInt(points)}/${d}`)
	const each = `is ${exactAmountWords(price)} a point`
	if (poorer.length === 0) return `${exactAmountWords(cost)} shared among ${thousands(points)} points ${each}.`
	const gave = poorer.reduce((sum, { people }) => sum + people, 0)
	return `${capital(peopleWords(gave))} ${say('had', 'would have')} too little for their points and ${say(gave === 1 ? 'gives all they have' : 'give all they have', 'give all they had')}. That ${say('leaves', 'would leave')} ${rest} for the ${thousands(points)} points of the others, which ${each}.`
}

export function peopleWords(number: number): string {
	return number === 1 ? 'one person' : `${thousands(number)} people`
}
