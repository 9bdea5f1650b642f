import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { Membership, Place } from '../../app/domain/access/membership.ts'
import type { Decision, Ending } from '../../app/domain/decisions/decision.ts'
import type { Visibility } from '../../app/domain/documents/document.ts'
import type { Connection } from '../database.ts'
import { decisions, documents, electors, groups, partnerships, versions } from '../schema/index.ts'
import { readEnding, readResult } from './stored-result.ts'

/** What is decided about, with what `mayReadDocument` asks: a decision is seen by whoever sees its document. */
export interface About {
	documentId: string
	documentReference: string
	partnershipId: string
	/** The document's own group, not always the one that decides. */
	groupId: string | null
	visibility: Visibility
	/** Whether the partnership shows anyone what is public in it. */
	open: boolean
	title: string
	number: number
	fingerprint: string
}

export type DecisionAbout = Decision & { about: About; groupName: string; electors: number }

/** As lists show it: a page of a hundred of them reads neither how each was counted nor any roll. */
export type DecisionInList = Omit<Decision, 'result'> & { result: Ending | null; about: About; groupName: string }

export async function findDecision(
	db: Connection,
	{ partnershipId }: Place,
	id: string,
): Promise<DecisionAbout | null> {
	const [row] = await selectDecisions(db).where(and(eq(decisions.id, id), eq(decisions.partnershipId, partnershipId)))
	return row ? fromRow(row) : null
}

/** Newest first. The caller shows only what the reader may read (`mayReadDocument(who, decision.about)`). */
export async function listDecisions(db: Connection, { partnershipId }: Place): Promise<DecisionInList[]> {
	const rows = await selectDecisions(db, 'left-out')
		.where(eq(decisions.partnershipId, partnershipId))
		.orderBy(desc(decisions.opensAt), desc(decisions.id))
	return rows.map(inList)
}

/** Oldest first, as the thread tells it. */
export async function listDecisionsAboutDocument(
	db: Connection,
	{ partnershipId }: Place,
	documentId: string,
): Promise<DecisionInList[]> {
	const rows = await selectDecisions(db, 'left-out')
		.where(and(eq(decisions.partnershipId, partnershipId), eq(versions.documentId, documentId)))
		.orderBy(asc(decisions.opensAt), asc(decisions.id))
	return rows.map(inList)
}

/** The closed ones among them, with their results. */
export async function listClosedAboutDocument(
	db: Connection,
	{ partnershipId }: Place,
	documentId: string,
): Promise<DecisionAbout[]> {
	const rows = await selectDecisions(db)
		.where(
			and(
				eq(decisions.partnershipId, partnershipId),
				eq(versions.documentId, documentId),
				eq(decisions.state, 'closed'),
			),
		)
		.orderBy(asc(decisions.opensAt), asc(decisions.id))
	return rows.map(fromRow)
}

/** Open decisions this person is on the roll of, soonest to close first. */
export async function listOpenFor(
	db: Connection,
	{ partnershipId, memberId }: Membership,
	now = new Date(),
): Promise<{ id: string; hasVoted: boolean }[]> {
	return await db
		.select({ id: decisions.id, hasVoted: electors.hasVoted })
		.from(electors)
		.innerJoin(decisions, eq(decisions.id, electors.decisionId))
		.where(
			and(
				eq(electors.memberId, memberId),
				eq(decisions.partnershipId, partnershipId),
				eq(decisions.state, 'open'),
				gt(decisions.closesAt, now),
			),
		)
		.orderBy(asc(decisions.closesAt), asc(decisions.id))
}

/** Past their time and not closed, in every partnership, for the clock: one may have been left in the middle of its count. */
export async function listDueDecisions(db: Connection, now: Date): Promise<{ id: string; partnershipId: string }[]> {
	return await db
		.select({ id: decisions.id, partnershipId: decisions.partnershipId })
		.from(decisions)
		.where(and(inArray(decisions.state, ['open', 'counting']), lte(decisions.closesAt, now)))
		.orderBy(asc(decisions.closesAt), asc(decisions.id))
}

/** Every decision of a partnership, oldest first, for checking what is stored against what was recorded. */
export async function listDecisionIds(
	db: Connection,
	{ partnershipId }: Place,
): Promise<{ id: string; reference: string }[]> {
	return await db
		.select({ id: decisions.id, reference: decisions.reference })
		.from(decisions)
		.where(eq(decisions.partnershipId, partnershipId))
		.orderBy(asc(decisions.opensAt), asc(decisions.reference))
}

/** As it lies there, whatever became of its document and its group. */
export async function findStoredDecision(
	db: Connection,
	{ partnershipId }: Place,
	id: string,
): Promise<Decision | null> {
	const [row] = await db
		.select()
		.from(decisions)
		.where(and(eq(decisions.id, id), eq(decisions.partnershipId, partnershipId)))
	return row ? withResult(row) : null
}

export async function addDecision(db: Connection, decision: Decision) {
	await db.insert(decisions).values(decision)
}

/** From here on no ballot is taken. */
export async function markCounting(db: Connection, id: string) {
	await db.update(decisions).set({ state: 'counting' }).where(eq(decisions.id, id))
}

/** Ends it: nothing else of a decision ever changes, but for what is withdrawn meanwhile and the outcome written afterwards. */
export async function endDecision(db: Connection, { id, state, closedAt, stoppedReason, result }: Decision) {
	await db.update(decisions).set({ state, closedAt, stoppedReason, result }).where(eq(decisions.id, id))
}

export async function saveWithdrawn(db: Connection, id: string, withdrawn: Decision['withdrawn']) {
	await db.update(decisions).set({ withdrawn }).where(eq(decisions.id, id))
}

export async function saveOutcome(db: Connection, id: string, outcome: string) {
	await db.update(decisions).set({ outcome }).where(eq(decisions.id, id))
}

const columns = {
	decision: decisions,
	groupName: groups.name,
	about: {
		documentId: documents.id,
		documentReference: documents.reference,
		partnershipId: documents.partnershipId,
		groupId: documents.groupId,
		visibility: documents.visibility,
		open: partnerships.open,
		title: versions.title,
		number: versions.number,
		fingerprint: versions.fingerprint,
	},
}

/** To count its roll is a search for each decision: lists do without. */
function selectDecisions(db: Connection, roll: 'counted' | 'left-out' = 'counted') {
	const ofRoll = sql<number>`(select count(*) from ${electors} where ${electors.decisionId} = ${decisions.id})`
	return db
		.select({ ...columns, electors: roll === 'counted' ? ofRoll : sql<number>`0` })
		.from(decisions)
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.innerJoin(groups, eq(groups.id, decisions.groupId))
		.innerJoin(partnerships, eq(partnerships.id, decisions.partnershipId))
		.$dynamic()
}

function fromRow({
	decision,
	about,
	groupName,
	electors,
}: {
	decision: typeof decisions.$inferSelect
	about: About
	groupName: string
	electors: number
}): DecisionAbout {
	return { ...withResult(decision), about, groupName, electors: Number(electors) }
}

function inList({ decision, about, groupName }: Omit<Parameters<typeof fromRow>[0], 'electors'>): DecisionInList {
	const result = decision.result === null ? null : readEnding(decision.result)
	return { ...decision, withdrawn: decision.withdrawn ?? [], result, about, groupName }
}

/** Method and rules were written together, so they belong to each other; a result has many shapes, so it is read by its schema. */
function withResult(row: typeof decisions.$inferSelect): Decision {
	const result = row.result === null ? null : readResult(row.method, row.result)
	return { ...row, withdrawn: row.withdrawn ?? [], result } as Decision
}
