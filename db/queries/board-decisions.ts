import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Minute } from '../../app/domain/decisions/board/minute.ts'
import type { SeatEvent } from '../../app/domain/decisions/board/seats-on.ts'
import type { Decision } from '../../app/domain/decisions/decision.ts'
import type { Connection } from '../database.ts'
import {
	boardCorrections,
	boardMinutes,
	bodyRules,
	decisions,
	documents,
	groups,
	keptNames,
	members,
	nameRemovals,
	partnerships,
	persons,
	versions,
	voices,
} from '../schema/index.ts'
import { listSeats } from './groups.ts'
import type { NameRemoval } from './name-removals.ts'
import { listEntriesAbout } from './record.ts'

export type BodyRulesRow = typeof bodyRules.$inferSelect
export type MinuteRow = typeof boardMinutes.$inferSelect
export type CorrectionRow = typeof boardCorrections.$inferSelect

/** A body's rules for its own meetings; null until somebody has written them down. */
export async function findBodyRules(db: Connection, groupId: string): Promise<BodyRulesRow | null> {
	const [row] = await db.select().from(bodyRules).where(eq(bodyRules.groupId, groupId))
	return row ?? null
}

export async function saveBodyRules(db: Connection, row: BodyRulesRow) {
	const { groupId, ...set } = row
	await db.insert(bodyRules).values(row).onConflictDoUpdate({ target: bodyRules.groupId, set })
}

/** Who sits in a body now: chair, clerk, then by name. */
export async function listBody(db: Connection, here: Place, groupId: string) {
	const order = { chair: 0, clerk: 1, none: 2 }
	const sitting = await listSeats(db, here, groupId)
	return sitting.sort((a, b) => order[a.office] - order[b.office] || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** What the record says happened to the seats of a body, oldest first. */
export async function listSeatEvents(db: Connection, here: Place, groupId: string): Promise<SeatEvent[]> {
	const entries = await listEntriesAbout(db, here, groupId)
	return entries.flatMap(({ kind, at, details }): SeatEvent[] => {
		const memberId = String(details.memberId)
		if (kind === 'seat-taken-away') return [{ kind, at, memberId }]
		if (kind !== 'seat-given' && kind !== 'seat-changed') return []
		const office = details.office === 'chair' || details.office === 'clerk' ? details.office : 'none'
		return [{ kind, at, memberId, votes: details.votes === true, office }]
	})
}

export async function findMinute(db: Connection, decisionId: string): Promise<MinuteRow | null> {
	const [row] = await db.select().from(boardMinutes).where(eq(boardMinutes.decisionId, decisionId))
	return row ? { ...row, minute: complete(row.minute) } : null
}

/** The minute as it was sealed, not completed with what was asked for later. */
export async function findMinuteAsStored(db: Connection, decisionId: string): Promise<Minute | null> {
	const [row] = await db
		.select({ minute: boardMinutes.minute })
		.from(boardMinutes)
		.where(eq(boardMinutes.decisionId, decisionId))
	return row?.minute ?? null
}

/** Oldest first. */
export async function listCorrections(db: Connection, decisionId: string): Promise<CorrectionRow[]> {
	const rows = await db
		.select()
		.from(boardCorrections)
		.where(eq(boardCorrections.decisionId, decisionId))
		.orderBy(asc(boardCorrections.number))
	return rows.map((row) => ({ ...row, before: complete(row.before) }))
}

/** Minutes entered before anybody was asked who joined remotely or late, and how each voted on an amendment. */
function complete(minute: Minute): Minute {
	return {
		...minute,
		rules: {
			...minute.rules,
			remoteCounts: minute.rules.remoteCounts ?? false,
			lateVotes: minute.rules.lateVotes ?? false,
		},
		seats: minute.seats.map((seat) => ({ ...seat, joined: seat.joined ?? 'room', late: seat.late ?? false })),
		amendments: minute.amendments.map((amendment) => ({ ...amendment, parts: amendment.parts ?? {} })),
	}
}

export async function addMinute(db: Connection, row: MinuteRow) {
	await db.insert(boardMinutes).values(row)
}

/** Adds the correction and lets the minute stand as corrected; what its decision shows follows it. */
export async function addCorrection(
	db: Connection,
	correction: CorrectionRow,
	minute: Minute,
	shown: Pick<Decision, 'question' | 'rules' | 'seal' | 'opensAt' | 'closesAt' | 'closedAt' | 'result'>,
) {
	const { decisionId, number } = correction
	await db.insert(boardCorrections).values(correction)
	await db.update(boardMinutes).set({ minute, corrections: number }).where(eq(boardMinutes.decisionId, decisionId))
	await db.update(decisions).set(shown).where(eq(decisions.id, decisionId))
}

export async function approveMinuteRow(
	db: Connection,
	decisionId: string,
	approval: Pick<MinuteRow, 'approvedBy' | 'approvedAt' | 'approvedOn'>,
) {
	await db.update(boardMinutes).set(approval).where(eq(boardMinutes.decisionId, decisionId))
}

export interface NamedMember {
	memberId: string
	name: string
	voiceId: string
	voice: string
	shape: number
}

/**
 * What members are called now, by id, those who have left among them. `keepsNames` for the published minute of a board, where
 * somebody who was erased keeps their name (docs/decisions/013).
 */
export async function nameMembers(
	db: Connection,
	ids: readonly string[],
	{ keepsNames = false } = {},
): Promise<Map<string, NamedMember>> {
	if (ids.length === 0) return new Map()
	const rows = await db
		.select({
			memberId: members.id,
			name: persons.name,
			kept: keptNames.name,
			voiceId: members.voiceId,
			voice: voices.name,
			shape: voices.shape,
		})
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.leftJoin(keptNames, eq(keptNames.memberId, members.id))
		.where(inArray(members.id, [...new Set(ids)]))
	return new Map(rows.map(({ kept, name, ...row }) => [row.memberId, { ...row, name: (keepsNames && kept) || name }]))
}

/** The published minutes of boards in which one of these members is named as somebody who sat there or took the minute. */
export async function listPublishedMinutes(db: Connection, memberIds: readonly string[]) {
	if (memberIds.length === 0) return []
	const rows = await db
		.select({
			decisionId: decisions.id,
			reference: decisions.reference,
			question: decisions.question,
			slug: partnerships.slug,
			memberId: members.id,
			minute: boardMinutes.minute,
		})
		.from(boardMinutes)
		.innerJoin(decisions, eq(decisions.id, boardMinutes.decisionId))
		.innerJoin(partnerships, eq(partnerships.id, decisions.partnershipId))
		.innerJoin(groups, eq(groups.id, decisions.groupId))
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.innerJoin(documents, eq(documents.id, versions.documentId))
		.innerJoin(members, eq(members.partnershipId, decisions.partnershipId))
		.where(
			and(
				inArray(members.id, [...memberIds]),
				eq(groups.kind, 'board'),
				eq(documents.visibility, 'public'),
				eq(partnerships.open, true),
			),
		)
		.orderBy(asc(decisions.reference))
	return rows
		.filter(({ memberId, minute: { officerId, seats } }) => {
			return officerId === memberId || seats.some((seat) => seat.memberId === memberId)
		})
		.map(({ minute: { heldOn }, ...row }) => ({ ...row, heldOn }))
}

export async function keepName(db: Connection, kept: typeof keptNames.$inferInsert) {
	await db.insert(keptNames).values(kept).onConflictDoNothing()
}

/** The minute, its corrections, the reasons of earlier removals and what its decision shows, without the names; seals and votes stay. */
export async function saveWithoutNames(
	db: Connection,
	removal: NameRemoval,
	{ minute, corrections, removals, question, outcome }: WithoutNames,
) {
	const { decisionId } = removal
	await db.insert(nameRemovals).values(removal)
	await db.update(boardMinutes).set({ minute }).where(eq(boardMinutes.decisionId, decisionId))
	for (const { number, before, reason } of corrections)
		await db
			.update(boardCorrections)
			.set({ before, reason })
			.where(and(eq(boardCorrections.decisionId, decisionId), eq(boardCorrections.number, number)))
	for (const { id, reason } of removals)
		await db
			.update(nameRemovals)
			.set({ reason })
			.where(and(eq(nameRemovals.decisionId, decisionId), eq(nameRemovals.id, id)))
	await db.update(decisions).set({ question, outcome }).where(eq(decisions.id, decisionId))
}

export interface WithoutNames {
	minute: Minute
	corrections: readonly Pick<CorrectionRow, 'number' | 'before' | 'reason'>[]
	/** Those made before, whose reasons may say the name. */
	removals: readonly Pick<NameRemoval, 'id' | 'reason'>[]
	question: string
	outcome: string | null
}

/** How somebody took part in board decisions, for them to take away. */
export async function listPartsHeld(db: Connection, memberIds: readonly string[]) {
	if (memberIds.length === 0) return []
	const rows = await db
		.select({ decision: decisions.reference, minute: boardMinutes.minute })
		.from(boardMinutes)
		.innerJoin(decisions, eq(decisions.id, boardMinutes.decisionId))
		.innerJoin(members, eq(members.partnershipId, decisions.partnershipId))
		.where(inArray(members.id, [...memberIds]))
	return rows.flatMap(({ decision, minute }) =>
		minute.seats
			.filter(({ memberId }) => memberIds.includes(memberId))
			.map(({ right, part, substitute, interest, dispensation }) => ({
				decision,
				heldOn: minute.heldOn,
				right,
				part,
				substitute,
				interest,
				dispensation,
			})),
	)
}
