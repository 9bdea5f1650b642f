import type { Connection } from '../../../db/database.ts'
import { type KeptBallot, listBallots } from '../../../db/queries/ballots.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { listRoll } from '../../../db/queries/electors.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Place } from '../../domain/access/membership.ts'
import {
	type Answer,
	type Choice,
	type Choosing,
	type Counts,
	isChoosing,
	isMotion,
	isOutcomeOnly,
	type Outcome,
	type Tally,
} from '../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { tally } from '../../domain/decisions/methods/motion.ts'
import type { PairsRound } from '../../domain/decisions/methods/rounds.ts'
import type { SchulzeCount } from '../../domain/decisions/methods/schulze.ts'
import { openBallotsOf } from '../../domain/decisions/published-ballots.ts'
import { asksVoices, saysVoices } from '../../domain/decisions/published-files.ts'
import { reasonWords } from './answer-words.ts'
import { KeptByDecision } from './kept-by-decision.ts'
import { type SharesStory, sharesStoryOf } from './shares-story.ts'
import type { Named } from './told.ts'

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

/** Every two options compared. */
export type Pairs = Pick<PairsRound, 'pairwise'> & Pick<SchulzeCount, 'condorcetWinner' | 'order'>

export interface UnnamedReason {
	id: string
	/**
	 * Null where it is a whole ballot of many options, for whoever knows the writer would then know all of it; and where so few
	 * voted that no number is shown.
	 */
	answer: Answer | null
	reason: string
}

/** What a closed decision shows beside its outcome. Nothing before it is closed. */
export async function readResult(db: Connection, place: Place, decision: DecisionAbout) {
	if (decision.state !== 'closed' || !decision.result)
		return { voices: [], votes: [], reasons: [], pairs: null, shares: null, named: {}, isMissingVoices: false }
	const [voices, ballots] = await Promise.all([listVoices(db, place), listBallots(db, decision.id)])
	const { result } = decision
	const byVoice = new Map(result.byVoice.map((count) => [count.voiceId, count]))
	const lock = new Map((result.lock ?? []).map(({ voiceId, outcome }) => [voiceId, outcome]))
	const shown: ShownVoice[] = voices.flatMap(({ id, plural, shape }) => {
		const count = byVoice.get(id)
		if (!count) return []
		const { electors, voted = null, tally } = count
		return [{ voice: plural, shape, electors, voted, tally, locked: lock.get(id) ?? null }]
	})
	const counted = {
		voices: shown,
		pairs: pairsOf(decision, ballots),
		/** Of equal shares: what people could not pay for, and what one step more would have bought. */
		shares: isChoosing(decision) ? toldStories.of(decision.id, () => sharesStoryOf(decision, ballots)) : null,
		/** How many chose each option, by its id. */
		named: isChoosing(decision) && !isOutcomeOnly(result) ? namings(decision, ballots) : {},
		/** The rule asks voices that are too small to be published. */
		isMissingVoices: asksVoices(decision) && !isOutcomeOnly(result) && ballots.length > 0 && !saysVoices(ballots),
	}
	if (decision.rules.secrecy === 'secret') {
		const reasons: UnnamedReason[] = ballots
			.filter(({ reason }) => reason)
			.map(({ id, answer, reason }) =>
				isChoosing(decision) || isOutcomeOnly(result)
					? { id, answer: null, reason: reasonWords(answer, reason) }
					: { id, answer, reason },
			)
		return { ...counted, votes: [], reasons }
	}
	const cast = new Map(ballots.map((ballot) => [ballot.memberId, ballot]))
	const votes: NamedVote[] = (await listRoll(db, decision.id)).map(({ memberId, name, voice, shape, cameBy }) => {
		const ballot = cast.get(memberId)
		const isSpoilt = !ballot && cameBy === 'paper'
		return { memberId, name, voice, shape, answer: ballot?.answer ?? null, isSpoilt, reason: ballot?.reason ?? '' }
	})
	return { ...counted, votes, reasons: [] }
}

/** Beside an instant run-off this is information: it never changes who wins. */
function pairsOf(decision: DecisionAbout, ballots: readonly KeptBallot[]): Pairs | null {
	if (!isChoosing(decision) || (decision.method !== 'schulze' && decision.method !== 'irv')) return null
	if (!decision.result || isOutcomeOnly(decision.result)) return null
	return comparedPairs.of(decision.id, () => {
		const file = openBallotsOf(decision, ballots, { withVoices: false, electors: 0 })
		const count = countOpenBallots({ ...file, method: 'schulze' })
		if (count.method !== 'schulze') throw new Error('pairs are compared by Schulze’s method')
		const { condorcetWinner, order, rounds } = count
		return { pairwise: rounds[0]!.pairwise, condorcetWinner, order }
	})
}

const comparedPairs = new KeptByDecision<Pairs>(20)
const toldStories = new KeptByDecision<SharesStory | null>(20)

function namings({ options }: Choosing, ballots: readonly KeptBallot[]): Named {
	const has = ({ answer }: KeptBallot, id: string) =>
		'marks' in answer
			? (answer.marks[id] ?? 0) > 0
			: 'ranks' in answer && answer.ranks.some((rank) => rank.includes(id))
	return Object.fromEntries(options.map(({ id }) => [id, ballots.filter((ballot) => has(ballot, id)).length]))
}

/** How an open vote stands, where its rules said so before anyone voted; null otherwise, for everybody. */
export async function readStanding(db: Connection, decision: DecisionAbout): Promise<Tally | null> {
	if (decision.state !== 'open' || !decision.rules.showsStanding || !isMotion(decision)) return null
	const ballots = await listBallots(db, decision.id)
	return tally(ballots.map(({ answer }) => ('choice' in answer ? answer.choice : ('abstain' satisfies Choice))))
}
