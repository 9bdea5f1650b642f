import { listBallots } from '../../../db/queries/ballots.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { isChoosing } from '../../domain/decisions/decision.ts'
import { followShares } from '../../domain/decisions/methods/follow-shares.ts'
import { openBallotsOf } from '../../domain/decisions/published-ballots.ts'
import { type Args, notFound } from '../../http/visit.ts'
import { type BudgetRound, roundsOf, sharesOf } from './count-facts.ts'
import { presentDecision } from './present-decision.server.ts'
import { visitClosedDecision } from './read-files.server.ts'

/** Beyond this much work the steps leave out what else could have been bought; beyond the rows, the smallest groups. */
const mostOffers = 200_000
const mostPurses = 60

/** Equal shares to follow by hand, from the published ballots and the published account. Not where voices are hidden. */
export async function readSteps(args: Args) {
	const { decision, partnership, place, address } = await visitClosedDecision(args)
	const { result } = decision
	if (!isChoosing(decision) || decision.method !== 'equal-shares' || !('count' in result)) throw notFound()
	const { endowment, comparison, notConsidered } = sharesOf(result.count)
	if (!endowment) throw notFound()
	const db = args.context.db.read
	const [stored, voices] = await Promise.all([listBallots(db, decision.id), listVoices(db, place)])
	const byVoice = decision.rules.byVoice === true
	const {
		ballots,
		choices,
		budget = '0',
		options,
	} = openBallotsOf(decision, stored, { withVoices: byVoice, electors: 0 })
	const rounds = roundsOf<BudgetRound>(result.count)
	const purchases = rounds.flatMap(({ by, project, cost, price }) =>
		by === 'equal-shares' && price !== undefined ? [{ project, cost, price }] : [],
	)
	const leftOut = new Set(notConsidered.map(({ project }) => project))
	const { steps, purses } = followShares({
		ballots,
		projects: choices.map(({ id, cost = '0' }) => ({ id, cost })),
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
		byGreedy: rounds.filter(({ by }) => by === 'greedy'),
		purses: purses.slice(0, mostPurses),
		morePurses: Math.max(0, purses.length - mostPurses),
		voices: Object.fromEntries(voices.map(({ id, plural }) => [id, plural])),
	}
}
