import { amountOf, exact, exactText, less } from '../../domain/decisions/methods/exact.ts'
import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import { listWords } from './option-names.ts'
import type { ChosenBy } from './told.ts'

export type SharesTold = ChosenBy<CountBy<'equal-shares'>>
export type Endowed = SharesTold & { count: Required<Pick<SharesTold['count'], 'endowment'>> }

export function isEndowed(told: SharesTold): told is Endowed {
	return told.count.endowment !== undefined
}

/** Whether shares were made larger for counting. */
export function hasGrown({ count: { endowment } }: SharesTold): boolean {
	return (endowment?.increments ?? 0) > 0
}

/** What everybody had before anything was raised, as exact text in pounds. */
export function firstOf({ rules, count: { ballots } }: SharesTold): string {
	return `${rules.budget ?? 0}/${100 * (ballots.counted + ballots.blank)}`
}

export function stepOf({ count }: SharesTold): string {
	const { n, d } = amountOf(`${count.options.step}`)
	return `${n}/${d}`
}

/** What of the money there is would be left after something that costs so much. */
export function restOf({ rules }: SharesTold, cost: string): string {
	return exactText(less(exact(BigInt(rules.budget ?? 0), 100n), amountOf(cost)))
}

/** Null where the voices have no names. */
export function ofVoices(
	{ voiceNames = {} }: SharesTold,
	shares: Endowed['count']['endowment']['perVoter'],
	words: (amount: string) => string,
): string | null {
	if (typeof shares === 'string') return words(shares)
	const each = Object.entries(shares).map(([voice, share]) => ({ share, name: voiceNames[voice] }))
	if (each.some(({ name }) => !name)) return null
	return listWords(each.map(({ share, name }) => `${words(share)} among the ${name}`))
}
