import { and, countDistinct, desc, eq } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import { castingVoteEnds } from '../../app/domain/decisions/casting-vote.ts'
import { winnersOf } from '../../app/domain/decisions/winners.ts'
import { standingOptions } from '../../app/domain/decisions/withdrawn.ts'
import {
	type ActionFacts,
	type DecisionFacts,
	type Thread,
	type ThreadFacts,
	type Through,
	threadOf,
} from '../../app/domain/thread/thread.ts'
import type { Connection } from '../database.ts'
import { actions, decisions, documents, members, updates, versions, writings } from '../schema/index.ts'
import { tallyVerdictsOf } from './verdicts.ts'

/** What a thread is asked for: what is being looked at, and the moment it is told for. */
export interface Asked {
	through?: Through
	now?: Date
}

/** Seven small reads, however long the thread has grown. The caller has checked that the document may be read. */
export async function findThread(
	db: Connection,
	{ partnershipId }: Place,
	documentId: string,
	{ through, now = new Date() }: Asked = {},
): Promise<Thread> {
	const document = await findSubject(db, partnershipId, documentId)
	if (!document) throw new Error('a thread was asked for a document that is not in this partnership')
	const [written, frozen, asked, agreed, verdicts] = await Promise.all([
		countWriters(db, documentId),
		listVersionFacts(db, documentId),
		listDecisionFacts(db, documentId),
		listActionFacts(db, documentId),
		tallyVerdictsOf(db, eq(versions.documentId, documentId)),
	])
	return threadOf({ document, ...written, versions: frozen, decisions: asked, actions: agreed, verdicts }, now, through)
}

async function findSubject(db: Connection, partnershipId: string, id: string): Promise<ThreadFacts['document'] | null> {
	const { need, needSource, phase, stoppedReason } = documents
	const [row] = await db
		.select({ id: documents.id, need, needSource, phase, stoppedReason })
		.from(documents)
		.where(and(eq(documents.id, id), eq(documents.partnershipId, partnershipId)))
	return row ?? null
}

async function countWriters(db: Connection, documentId: string) {
	const [row] = await db
		.select({ writers: countDistinct(writings.memberId), voices: countDistinct(members.voiceId) })
		.from(writings)
		.innerJoin(members, eq(members.id, writings.memberId))
		.where(eq(writings.documentId, documentId))
	return { writers: Number(row?.writers ?? 0), voices: Number(row?.voices ?? 0) }
}

async function listVersionFacts(db: Connection, documentId: string) {
	return await db
		.select({ id: versions.id, number: versions.number, frozenAt: versions.frozenAt })
		.from(versions)
		.where(eq(versions.documentId, documentId))
}

/** Every decision about any version of a document, in any order. */
export async function listDecisionFacts(db: Connection, documentId: string): Promise<DecisionFacts[]> {
	const rows = await db
		.select({
			id: decisions.id,
			versionId: decisions.versionId,
			kind: decisions.kind,
			method: decisions.method,
			options: decisions.options,
			withdrawn: decisions.withdrawn,
			state: decisions.state,
			opensAt: decisions.opensAt,
			closesAt: decisions.closesAt,
			closedAt: decisions.closedAt,
			stoppedReason: decisions.stoppedReason,
			result: decisions.result,
		})
		.from(decisions)
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.where(eq(versions.documentId, documentId))
	return rows.map(({ result, method, options, withdrawn, ...row }) => ({
		...row,
		outcome: result?.outcome ?? null,
		...(method === 'motion' && result?.outcome === 'level' && { castingUntil: castingVoteEnds(row) }),
		...(result &&
			options.length > 0 && {
				choice: {
					method,
					options: standingOptions({ options, withdrawn: withdrawn ?? [] }),
					winners: winnersOf(result),
				},
			}),
	}))
}

async function listActionFacts(db: Connection, documentId: string): Promise<ActionFacts[]> {
	const aboutDocument = eq(versions.documentId, documentId)
	const [rows, stops] = await Promise.all([
		db
			.select({ id: actions.id, decisionId: actions.decisionId, status: actions.status, dueOn: actions.dueOn })
			.from(actions)
			.innerJoin(decisions, eq(decisions.id, actions.decisionId))
			.innerJoin(versions, eq(versions.id, decisions.versionId))
			.where(aboutDocument)
			.orderBy(actions.reference),
		db
			.select({ actionId: updates.actionId, words: updates.words })
			.from(updates)
			.innerJoin(actions, eq(actions.id, updates.actionId))
			.innerJoin(decisions, eq(decisions.id, actions.decisionId))
			.innerJoin(versions, eq(versions.id, decisions.versionId))
			.where(and(aboutDocument, eq(updates.status, 'stopped')))
			.orderBy(desc(updates.at)),
	])
	const whyStopped = (id: string) => stops.find(({ actionId }) => actionId === id)?.words ?? null
	return rows.map((row) => ({ ...row, stoppedWhy: row.status === 'stopped' ? whyStopped(row.id) : null }))
}
