import { sharesByPoints } from './answer.ts'
import type { Ballot, Choosing } from './decision.ts'
import { isOutcomeOnly } from './decision.ts'
import { type CountableBallots, countOpenBallots, pointsOn } from './methods/count-open-ballots.ts'
import { amountOf, type Exact, exact, exactText, less, plus, times } from './methods/exact.ts'
import { firstShares } from './methods/first-shares.ts'
import { type FollowedShares, followShares } from './methods/follow-shares.ts'
import { type OneStepMore, oneStepMore } from './methods/one-step-more.ts'
import type { PublishedCount } from './methods/published-count.ts'
import type { SharesRound } from './methods/rounds.ts'
import { openBallotsOf } from './published-ballots.ts'

/** What of a count by equal shares follows from its published ballots and is not in its result. */
export interface SharesStory {
	/** What one step more would have bought, where that was too dear. */
	oneMore: OneStepMore | null
	/** What people chose and could not pay for, with what its people had, had spent, and had left together. */
	unbought: FollowedShares['unbought']
	/** How many people paid less than the first share they got, and how many more: who the money left belongs to. */
	paid: { less: number; more: number }
	/** What of each purchase came from people who paid all of its price, or the price of every point they gave: exact text in pounds. */
	inFull: Readonly<Record<string, string>>
	/** What the first shares would have funded, before anything was raised; null where nothing was. */
	atFirst: { winners: readonly string[]; totalCost: string } | null
	/** What the same ballots would have funded if the projects with most votes went first, as long as they fit. */
	mostVotesFirst: { winners: readonly string[]; totalCost: string }
}

type Stored = readonly Pick<Ballot, 'voiceId' | 'answer'>[]

/** Null for other methods, where no number is shown, where voices are too small, and where most votes first settled it. */
export function sharesStoryOf(decision: Choosing, ballots: Stored): SharesStory | null {
	const { result } = decision
	if (!result || isOutcomeOnly(result)) return null
	const { file, follow } = sharesToFollow(decision, result.count, ballots) ?? {}
	if (!file || !follow || result.count.method !== 'equal-shares' || !result.count.endowment) return null
	const { comparison, notConsidered, winners, rounds, endowment } = result.count
	if (comparison?.kept === 'greedy') return null
	const isOut = (id: string) => winners.includes(id) || notConsidered.some(({ project }) => project === id)
	const { steps, unbought, purses } = followShares({ ...follow, withOthers: false })
	return {
		oneMore: oneStepMore(file, { endowment, rounds, notConsidered }),
		atFirst: endowment.increments > 0 ? withFirstShares(file, notConsidered) : null,
		mostVotesFirst: comparison?.greedy ?? mostVotesFirst(file),
		unbought: unbought.filter(({ project }) => !isOut(project)),
		inFull: Object.fromEntries(steps.map((step) => [step.project, exactText(paidInFull(step))])),
		paid: comparePaid(purses, firstShares({ ...result.count, endowment })),
	}
}

function paidInFull({ price, payers }: FollowedShares['steps'][number]): Exact {
	const each = amountOf(price)
	return payers.reduce((sum, { people, points = 1, paid }) => {
		const all = times(each, points)
		return less(amountOf(paid), all).n < 0n ? sum : plus(sum, times(all, people))
	}, exact(0n))
}

function comparePaid(purses: FollowedShares['purses'], first: string | { readonly [voice: string]: string }) {
	const paid = { less: 0, more: 0 }
	for (const { voice, people, began, left } of purses) {
		const had = amountOf(typeof first === 'string' ? first : (first[voice] ?? '0'))
		const over = less(less(amountOf(began), amountOf(left)), had)
		if (over.n < 0n) paid.less += people
		if (over.n > 0n) paid.more += people
	}
	return paid
}

function withFirstShares(file: CountableBallots, notConsidered: readonly { project: string }[]) {
	const { comparison: _comparison, bar: _bar, ...options } = file.options
	const isOut = (id: string) => notConsidered.some(({ project }) => project === id)
	const count = countOpenBallots({
		...file,
		choices: file.choices.filter(({ id }) => !isOut(id)),
		options: { ...options, completion: 'none' },
	})
	if (count.method !== 'equal-shares') throw new Error('first shares are counted by equal shares')
	return { winners: count.winners, totalCost: count.totalCost }
}

function mostVotesFirst(file: CountableBallots): SharesStory['mostVotesFirst'] {
	const count = countOpenBallots({ ...file, method: 'greedy' })
	if (count.method !== 'greedy') throw new Error('most votes first is counted by its own method')
	return { winners: count.winners, totalCost: count.totalCost }
}

/** The published ballots and the published account, as they are followed with a pencil; null where prices are not published. */
export function sharesToFollow(decision: Choosing, count: PublishedCount, stored: Stored) {
	if (count.method !== 'equal-shares' || !count.endowment) return null
	const withVoices = decision.rules.byVoice === true
	const file = openBallotsOf(decision, stored, { withVoices, electors: 0 }) as CountableBallots
	return {
		file,
		follow: {
			ballots: file.ballots.map((ballot) => ({ ...ballot, points: pointsOn(ballot, file.options) })),
			byPoints: sharesByPoints(decision.rules),
			projects: file.choices.filter(({ withdrawn }) => !withdrawn).map(({ id, cost = '0' }) => ({ id, cost })),
			perVoter: count.endowment.perVoter,
			purchases: count.rounds.flatMap((round) => (round.by === 'equal-shares' ? [priced(round)] : [])),
		},
	}
}

function priced({ project, cost, price }: Extract<SharesRound, { by: 'equal-shares' }>) {
	if (price === undefined) throw new Error(`${project} was bought at no price`)
	return { project, cost, price }
}
