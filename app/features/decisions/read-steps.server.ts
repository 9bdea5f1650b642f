import { type KeptBallot, listBallots } from '../../../db/queries/ballots.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { type Choosing, isChoosing, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import { followShares } from '../../domain/decisions/methods/follow-shares.ts'
import { oneStepMore } from '../../domain/decisions/methods/one-step-more.ts'
import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import { type Args, notFound } from '../../http/visit.ts'
import { KeptByDecision } from './kept-by-decision.ts'
import { presentDecision } from './present-decision.server.ts'
import { visitClosedDecision } from './read-files.server.ts'
import { sharesToFollow } from './shares-story.ts'

/** Beyond this much work the steps leave out what else could have been bought; beyond the rows, the smallest groups. */
const mostOffers = 200_000
const mostPurses = 60

/** Equal shares to follow by hand, from the published ballots and the published account. Not where voices are hidden. */
export async function readSteps(args: Args) {
	const { decision, partnership, place, address } = await visitClosedDecision(args)
	if (!isChoosing(decision) || isOutcomeOnly(decision.result)) throw notFound()
	const { count } = decision.result
	if (count.method !== 'equal-shares' || !count.endowment) throw notFound()
	const { endowment, comparison, notConsidered, rounds, ties } = count
	const db = args.context.db.read
	const voices = await listVoices(db, place)
	const followed = await followedSteps.later(decision.id, async () =>
		followedOf(decision, count, await listBallots(db, decision.id)),
	)
	const { budget, step, voters, steps, purses, unbought, oneMore } = followed
	const leftOut = new Set(notConsidered.map(({ project }) => project))
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		budget,
		step,
		voters,
		endowment,
		comparison: comparison ?? null,
		notConsidered,
		steps: steps.map((step) => ({ ...step, others: step.others.filter(({ project }) => !leftOut.has(project)) })),
		/** How the level ones of a step fell. */
		ties: ties.filter(({ kind }) => kind === 'fund'),
		byGreedy: rounds.flatMap((round) => (round.by === 'greedy' ? [round] : [])),
		oneMore,
		unbought: unbought.filter(({ project }) => !leftOut.has(project) && !count.winners.includes(project)),
		...purses,
		voices: Object.fromEntries(voices.map(({ id, plural }) => [id, plural])),
	}
}

const followedSteps = new KeptByDecision<ReturnType<typeof followedOf>>(20)

/** The part that takes work: no more is kept of it than the page shows. */
function followedOf(decision: Choosing, count: CountBy<'equal-shares'>, stored: readonly KeptBallot[]) {
	const { file, follow } = sharesToFollow(decision, count, stored)!
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

export type StepsFacts = Awaited<ReturnType<typeof readSteps>>
