import { amountOf, exact, exactText, plus, times } from './exact.ts'
import type { PublishedSharesCount } from './published-count.ts'

/** What each got of the money there is, before anything was raised: exact text in pounds, by voice where the rule counts by voice. */
export function firstShares({
	endowment,
	options,
	ballots,
}: Pick<PublishedSharesCount, 'options' | 'ballots'> & Required<Pick<PublishedSharesCount, 'endowment'>>) {
	const { perVoter, increments } = endowment
	const budget = amountOf(`${options.budget}`)
	const raised = plus(budget, times(amountOf(`${options.step}`), increments * (ballots.counted + ballots.blank)))
	// What is raised is divided as the money is, so every share grew in the same proportion.
	const first = (share: string) => {
		const { n, d } = amountOf(share)
		return exactText(exact(n * budget.n * raised.d, d * budget.d * raised.n))
	}
	return typeof perVoter === 'string'
		? first(perVoter)
		: Object.fromEntries(Object.entries(perVoter).map(([voice, share]) => [voice, first(share)]))
}
