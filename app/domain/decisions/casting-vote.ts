import { type CastingVote, type Decision, isMotion, isOutcomeOnly, type Motion, type Outcome } from './decision.ts'
import { motionOutcome } from './methods/motion.ts'
import type { Seated } from './open.ts'

/** How long after the close a casting vote may be given. A level vote that nobody settled by then stays not agreed. */
export const castingVoteDays = 14

export type CastingVoteRefusal = 'not-level' | 'given-already' | 'too-late' | 'reason-missing'

const castingOutcomes: Record<CastingVote['choice'], Outcome> = { for: 'agreed', against: 'not-agreed' }

type Asked = Pick<Decision, 'method' | 'closesAt'> & { result: { outcome: Outcome } | null }

export function castingVoteEnds({ closesAt }: Pick<Decision, 'closesAt'>): Date {
	return new Date(closesAt.getTime() + castingVoteDays * 24 * 60 * 60_000)
}

/** Whether a level vote is still waiting for the one person who may settle it. */
export function awaitsCastingVote(decision: Asked, now: Date): boolean {
	return decision.result?.outcome === 'level' && now < castingVoteEnds(decision)
}

/** Whether it was left level: its time is over, nobody settled it, and it stays not agreed. */
export function isCastingVoteOver(decision: Asked, now: Date): boolean {
	return decision.method === 'motion' && decision.result?.outcome === 'level' && now >= castingVoteEnds(decision)
}

/** Settles a level vote, once, with a reason everyone can read (`mayGiveCastingVote` says who). */
export function giveCastingVote<D extends Decision>(
	decision: D,
	casting: CastingVote,
	now: Date,
): { refused: CastingVoteRefusal } | { decision: D } {
	const asked: Decision = decision
	if (!isMotion(asked)) return { refused: 'not-level' }
	const { rules, result } = asked
	if (result?.casting) return { refused: 'given-already' }
	if (result?.outcome !== 'level') return { refused: 'not-level' }
	if (!awaitsCastingVote(decision, now)) return { refused: 'too-late' }
	if (casting.reason.trim() === '') return { refused: 'reason-missing' }
	const given = { choice: casting.choice, reason: casting.reason.trim() }
	return { decision: { ...decision, result: settled(rules, result, given) } }
}

/** A level result with its casting vote. A locked voice that stood against it has made the outcome something else than level. */
export function settled<R extends NonNullable<Motion['result']>>(
	rules: Motion['rules'],
	result: R,
	casting: CastingVote,
): R {
	const outcome = isOutcomeOnly(result) ? castingOutcomes[casting.choice] : motionOutcome(rules, { ...result, casting })
	return { ...result, casting, outcome }
}

/**
 * Who would have the casting vote: the group's chair, in a vote that binds, unless the body has written down that its
 * chair has none. A chair whose seat has no vote has no second one either, as at a meeting (`casting-without-vote`).
 */
export function castingVoterOf(
	kind: Decision['kind'],
	seated: readonly Seated[],
	bodyRules: { castingVote: boolean } | null,
): Seated | null {
	if (kind !== 'panel-vote' || bodyRules?.castingVote === false) return null
	return seated.find(({ office, role, votes }) => office === 'chair' && role !== 'observer' && votes) ?? null
}
