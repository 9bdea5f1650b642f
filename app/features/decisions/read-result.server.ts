import type { Connection } from '../../../db/database.ts'
import { findBallotsVoice, listBallots, listReasons } from '../../../db/queries/ballots.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { listRoll, listWaysVoted } from '../../../db/queries/electors.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Place } from '../../domain/access/membership.ts'
import {
	type Answer,
	type Choice,
	type Counts,
	isChoosing,
	isMotion,
	isOutcomeOnly,
	type Outcome,
	type Tally,
} from '../../domain/decisions/decision.ts'
import { tally } from '../../domain/decisions/methods/motion.ts'
import { asksVoices } from '../../domain/decisions/published-files.ts'
import type { WorkedResult } from '../../domain/decisions/worked.ts'
import type { AppContext } from '../../http/context.ts'
import { reasonWords } from './answer-words.ts'

export interface ShownVoice {
	voice: string
	shape: number
	electors: number
	/** Null where they are hidden. */
	voted: number | null
	tally: Counts | null
	/** What a locked voice said by itself. */
	locked: Outcome | null
}

export interface NamedVote {
	memberId: string
	name: string
	voice: string
	shape: number
	answer: Answer | null
	/** They sent a paper, and nobody could read it. */
	isSpoilt: boolean
	reason: string
}

export interface UnnamedReason {
	id: string
	/**
	 * Null where it is a whole ballot of many options, for whoever knows the writer would then know all of it; and where so few
	 * voted that no number is shown.
	 */
	answer: Answer | null
	reason: string
}

const nothingWorked: WorkedResult = { named: {}, points: null, pairs: null, shares: null }

/**
 * What a closed decision shows beside its outcome. Nothing before it is closed. Of the ballots only the words and names that
 * are shown are read: what else follows from them is kept (`workings`), for it never changes.
 */
export async function readResult(
	db: Connection,
	place: Place,
	decision: DecisionAbout,
	workings: AppContext['workings'],
) {
	const { result } = decision
	if (decision.state !== 'closed' || !result)
		return { ...nothingWorked, voices: [], votes: [], reasons: [], isMissingVoices: false }
	const isHidden = isOutcomeOnly(result)
	const [voices, worked, ballotsVoice] = await Promise.all([
		listVoices(db, place),
		isChoosing(decision) && !isHidden ? workings.of(db, decision, 'result') : nothingWorked,
		asksVoices(decision) && !isHidden ? findBallotsVoice(db, decision.id) : null,
	])
	const byVoice = new Map(result.byVoice.map((count) => [count.voiceId, count]))
	const lock = new Map((result.lock ?? []).map(({ voiceId, outcome }) => [voiceId, outcome]))
	const shown: ShownVoice[] = voices.flatMap(({ id, plural, shape }) => {
		const count = byVoice.get(id)
		if (!count) return []
		const { electors, voted = null, tally } = count
		return [{ voice: plural, shape, electors, voted, tally, locked: lock.get(id) ?? null }]
	})
	const counted = {
		...worked,
		voices: shown,
		/** The rule asks voices that are too small to be published. */
		isMissingVoices: ballotsVoice === '',
	}
	if (decision.rules.secrecy === 'secret') {
		const reasons = (await listReasons(db, decision.id)).map(
			({ id, answer, reason }): UnnamedReason =>
				isChoosing(decision) || isHidden
					? { id, answer: null, reason: reasonWords(answer, reason) }
					: { id, answer, reason },
		)
		return { ...counted, votes: [], reasons }
	}
	const [ballots, roll, ways] = await Promise.all([
		listBallots(db, decision.id),
		listRoll(db, decision.id),
		listWaysVoted(db, decision.id),
	])
	const cast = new Map(ballots.map((ballot) => [ballot.memberId, ballot]))
	const votes: NamedVote[] = roll.map(({ memberId, name, voice, shape }) => {
		const ballot = cast.get(memberId)
		const isSpoilt = !ballot && ways.get(memberId) === 'paper'
		return { memberId, name, voice, shape, answer: ballot?.answer ?? null, isSpoilt, reason: ballot?.reason ?? '' }
	})
	return { ...counted, votes, reasons: [] }
}

/** How an open vote stands, where its rules said so before anyone voted; null otherwise, for everybody. */
export async function readStanding(db: Connection, decision: DecisionAbout): Promise<Tally | null> {
	if (decision.state !== 'open' || !decision.rules.showsStanding || !isMotion(decision)) return null
	const ballots = await listBallots(db, decision.id)
	return tally(ballots.map(({ answer }) => ('choice' in answer ? answer.choice : ('abstain' satisfies Choice))))
}
