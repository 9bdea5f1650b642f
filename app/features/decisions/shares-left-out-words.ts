import type { LeftOut } from '../../domain/decisions/methods/equal-shares-options.ts'
import { amountOf } from '../../domain/decisions/methods/exact.ts'
import { backedBy } from './backed-words.ts'
import { moneyLeft } from './budget-words.ts'
import { listWords } from './option-names.ts'
import type { SharesTold } from './shares-told.ts'

type WhyOut = Exclude<LeftOut, 'no-supporter'>

/** Said before the reasons of each project, so it says why. */
export const outWords: Record<WhyOut, (that: string) => string> = {
	'dearer-than-budget': () => 'what costs more than all the money',
	'below-bar': (that) => `what too few ${that} for its cost`,
}

export function apartFrom(told: Pick<SharesTold, 'count'>, why: readonly WhyOut[]): string {
	return why.length > 0 ? `, apart from ${listWords(why.map((one) => outWords[one](backedBy(told.count).that)))}` : ''
}

/** Why anything that people chose was never looked at. */
export function whyOut({ count }: SharesTold): WhyOut[] {
	return (['dearer-than-budget', 'below-bar'] as const).filter((one) =>
		count.notConsidered.some(({ why }) => why === one),
	)
}

/** Left out because too few chose it for its cost, although what is left would be enough for it. */
export function hasOutThatFits({ rules, options, count }: SharesTold): boolean {
	const left = amountOf(moneyLeft({ rules, count }))
	const out = count.notConsidered.flatMap(({ project, why }) => (why === 'below-bar' ? [project] : []))
	return options.some(({ id, cost = 0 }) => out.includes(id) && BigInt(cost) * left.d <= left.n * 100n)
}
