import { sharesByPoints } from './answer.ts'
import type { Ballot, Choosing } from './decision.ts'
import { isOutcomeOnly } from './decision.ts'
import { type CountableBallots, countOpenBallots, pointsOn } from './methods/count-open-ballots.ts'
import { type FollowedShares, followShares } from './methods/follow-shares.ts'
import { type OneStepMore, oneStepMore } from './methods/one-step-more.ts'
import type { PairsRound } from './methods/rounds.ts'
import type { SchulzeCount } from './methods/schulze.ts'
import { openBallotsOf } from './published-ballots.ts'
import { type SharesStory, sharesStoryOf, sharesToFollow } from './shares-story.ts'

/** Every two options compared. */
export type Pairs = Pick<PairsRound, 'pairwise'> & Pick<SchulzeCount, 'condorcetWinner' | 'order'>

/**
 * What pages show of a closed vote that is neither in its result nor anybody's words, and has to be worked out from all of
 * its ballots. None of it ever changes after the close.
 */
export interface Worked {
	result: WorkedResult
	steps: WorkedSteps | null
}

export interface WorkedResult {
	/** How many chose each option, by its id. */
	named: Readonly<Record<string, number>>
	/** Where money is shared by points: how many each project has. */
	points: Readonly<Record<string, number>> | null
	/** Beside an instant run-off this is information: it never changes who wins. */
	pairs: Pairs | null
	/** Of equal shares: what people could not pay for, and what one step more would have bought. */
	shares: SharesStory | null
}

/** Equal shares to follow by hand. */
export interface WorkedSteps {
	budget: string
	step: string
	voters: number
	steps: FollowedShares['steps']
	/** The largest groups of people with the same ballot, and how many more there are. */
	purses: { purses: FollowedShares['purses']; morePurses: number }
	unbought: FollowedShares['unbought']
	oneMore: OneStepMore | null
}

type Stored = readonly Pick<Ballot, 'voiceId' | 'answer'>[]

/** Both kinds of working, by name: a long one is asked for in a process of its own (`features/decisions/workings.ts`). */
export const workOut: { [What in keyof Worked]: (decision: Choosing, ballots: Stored) => Worked[What] } = {
	result: (decision, ballots) => ({
		named: namings(decision, ballots),
		points: sharesByPoints(decision.rules) ? pointsFor(decision, ballots) : null,
		pairs: pairsOf(decision, ballots),
		shares: sharesStoryOf(decision, ballots),
	}),
	steps: stepsOf,
}

function namings({ options }: Choosing, ballots: Stored): WorkedResult['named'] {
	const has = ({ answer }: Stored[number], id: string) =>
		'marks' in answer
			? (answer.marks[id] ?? 0) > 0
			: 'ranks' in answer && answer.ranks.some((rank) => rank.includes(id))
	return Object.fromEntries(options.map(({ id }) => [id, ballots.filter((ballot) => has(ballot, id)).length]))
}

function pointsFor(decision: Choosing, stored: Stored): WorkedResult['named'] {
	const { ballots, options } = openBallotsOf(decision, stored, { withVoices: false, electors: 0 })
	const given = (id: string) =>
		ballots.reduce((sum, ballot) => sum + (ballot.count ?? 1) * (pointsOn(ballot, options)[id] ?? 0), 0)
	return Object.fromEntries(decision.options.map(({ id }) => [id, given(id)]))
}

function pairsOf(decision: Choosing, ballots: Stored): Pairs | null {
	if (decision.method !== 'schulze' && decision.method !== 'irv') return null
	const file = openBallotsOf(decision, ballots, { withVoices: false, electors: 0 })
	const count = countOpenBallots({ ...file, method: 'schulze' } as CountableBallots)
	if (count.method !== 'schulze') throw new Error('pairs are compared by Schulze’s method')
	const { condorcetWinner, order, rounds } = count
	return { pairwise: rounds[0]!.pairwise, condorcetWinner, order }
}

/** Beyond this much work the steps leave out what else could have been bought; beyond the rows, the smallest groups. */
const mostOffers = 200_000
const mostPurses = 60

function stepsOf(decision: Choosing, stored: Stored): WorkedSteps | null {
	if (!decision.result || isOutcomeOnly(decision.result)) return null
	const { count } = decision.result
	const shares = sharesToFollow(decision, count, stored)
	if (!shares || count.method !== 'equal-shares') return null
	const { file, follow } = shares
	const { ballots, choices, budget = '0', options } = file
	const { steps, purses, unbought } = followShares({
		...follow,
		withOthers: follow.purchases.length * choices.length * ballots.length <= mostOffers,
	})
	const { endowment, rounds, notConsidered } = count
	return {
		budget,
		step: `${options.step}`,
		voters: stored.length,
		steps,
		purses: { purses: purses.slice(0, mostPurses), morePurses: Math.max(0, purses.length - mostPurses) },
		unbought,
		oneMore: endowment ? oneStepMore(file, { endowment, rounds, notConsidered }) : null,
	}
}
