import type { PublishedCount } from '../../domain/decisions/methods/published-count.ts'
import { recountOptions } from '../../domain/decisions/published-ballots.ts'
import { amountWords } from './amount-words.ts'
import { mostOf } from './method-words.ts'
import type { Chosen } from './told.ts'

/**
 * What the count was run with beyond what the rule's own sentences say, so that nobody has to guess a default. Their machine
 * words stand in the files for recounting.
 */
export function settingsWords({ count, rules }: Pick<Chosen, 'count' | 'rules'>): string[] {
	return [...ranking(count), ...(count.method === 'equal-shares' ? shares({ count, rules }) : [])]
}

const closedUp = 'A place left out in somebody’s order is closed up.'

function ranking({ method }: Pick<PublishedCount, 'method'>): string[] {
	if (method === 'irv' || method === 'scottish-stv')
		return [closedUp, 'An order with two at one place counts down to there and no further.']
	if (method === 'schulze')
		return [closedUp, 'Those left out are last, level.', 'A win counts by how many people put the winner higher.']
	return []
}

function shares({ count, rules }: Pick<Chosen, 'count' | 'rules'>): string[] {
	const { step } = recountOptions({ method: 'equal-shares', rules })
	const raises = rules.completion !== 'none' && rules.completion !== 'greedy'
	return [
		...(raises ? [`Shares are raised by ${amountWords(`${step}`)} for each person at a time.`] : []),
		count.options.comparison === true
			? `The result is compared with ${mostOf(rules)} first.`
			: `What ${mostOf(rules)} first would have funded could not change this result.`,
		count.options.bar === true
			? 'A project needs a share of the people in keeping with its cost.'
			: 'No project is left out for having few votes for its cost.',
	]
}
