import { findBallotsVoice } from '../../../db/queries/ballots.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { sharesByPoints } from '../../domain/decisions/answer.ts'
import { isChoosing, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import { asksVoices } from '../../domain/decisions/published-files.ts'
import { type Args, notFound } from '../../http/visit.ts'
import { hasSteps } from './has-steps.ts'
import { presentDecision } from './present-decision.server.ts'
import { visitClosedDecision } from './read-files.server.ts'

/** Equal shares to follow by hand, from the published ballots and the published account. Not where voices are hidden. */
export async function readSteps(args: Args) {
	const { decision, partnership, place, address } = await visitClosedDecision(args)
	const db = args.context.db.read
	if (!isChoosing(decision) || isOutcomeOnly(decision.result)) throw notFound()
	const { count } = decision.result
	const isMissingVoices = asksVoices(decision) && (await findBallotsVoice(db, decision.id)) === ''
	if (!hasSteps(decision.result, isMissingVoices)) throw notFound()
	if (count.method !== 'equal-shares' || !count.endowment) throw notFound()
	const { endowment, comparison, notConsidered, rounds, ties } = count
	const [voices, followed, result] = await Promise.all([
		listVoices(db, place),
		args.context.workings.of(db, decision, 'steps'),
		sharesByPoints(decision.rules) ? args.context.workings.of(db, decision, 'result') : null,
	])
	if (!followed) throw notFound()
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
		comparison: comparison ? { ...comparison, byPoints: sharesByPoints(decision.rules) } : null,
		notConsidered,
		steps: steps.map((step) => ({ ...step, others: step.others.filter(({ project }) => !leftOut.has(project)) })),
		/** How the level ones fell: of a step, and of what was taken in the order of its votes. */
		ties,
		/** How many people chose each that ties are told of, or how many points it has. */
		named:
			result?.points ??
			Object.fromEntries([
				...rounds.map(({ project, votes }) => [project, votes] as const),
				...unbought.map(({ project, people }) => [project, people] as const),
			]),
		isByPoints: sharesByPoints(decision.rules),
		byGreedy: rounds.flatMap((round) => (round.by === 'greedy' ? [round] : [])),
		oneMore,
		unbought: unbought.filter(({ project }) => !leftOut.has(project) && !count.winners.includes(project)),
		...purses,
		voices: Object.fromEntries(voices.map(({ id, plural }) => [id, plural])),
	}
}

export type StepsFacts = Awaited<ReturnType<typeof readSteps>>
