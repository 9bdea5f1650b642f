import { and, eq, inArray } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Subject } from '../../app/domain/record/sight.ts'
import type { Connection } from '../database.ts'
import {
	actions,
	decisions,
	documents,
	groups,
	meetingItems,
	meetings,
	members,
	persons,
	versions,
	voices,
} from '../schema/index.ts'

const guard = {
	partnershipId: documents.partnershipId,
	groupId: documents.groupId,
	visibility: documents.visibility,
}

/** What the ids in some entries stand for now, by id: names and titles are looked up, never kept in the record. */
export async function findSubjects(db: Connection, here: Place, ids: string[]): Promise<Map<string, Subject>> {
	if (ids.length === 0) return new Map()
	const found = await Promise.all([
		findPeople(db, here, ids),
		findGroups(db, here, ids),
		findDocuments(db, here, ids),
		findDecisions(db, here, ids),
		findActions(db, here, ids),
		findMeetings(db, here, ids),
		findItems(db, here, ids),
		findVoices(db, here, ids),
	])
	return new Map(found.flat().map((subject) => [subject.id, subject]))
}

async function findPeople(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({ id: members.id, partnershipId: members.partnershipId, name: persons.name, voice: voices.name })
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(and(eq(members.partnershipId, partnershipId), inArray(members.id, ids)))
	return rows.map((row) => ({ is: 'member', ...row }))
}

async function findGroups(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({ id: groups.id, partnershipId: groups.partnershipId, name: groups.name, kind: groups.kind })
		.from(groups)
		.where(and(eq(groups.partnershipId, partnershipId), inArray(groups.id, ids)))
	return rows.map((row) => ({ is: 'group', ...row }))
}

async function findDocuments(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({ id: documents.id, reference: documents.reference, title: documents.title, document: guard })
		.from(documents)
		.where(and(eq(documents.partnershipId, partnershipId), inArray(documents.id, ids)))
	return rows.map((row) => ({ is: 'document', ...row }))
}

async function findDecisions(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({
			id: decisions.id,
			reference: decisions.reference,
			title: decisions.question,
			document: guard,
			vote: {
				kind: decisions.kind,
				method: decisions.method,
				rules: decisions.rules,
				options: decisions.options,
				withdrawn: decisions.withdrawn,
				result: decisions.result,
			},
		})
		.from(decisions)
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.where(and(eq(decisions.partnershipId, partnershipId), inArray(decisions.id, ids)))
	return rows.map(({ vote, ...row }) => ({
		is: 'decision',
		...row,
		vote: { ...vote, withdrawn: vote.withdrawn ?? [] },
	}))
}

async function findActions(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({ id: actions.id, reference: actions.reference, title: actions.title, document: guard })
		.from(actions)
		.innerJoin(decisions, eq(decisions.id, actions.decisionId))
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.where(and(eq(actions.partnershipId, partnershipId), inArray(actions.id, ids)))
	return rows.map((row) => ({ is: 'action', ...row }))
}

async function findMeetings(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({
			id: meetings.id,
			reference: meetings.reference,
			title: groups.name,
			publishedAt: meetings.publishedAt,
			body: { id: groups.id, partnershipId: groups.partnershipId, kind: groups.kind },
		})
		.from(meetings)
		.innerJoin(groups, eq(groups.id, meetings.groupId))
		.where(and(eq(meetings.partnershipId, partnershipId), inArray(meetings.id, ids)))
	return rows.map(({ publishedAt, body, ...row }) => ({ is: 'meeting', ...row, meeting: { publishedAt, body } }))
}

async function findItems(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({
			id: meetingItems.id,
			privateReason: meetingItems.privateReason,
			body: { id: groups.id, partnershipId: groups.partnershipId, kind: groups.kind },
			paper: guard,
		})
		.from(meetingItems)
		.innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
		.innerJoin(groups, eq(groups.id, meetings.groupId))
		.leftJoin(versions, eq(versions.id, meetingItems.versionId))
		.leftJoin(documents, eq(documents.id, versions.documentId))
		.where(and(eq(meetings.partnershipId, partnershipId), inArray(meetingItems.id, ids)))
	return rows.map((row) => ({ is: 'item', ...row }))
}

async function findVoices(db: Connection, { partnershipId }: Place, ids: string[]): Promise<Subject[]> {
	const rows = await db
		.select({ id: voices.id, name: voices.name })
		.from(voices)
		.where(and(eq(voices.partnershipId, partnershipId), inArray(voices.id, ids)))
	return rows.map((row) => ({ is: 'voice', ...row }))
}
