import { listBallots } from '../../../db/queries/ballots.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { isChoosing, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import { followShares } from '../../domain/decisions/methods/follow-shares.ts'
import type { SharesRound } from '../../domain/decisions/methods/rounds.ts'
import { openBallotsOf } from '../../domain/decisions/published-ballots.ts'
import { type Args, notFound } from '../../http/visit.ts'
import { presentDecision } from './present-decision.server.ts'
import { visitClosedDecision } from './read-files.server.ts'

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
	const [stored, voices] = await Promise.all([listBallots(db, decision.id), listVoices(db, place)])
	const byVoice = decision.rules.byVoice === true
	const {
		ballots,
		choices,
		budget = '0',
		options,
	} = openBallotsOf(decision, stored, { withVoices: byVoice, electors: 0 })
	const purchases = rounds.flatMap((round) => (round.by === 'equal-shares' ? [priced(round)] : []))
	const leftOut = new Set(notConsidered.map(({ project }) => project))
	const { steps, purses, unbought } = followShares({
		ballots,
		projects: choices.filter(({ withdrawn }) => !withdrawn).map(({ id, cost = '0' }) => ({ id, cost })),
		perVoter: endowment.perVoter,
		purchases,
		withOthers: purchases.length * choices.length * ballots.length <= mostOffers,
	})
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		budget,
		step: `${options.step}`,
		voters: stored.length,
		endowment,
		comparison: comparison ?? null,
		notConsidered,
		steps: steps.map((step) => ({ ...step, others: step.others.filter(({ project }) => !leftOut.has(project)) })),
		/** How the level ones of a step fell. */
		ties: ties.filter(({ kind }) => kind === 'fund'),
		byGreedy: rounds.flatMap((round) => (round.by === 'greedy' ? [round] : [])),
		unbought: unbought.filter(({ project }) => !leftOut.has(project) && !count.winners.includes(project)),
		purses: purses.slice(0, mostPurses),
		morePurses: Math.max(0, purses.length - mostPurses),
		voices: Object.fromEntries(voices.map(({ id, plural }) => [id, plural])),
	}
}

export type StepsFacts = Awaited<ReturnType<typeof readSteps>>

function priced({ project, cost, price }: Extract<SharesRound, { by: 'equal-shares' }>) {
	if (price === undefined) throw new Error(`${project} was bought at no price`)
	return { project, cost, price }
}
