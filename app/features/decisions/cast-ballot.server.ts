import type { Connection } from '../../../db/database.ts'
import { findBallot, findBallotByReceipt, saveBallot } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, markVoted, type Voted } from '../../../db/queries/electors.ts'
import { findMembershipOf } from '../../../db/queries/members.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { findStanding, listSupportersOf } from '../../../db/queries/supporters.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayHelpToVote, mayReadDocument, mayVote } from '../../domain/access/policies.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { type AnswerRefusal, checkAnswer, settled } from '../../domain/decisions/answer.ts'
import { type CastRefusal, castRefusal } from '../../domain/decisions/cast.ts'
import type { Answer } from '../../domain/decisions/decision.ts'
import { receiptFrom } from '../../domain/decisions/receipt.ts'
import { withdrawnProblems } from '../../domain/decisions/withdrawn.ts'
import type { AppContext } from '../../http/context.ts'
import { newId } from '../../http/new-id.ts'

export interface Vote {
	answer: Answer
	reason: string
	/** Made by the form: the same form sent twice is one vote with one receipt. */
	id?: string
	/** `beside`: somebody helped. Or which of their supporters did, by member id. Kept on the roll, never with the ballot. */
	helpedBy?: string | null
}

export type Casting = { receipt: string; refused?: undefined } | Refused

interface Refused {
	receipt?: undefined
	refused: 'not-found' | 'voted-on-paper' | 'not-their-supporter' | 'voted-without-help' | CastRefusal | AnswerRefusal
	/** Which option, and by how much. */
	option?: string
	by?: number
}

/**
 * One person's one ballot, or their change of mind. `now` is when it reached us: before the close it counts, unless it
 * was counted already. The record says that somebody voted, never who, and never whether with help.
 */
export function castBallot(
	context: Pick<AppContext, 'db' | 'secrets'>,
	who: Membership,
	decisionId: string,
	vote: Vote,
	now = new Date(),
): Promise<Casting> {
	return cast(context, { who, electorId: who.memberId, decisionId, vote, now })
}

/**
 * The same for the member whose supporter `who` is: their ballot, their place on the roll, their receipt. It never touches
 * the supporter's own, and never replaces what the member cast without this help.
 */
export function castWithSupporter(
	context: Pick<AppContext, 'db' | 'secrets'>,
	who: Membership,
	electorId: string,
	decisionId: string,
	vote: Vote,
	now = new Date(),
): Promise<Casting> {
	return cast(context, { who, electorId, decisionId, vote, now })
}

interface Sent {
	/** Who is at the screen: the elector, or their supporter. */
	who: Membership
	electorId: string
	decisionId: string
	vote: Vote
	now: Date
}

function cast(
	{ db, secrets }: Pick<AppContext, 'db' | 'secrets'>,
	{ who, electorId, decisionId, vote, now }: Sent,
): Promise<Casting> {
	const receipt = receiptFrom(secrets.hash('receipt', `${decisionId}:${electorId}:${vote.id ?? newId()}`))
	const receiptHash = receiptHashOf(secrets, receipt)
	const reason = vote.reason.trim()
	return db.write(async (tx): Promise<Casting> => {
		const decision = await findDecision(tx, who, decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
		const help = await helpWith(tx, { who, electorId, vote, now })
		if ('refused' in help) return help
		const elector = await findElector(tx, decisionId, electorId)
		const voter = electorId === who.memberId ? who : await findMembershipOf(tx, who, electorId)
		const mayCast = mayVote(voter, decision, { has: (memberId) => memberId === elector?.memberId })
		const refused = castRefusal(decision, mayCast, now)
		if (refused || !elector) return { refused: refused ?? 'not-on-the-roll' }

		const problem = checkAnswer(decision, vote.answer, reason)
		if (problem) return problem
		const answer = settled(decision.method, vote.answer)
		const sent = await findBallotByReceipt(tx, decisionId, receiptHash)
		if (sent && canonicalJson(sent.answer) === canonicalJson(answer) && sent.reason === reason) return { receipt }
		const lapsed = withdrawnProblems(decision, answer)[0]
		if (lapsed) return lapsed
		if (elector.cameBy === 'paper') return { refused: 'voted-on-paper' }
		const isOwnHelp = elector.help === 'supporter' && elector.helpedBy === who.memberId
		if (elector.hasVoted && help.help === 'supporter' && !isOwnHelp) return { refused: 'voted-without-help' }
		const before = elector.ballotId ? await findBallot(tx, elector.ballotId) : null

		const isNamed = decision.rules.secrecy === 'named'
		const ballot = {
			id: before?.id ?? newId(),
			decisionId,
			memberId: isNamed ? electorId : null,
			voiceId: elector.voiceId,
			answer,
			reason,
			receiptHash,
		}
		await saveBallot(tx, ballot)
		await markVoted(tx, decisionId, electorId, { ballotId: ballot.id, cameBy: 'screen', ...help })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: before ? 'ballot-changed' : 'ballot-cast',
			subjectId: decisionId,
			// Alike for everybody, of a named vote too: an entry that differed would tell who had help, and who had is theirs to tell.
			actorId: null,
			at: now,
			details: { seal: decision.seal },
		})
		return { receipt }
	})
}

type Help = Pick<Voted, 'help' | 'helpedBy'>

/** Who helped, as far as it is kept: a supporter by name, anybody else as a fact. Somebody else's ballot needs consent. */
async function helpWith(
	tx: Connection,
	{ who, electorId, vote: { helpedBy }, now }: Omit<Sent, 'decisionId'>,
): Promise<Help | { refused: 'not-their-supporter' }> {
	if (electorId !== who.memberId) {
		const support = await findStanding(tx, who, electorId, now)
		if (!mayHelpToVote(who, support, { memberId: electorId }, now)) return { refused: 'not-their-supporter' }
		return { help: 'supporter', helpedBy: who.memberId }
	}
	if (!helpedBy) return { help: null, helpedBy: null }
	const own = await listSupportersOf(tx, electorId, now)
	const isTheirs = own.some(({ supporterId, scope }) => supporterId === helpedBy && scope === 'votes')
	return { help: 'beside', helpedBy: isTheirs ? helpedBy : null }
}

/** What is stored of a receipt: the database alone can show nobody's. */
export function receiptHashOf(secrets: AppContext['secrets'], receipt: string) {
	return secrets.hash('receipt-check', receipt)
}
