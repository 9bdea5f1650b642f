import { type CountableBallots, countOpenBallots } from './count-open-ballots.ts'
import type { EqualSharesCount } from './equal-shares-options.ts'
import { amountOf, type Exact, exactText, less, plus, times } from './exact.ts'

/** Where raising ended because the next step was too dear: what that step would have bought. Money is exact text in pounds. */
export interface OneStepMore {
	/** How much more each person would have had to count with. */
	step: string
	/** Not paid for by its supporters in the count that stands. */
	bought: readonly string[]
	/** Paid for in the count that stands, and not with a step more. */
	lost: readonly string[]
	/** Of everything that it would have bought. */
	cost: string
	/** How much more that is than there is to share. */
	over: string
}

/**
 * Counts equal shares once more, with everybody’s part one step larger than in the count that stands and no limit but that.
 * Null where raising was not asked for, or ended for another reason, and where more was taken in the order of its votes: beside
 * what that funded, a step more is no comparison.
 */
export function oneStepMore(
	file: CountableBallots,
	{ endowment, rounds, notConsidered }: Pick<EqualSharesCount, 'endowment' | 'rounds' | 'notConsidered'>,
): OneStepMore | null {
	if (endowment.stopped !== 'next-too-dear' || rounds.some(({ by }) => by === 'greedy')) return null
	const { comparison: _comparison, bar: _bar, ...options } = file.options
	const voters = file.ballots.reduce((sum, { count = 1 }) => sum + count, 0)
	const budget = amountOf(file.budget ?? '0')
	const raised = times(amountOf(`${options.step}`), voters * (endowment.increments + 1))
	const leftOut = new Set(notConsidered.map(({ project }) => project))
	const next = countOpenBallots({
		...file,
		choices: file.choices.filter(({ id }) => !leftOut.has(id)),
		budget: moneyOf(plus(budget, raised)),
		options: { ...options, completion: 'none' },
	})
	if (next.method !== 'equal-shares') throw new Error('one step more of another method')
	const before = rounds.map(({ project }) => project)
	return {
		step: `${options.step}`,
		bought: next.winners.filter((id) => !before.includes(id)),
		lost: before.filter((id) => !next.winners.includes(id)),
		cost: next.totalCost,
		over: exactText(less(amountOf(next.totalCost), budget)),
	}
}

/** As the file writes money: whole pounds, or pounds and pence. */
function moneyOf({ n, d }: Exact): string {
	const pence = (n * 100n) / d
	const rest = pence % 100n
	return rest === 0n ? `${pence / 100n}` : `${pence / 100n}.${`${rest}`.padStart(2, '0')}`
}
