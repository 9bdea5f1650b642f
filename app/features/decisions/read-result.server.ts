import type { Connection } from '../../../db/database.ts'
import { listBallots } from '../../../db/queries/ballots.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { listRoll } from '../../../db/queries/electors.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Place } from '../../domain/access/membership.ts'
import { type Answer, type Choice, type Counts, isMotion, type Tally } from '../../domain/decisions/decision.ts'
import { tally } from '../../domain/decisions/methods/motion.ts'

export interface ShownVoice {
	voice: string
	shape: number
	electors: number
	/** Null where it is hidden. */
	tally: Counts | null
}

export interface NamedVote {
	memberId: string
	name: string
	voice: string
	shape: number
	answer: Answer | null
	reason: string
}

export interface UnnamedReason {
	id: string
	answer: Answer
	reason: string
}

/** What a closed decision shows beside its outcome. Nothing before it is closed. */
export async function readResult(db: Connection, place: Place, decision: DecisionAbout) {
	if (decision.state !== 'closed' || !decision.result) return { voices: [], votes: [], reasons: [] }
	const [voices, ballots] = await Promise.all([listVoices(db, place), listBallots(db, decision.id)])
	const byVoice = new Map(decision.result.byVoice.map((count) => [count.voiceId, count]))
	const shown: ShownVoice[] = voices.flatMap(({ id, plural, shape }) => {
		const count = byVoice.get(id)
		return count ? [{ voice: plural, shape, electors: count.electors, tally: count.tally }] : []
	})
	if (decision.rules.secrecy === 'secret') {
		const reasons: UnnamedReason[] = ballots
			.filter(({ reason }) => reason)
			.map(({ id, answer, reason }) => ({ id, answer, reason }))
		return { voices: shown, votes: [], reasons }
	}
	const cast = new Map(ballots.map((ballot) => [ballot.memberId, ballot]))
	const votes: NamedVote[] = (await listRoll(db, decision.id)).map(({ memberId, name, voice, shape }) => {
		const ballot = cast.get(memberId)
		return { memberId, name, voice, shape, answer: ballot?.answer ?? null, reason: ballot?.reason ?? '' }
	})
	return { voices: shown, votes, reasons: [] }
}

/** How an open vote stands, where its rules said so before anyone voted; null otherwise, for everybody. */
export async function readStanding(db: Connection, decision: DecisionAbout): Promise<Tally | null> {
	if (decision.state !== 'open' || !decision.rules.showsStanding || !isMotion(decision)) return null
	const ballots = await listBallots(db, decision.id)
	return tally(ballots.map(({ answer }) => ('choice' in answer ? answer.choice : ('abstain' satisfies Choice))))
}
