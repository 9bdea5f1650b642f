import { asc, eq, inArray } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Minute } from '../../app/domain/decisions/board/minute.ts'
import type { Decision } from '../../app/domain/decisions/decision.ts'
import type { Connection } from '../database.ts'
import { boardCorrections, boardMinutes, bodyRules, decisions, members, persons, voices } from '../schema/index.ts'
import { listSeats } from './groups.ts'

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

export async function findMinute(db: Connection, decisionId: string): Promise<MinuteRow | null> {
	const [row] = await db.select().from(boardMinutes).where(eq(boardMinutes.decisionId, decisionId))
	return row ?? null
}

/** Oldest first. */
export async function listCorrections(db: Connection, decisionId: string): Promise<CorrectionRow[]> {
	return await db
		.select()
		.from(boardCorrections)
		.where(eq(boardCorrections.decisionId, decisionId))
		.orderBy(asc(boardCorrections.number))
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
	voice: string
	shape: number
}

/** What members are called now, by id, those who have left among them. */
export async function nameMembers(db: Connection, ids: readonly string[]): Promise<Map<string, NamedMember>> {
	if (ids.length === 0) return new Map()
	const rows = await db
		.select({ memberId: members.id, name: persons.name, voice: voices.name, shape: voices.shape })
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(inArray(members.id, [...ids]))
	return new Map(rows.map((row) => [row.memberId, row]))
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
