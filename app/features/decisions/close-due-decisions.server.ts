import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Connection, Database } from '../../../db/database.ts'
import { addBallots, deleteBallots, type KeptBallot, listBallots, saveBallotSalt } from '../../../db/queries/ballots.ts'
import {
	type DecisionAbout,
	endDecision,
	findDecision,
	listClosedAboutDocument,
	listDueDecisions,
	markCounting,
} from '../../../db/queries/decisions.ts'
import { listElectors, unlinkBallots } from '../../../db/queries/electors.ts'
import { deletePaperReadings } from '../../../db/queries/paper-ballots.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { type Place, place } from '../../domain/access/membership.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { beginCounting, close } from '../../domain/decisions/close.ts'
import { type Decision, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import { type CountableBallots, countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import type { PublishedCount } from '../../domain/decisions/methods/published-count.ts'
import { overlapping } from '../../domain/decisions/overlapping.ts'
import type { AgreedPaper } from '../../domain/decisions/paper.ts'
import { ballotsToCount, keepsVoices, resultOf } from '../../domain/decisions/result.ts'
import { tookPart } from '../../domain/decisions/took-part.ts'
import { namesHash, storedHash } from '../../domain/decisions/verify-result.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { newId } from '../../http/new-id.ts'
import { forgetVotes, noteVotesDue } from './forget-votes.server.ts'
import { papersOf } from './read-papers.server.ts'

/** Counts ballots among options: here at once, or elsewhere where they are many. */
export type Count = (file: CountableBallots, decisionId: string) => PublishedCount | Promise<PublishedCount>

/**
 * Counts and closes every decision whose time has come, each exactly once however many processes ask, and answers with
 * those that this call closed. One that cannot be counted does not hold up the others; its error is thrown at the end.
 */
export async function closeDueDecisions(
	db: Database,
	now = new Date(),
	count: Count = (file) => countOpenBallots(file),
): Promise<Decision[]> {
	const closed: Decision[] = []
	const errors: unknown[] = []
	for (const due of await listDueDecisions(db.read, now)) {
		try {
			const closing = await closeDecision(db, place(due.partnershipId), due.id, now, count)
			if ('decision' in closing) closed.push(closing.decision)
		} catch (error) {
			errors.push(error)
		}
	}
	if (closed.length > 0) await forgetVotes(db)
	if (errors.length > 0) throw new AggregateError(errors, `${errors.length} decisions could not be closed`)
	return closed
}

/**
 * In three steps, so that a long count holds nobody up: no more ballots from now on; count; write the result down. A process
 * that dies between them leaves a decision that is counted again from the same ballots, and so does one whose ballots or papers
 * are not those it counted when it comes to write.
 */
export async function closeDecision(
	db: Database,
	here: Place,
	decisionId: string,
	now: Date,
	count: Count = (file) => countOpenBallots(file),
) {
	const beginning = await db.write(async (tx) => {
		const decision = await findDecision(tx, here, decisionId)
		if (!decision) return { refused: 'not-found' as const }
		const beginning = beginCounting(decision, now)
		if ('refused' in beginning) return beginning
		if (decision.state === 'open') await markCounting(tx, decisionId)
		return { decision: { ...decision, ...beginning.decision } as DecisionAbout }
	})
	if ('refused' in beginning) return beginning

	const { decision } = beginning
	// Whoever sent a paper in time is counted, so the count waits until two people have read it.
	const papers = await papersOf(db.read, decisionId)
	if (!papers.isComplete) return { refused: 'papers-unread' as const }
	const [cast, electors] = await Promise.all([listBallots(db.read, decisionId), listElectors(db.read, decisionId)])
	const onPaper = papers.agreed.flatMap((paper) => ballotOf(decision, paper) ?? [])
	const spoilt = papers.agreed.length - onPaper.length
	const ballots = [...cast, ...onPaper]
	const earlier = await listEarlierSecret(db.read, here, decision)
	const file = ballotsToCount(decision, ballots, spoilt)
	const result = resultOf({
		decision,
		ballots,
		spoilt,
		electors,
		count: file && (await count(file, decisionId)),
		alsoHide: overlapping(electors, ballots, earlier),
	})

	const isSecret = decision.rules.secrecy === 'secret'
	const kept = isSecret ? reissued(ballots, keepsVoices(decision, result.byVoice)) : ballots
	// Of very few secret ballots the result itself holds a hash with something random in it.
	const salt = isOutcomeOnly(result) ? null : randomBytes(32).toString('hex')
	const stored = salt && storedHash(kept, salt)

	return db.write(async (tx) => {
		const counting = await findDecision(tx, here, decisionId)
		if (!counting) return { refused: 'not-found' as const }
		const closing = close(counting, result, now)
		if ('refused' in closing) return closing
		// Somebody corrected a paper during a long count: what they read is counted next time, never thrown away unseen.
		if (canonicalJson(await papersOf(tx, decisionId)) !== canonicalJson(papers))
			return { refused: 'papers-changed' as const }
		// Words were removed for good during a long count: what was read before them must not be written back.
		if (!isDeepStrictEqual(await listBallots(tx, decisionId), cast)) return { refused: 'ballots-changed' as const }
		// Another vote of almost the same people closed meanwhile: what it showed may hide a voice of this one.
		if ((await listEarlierSecret(tx, here, decision)).length !== earlier.length)
			return { refused: 'others-closed' as const }

		if (isSecret) {
			await deleteBallots(tx, decisionId)
			await addBallots(tx, kept)
		} else await addBallots(tx, onPaper)
		await deletePaperReadings(tx, decisionId)
		await unlinkBallots(tx, decisionId)
		if (salt) await saveBallotSalt(tx, decisionId, salt)
		await endDecision(tx, closing.decision)
		if (isSecret) await noteVotesDue(tx, decisionId)
		await recordEvent(tx, {
			partnershipId: decision.partnershipId,
			kind: 'decision-closed',
			subjectId: decisionId,
			actorId: null,
			at: now,
			details: {
				seal: decision.seal,
				result: fingerprint(result),
				ballotsHash: result.ballotsHash,
				...(!isSecret && { names: namesHash(ballots) }),
				...(stored && { stored }),
			},
		})
		return closing
	})
}

/**
 * A paper as a ballot like the others, also in what stands where others have their receipt: the roll says who came on paper,
 * so a ballot that could be told for a paper would be theirs. Null where nobody could read it.
 */
function ballotOf({ id, rules }: Decision, { answer, memberId, voiceId, reason }: AgreedPaper): KeptBallot | null {
	if (!answer) return null
	const owner = rules.secrecy === 'named' ? memberId : null
	const receiptHash = randomBytes(32).toString('hex')
	return { id: newId(), decisionId: id, memberId: owner, voiceId, answer, reason, receiptHash }
}

/** Votes about the same document that are secret and closed: what they show must not give this one away. */
async function listEarlierSecret(db: Connection, here: Place, decision: DecisionAbout) {
	if (decision.rules.secrecy !== 'secret') return []
	const closed = await listClosedAboutDocument(db, here, decision.about.documentId)
	const earlier = closed.filter(({ id, rules }) => id !== decision.id && rules.secrecy === 'secret')
	return await Promise.all(
		earlier.map(async ({ id, result }) => ({
			electors: await listElectors(db, id),
			byVoice: result?.byVoice ?? [],
			voted: result && !isOutcomeOnly(result) ? tookPart(result) : null,
		})),
	)
}

/**
 * The same ballots under new random ids and in their order, so that neither id nor place tells when each came; without
 * their voices, unless those are safe to publish and the rule asks for them. Receipts are dealt out among them anew: each
 * still shows that its vote is in the count, and from then on leads nobody to what it was.
 */
function reissued(cast: readonly KeptBallot[], withVoices: boolean): KeptBallot[] {
	const receipts = inRandomOrder(cast.map(({ receiptHash }) => receiptHash))
	return inRandomOrder(cast).map(({ id, of }, at) => ({
		...of,
		id,
		voiceId: withVoices ? of.voiceId : '',
		receiptHash: receipts[at]!.of,
	}))
}

/** By fresh random ids. */
function inRandomOrder<Thing>(all: readonly Thing[]): { id: string; of: Thing }[] {
	return all.map((of) => ({ id: newId(), of })).sort((a, b) => (a.id < b.id ? -1 : 1))
}
