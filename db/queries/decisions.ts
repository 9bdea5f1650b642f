import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Membership, Place } from '../../app/domain/access/membership.ts'
import type { Decision } from '../../app/domain/decisions/decision.ts'
import type { Elector, Seated } from '../../app/domain/decisions/open.ts'
import type { Visibility } from '../../app/domain/documents/document.ts'
import type { Connection } from '../database.ts'
import { decisions, documents, electors, groups, members, persons, seats, versions, voices } from '../schema/index.ts'

/** What is decided about, with what `mayReadDocument` asks: a decision is seen by whoever sees its document. */
export interface About {
	documentId: string
	documentReference: string
	partnershipId: string
	/** The document's own group, not always the one that decides. */
	groupId: string | null
	visibility: Visibility
	title: string
	number: number
	fingerprint: string
}

export type DecisionAbout = Decision & { about: About; groupName: string }

export async function findDecision(
	db: Connection,
	{ partnershipId }: Place,
	id: string,
): Promise<DecisionAbout | null> {
	const [row] = await selectDecisions(db).where(and(eq(decisions.id, id), eq(decisions.partnershipId, partnershipId)))
	return row ? fromRow(row) : null
}

/** Newest first. The caller shows only what the reader may read (`mayReadDocument(who, decision.about)`). */
export async function listDecisions(db: Connection, { partnershipId }: Place): Promise<DecisionAbout[]> {
	const rows = await selectDecisions(db)
		.where(eq(decisions.partnershipId, partnershipId))
		.orderBy(desc(decisions.opensAt), desc(decisions.id))
	return rows.map(fromRow)
}

/** Oldest first, as the thread tells it. */
export async function listDecisionsAboutDocument(
	db: Connection,
	{ partnershipId }: Place,
	documentId: string,
): Promise<DecisionAbout[]> {
	const rows = await selectDecisions(db)
		.where(and(eq(decisions.partnershipId, partnershipId), eq(versions.documentId, documentId)))
		.orderBy(asc(decisions.opensAt), asc(decisions.id))
	return rows.map(fromRow)
}

/** Open decisions this person is on the roll of, soonest to close first. */
export async function listOpenFor(
	db: Connection,
	{ partnershipId, memberId }: Membership,
	now = new Date(),
): Promise<{ decision: DecisionAbout; hasVoted: boolean }[]> {
	const rows = await db
		.select({ ...columns, hasVoted: electors.hasVoted })
		.from(electors)
		.innerJoin(decisions, eq(decisions.id, electors.decisionId))
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.innerJoin(groups, eq(groups.id, decisions.groupId))
		.where(
			and(
				eq(electors.memberId, memberId),
				eq(decisions.partnershipId, partnershipId),
				eq(decisions.state, 'open'),
				gt(decisions.closesAt, now),
			),
		)
		.orderBy(asc(decisions.closesAt), asc(decisions.id))
	return rows.map(({ hasVoted, ...row }) => ({ decision: fromRow(row), hasVoted }))
}

/** Open and past their time, in every partnership, for the clock. */
export async function listDueDecisions(db: Connection, now: Date): Promise<{ id: string; partnershipId: string }[]> {
	return await db
		.select({ id: decisions.id, partnershipId: decisions.partnershipId })
		.from(decisions)
		.where(and(eq(decisions.state, 'open'), lte(decisions.closesAt, now)))
		.orderBy(asc(decisions.closesAt), asc(decisions.id))
}

export async function addDecision(db: Connection, decision: Decision) {
	await db.insert(decisions).values(decision)
}

/** Ends it: nothing else of a decision ever changes, but for the outcome written afterwards. */
export async function endDecision(db: Connection, { id, state, closedAt, stoppedReason, result }: Decision) {
	await db.update(decisions).set({ state, closedAt, stoppedReason, result }).where(eq(decisions.id, id))
}

export async function saveOutcome(db: Connection, id: string, outcome: string) {
	await db.update(decisions).set({ outcome }).where(eq(decisions.id, id))
}

/** Everyone who belongs now and sits in the group, by voice and name: whom a question to it may ask. */
export async function listSeated(db: Connection, { partnershipId }: Place, groupId: string): Promise<Seated[]> {
	return await db
		.select({
			memberId: seats.memberId,
			name: persons.name,
			voiceId: voices.id,
			voice: voices.name,
			shape: voices.shape,
			role: members.role,
			votes: seats.votes,
			office: seats.office,
		})
		.from(seats)
		.innerJoin(members, eq(members.id, seats.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(and(eq(seats.groupId, groupId), eq(members.partnershipId, partnershipId), isNull(members.leftAt)))
		.orderBy(asc(voices.position), asc(persons.name), asc(seats.memberId))
}

export async function addElectors(db: Connection, decisionId: string, roll: readonly Elector[]) {
	await db
		.insert(electors)
		.values(roll.map(({ memberId, voiceId }) => ({ decisionId, memberId, voiceId, hasVoted: false, ballotId: null })))
}

export async function listElectors(db: Connection, decisionId: string): Promise<Elector[]> {
	return await db
		.select({ memberId: electors.memberId, voiceId: electors.voiceId })
		.from(electors)
		.where(eq(electors.decisionId, decisionId))
		.orderBy(asc(electors.memberId))
}

/** The roll by voice and name, as it was fixed: who may vote, never who has. */
export async function listRoll(db: Connection, decisionId: string) {
	return await db
		.select({
			memberId: electors.memberId,
			name: persons.name,
			voiceId: voices.id,
			voice: voices.name,
			shape: voices.shape,
		})
		.from(electors)
		.innerJoin(members, eq(members.id, electors.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, electors.voiceId))
		.where(eq(electors.decisionId, decisionId))
		.orderBy(asc(voices.position), asc(persons.name), asc(electors.memberId))
}

export async function findElector(db: Connection, decisionId: string, memberId: string) {
	const [row] = await db
		.select({
			memberId: electors.memberId,
			voiceId: electors.voiceId,
			hasVoted: electors.hasVoted,
			ballotId: electors.ballotId,
		})
		.from(electors)
		.where(and(eq(electors.decisionId, decisionId), eq(electors.memberId, memberId)))
	return row ?? null
}

export async function linkBallot(db: Connection, decisionId: string, memberId: string, ballotId: string) {
	await db
		.update(electors)
		.set({ hasVoted: true, ballotId })
		.where(and(eq(electors.decisionId, decisionId), eq(electors.memberId, memberId)))
}

/** Destroys the only link between people and their secret ballots. */
export async function unlinkBallots(db: Connection, decisionId: string) {
	await db.update(electors).set({ ballotId: null }).where(eq(electors.decisionId, decisionId))
}

/** How many may vote and how many have. */
export async function findTurnout(db: Connection, decisionId: string): Promise<{ electors: number; voted: number }> {
	const [row] = await db.select(turnout).from(electors).where(eq(electors.decisionId, decisionId))
	return { electors: Number(row?.electors ?? 0), voted: Number(row?.voted ?? 0) }
}

/** The same for every decision of a partnership, by decision id. */
export async function listTurnouts(
	db: Connection,
	{ partnershipId }: Place,
): Promise<Map<string, { electors: number; voted: number }>> {
	const rows = await db
		.select({ decisionId: electors.decisionId, ...turnout })
		.from(electors)
		.innerJoin(decisions, eq(decisions.id, electors.decisionId))
		.where(eq(decisions.partnershipId, partnershipId))
		.groupBy(electors.decisionId)
	return new Map(
		rows.map(({ decisionId, ...row }) => [decisionId, { electors: Number(row.electors), voted: Number(row.voted) }]),
	)
}

const turnout = {
	electors: sql<number>`count(*)`,
	voted: sql<number>`sum(case when ${electors.hasVoted} then 1 else 0 end)`,
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
		title: versions.title,
		number: versions.number,
		fingerprint: versions.fingerprint,
	},
}

function selectDecisions(db: Connection) {
	return db
		.select(columns)
		.from(decisions)
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.innerJoin(groups, eq(groups.id, decisions.groupId))
		.$dynamic()
}

function fromRow({
	decision,
	about,
	groupName,
}: {
	decision: Decision
	about: About
	groupName: string
}): DecisionAbout {
	return { ...decision, about, groupName }
}
