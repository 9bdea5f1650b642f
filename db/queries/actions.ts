import { and, asc, desc, eq } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Action } from '../../app/domain/actions/action.ts'
import type { Update } from '../../app/domain/actions/report.ts'
import type { Decision } from '../../app/domain/decisions/decision.ts'
import type { Document } from '../../app/domain/documents/document.ts'
import type { Version } from '../../app/domain/documents/version.ts'
import type { Connection } from '../database.ts'
import { actions, decisions, documents, members, persons, updates, versions, voices } from '../schema/index.ts'

/** What an action stands on, and what decides who may see it: its decision's document. */
export interface Origin {
	decision: Pick<Decision, 'id' | 'reference' | 'question' | 'kind' | 'result' | 'closedAt'>
	version: Pick<Version, 'id' | 'number'>
	document: Pick<Document, 'id' | 'partnershipId' | 'groupId' | 'visibility' | 'title' | 'reference'>
}

const origin = {
	decision: {
		id: decisions.id,
		reference: decisions.reference,
		question: decisions.question,
		kind: decisions.kind,
		result: decisions.result,
		closedAt: decisions.closedAt,
	},
	version: { id: versions.id, number: versions.number },
	document: {
		id: documents.id,
		partnershipId: documents.partnershipId,
		groupId: documents.groupId,
		visibility: documents.visibility,
		title: documents.title,
		reference: documents.reference,
	},
}

export type ActionRow = Origin & { action: Action }

export async function findAction(db: Connection, here: Place, id: string): Promise<ActionRow | null> {
	const [row] = await selectActions(db).where(and(eq(actions.id, id), eq(actions.partnershipId, here.partnershipId)))
	return row ?? null
}

/** By reference. The caller shows only what the reader may read, and in the order of `actions/standing`. */
export async function listActions(db: Connection, { partnershipId }: Place): Promise<ActionRow[]> {
	return await selectActions(db).where(eq(actions.partnershipId, partnershipId)).orderBy(asc(actions.reference))
}

/** What was agreed to be done after a decision. */
export async function listActionsOf(db: Connection, { partnershipId }: Place, decisionId: string): Promise<Action[]> {
	return await db
		.select()
		.from(actions)
		.where(and(eq(actions.decisionId, decisionId), eq(actions.partnershipId, partnershipId)))
		.orderBy(asc(actions.reference))
}

function selectActions(db: Connection) {
	return db
		.select({ action: actions, ...origin })
		.from(actions)
		.innerJoin(decisions, eq(decisions.id, actions.decisionId))
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.$dynamic()
}

export async function saveAction(db: Connection, action: Action) {
	const { status, dueOn } = action
	await db.insert(actions).values(action).onConflictDoUpdate({ target: actions.id, set: { status, dueOn } })
}

export async function saveUpdate(db: Connection, update: Update) {
	await db.insert(updates).values(update)
}

export async function findUpdate(db: Connection, actionId: string, id: string): Promise<Update | null> {
	const [row] = await db
		.select()
		.from(updates)
		.where(and(eq(updates.id, id), eq(updates.actionId, actionId)))
	return row ?? null
}

export type UpdateRow = Update & { by: { name: string; voice: string; shape: number } }

/** Newest first, with who said it as they are called now. */
export async function listUpdates(db: Connection, actionId: string): Promise<UpdateRow[]> {
	const rows = await db
		.select({ update: updates, by: { name: persons.name, voice: voices.name, shape: voices.shape } })
		.from(updates)
		.innerJoin(members, eq(members.id, updates.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(eq(updates.actionId, actionId))
		.orderBy(desc(updates.at), desc(updates.id))
	return rows.map(({ update, by }) => ({ ...update, by }))
}

/** What decides whether a member may lead an action or be its citizen partner. */
export async function findHand(db: Connection, { partnershipId }: Place, memberId: string) {
	const [row] = await db
		.select({ id: members.id, role: members.role, leftAt: members.leftAt, voiceKind: voices.kind })
		.from(members)
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(and(eq(members.id, memberId), eq(members.partnershipId, partnershipId)))
	return row ?? null
}
