import type { LeftOut, Stop } from '../../domain/decisions/methods/equal-shares-options.ts'
import { parseExact } from '../../domain/decisions/methods/exact.ts'
import { amountWords, numberWords } from './count-facts.ts'

/** Why everybody's part was raised, by how much, and why that ended, in words for somebody with a pencil. */
export function raisingWords(
	{ increments, stopped }: { increments: number; stopped: Stop },
	step: string,
	isByVoice: boolean,
): string[] {
	if (stopped === 'not-asked') return []
	const raised = isByVoice ? 'what there is to give was raised' : 'everybody’s part was raised'
	const times = increments === 1 ? 'once' : `${increments} times`
	const how =
		increments === 0
			? 'The rule may raise everybody’s part when money is left that nobody can spend. Here it did not have to.'
			: `With the first parts, some money was left that nobody could spend. So ${raised} by ${amountWords(step)} for each person, and everything was counted again from the start. That was done ${times}. No more than the money there is was ever spent.`
	return [how, ...(increments > 0 || stopped !== 'exhaustive' ? [whyStopped[stopped]] : [])]
}

const whyStopped: Record<Exclude<Stop, 'not-asked'>, string> = {
	exhaustive: 'It ended because nothing that anybody chose would still fit in the money left.',
	'next-too-dear': 'It ended there because one more step would have bought more than there is money for.',
	'everything-funded': 'It ended because everything that could be funded was.',
}

export const leftOutWords: Record<LeftOut, string> = {
	'no-supporter': 'nobody chose it',
	'dearer-than-budget': 'it costs more than all the money',
	'below-bar': 'too few chose it for what it costs',
}

/**
 * How many people a cost is as good as shared by: the cost over the price each pays. The rule buys what is shared most widely
 * first. To two places; "12", "8.57".
 */
export function sharedBy(cost: string, price: string): string {
	const [c, p] = [parseExact(cost), parseExact(price)]
	if (!c || !p || p.n === 0n) throw new Error(`no shares of ${cost} at ${price}`)
	return numberWords(`${c.n * p.d}/${c.d * p.n}`)
}
