import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Office, Place } from '../../app/domain/access/membership.ts'
import type { Group } from '../../app/domain/people/group.ts'
import type { Connection } from '../database.ts'
import { groups, members, persons, seats, voices } from '../schema/index.ts'
import { noteAccessChange } from './access-changes.ts'

export async function findGroup(db: Connection, { partnershipId }: Place, id: string): Promise<Group | null> {
	const [row] = await db
		.select()
		.from(groups)
		.where(and(eq(groups.id, id), eq(groups.partnershipId, partnershipId)))
	return row ?? null
}

/** Open groups, by name, circles among them: the caller shows only what the reader may see (`maySeeGroup`). */
export async function listGroups(db: Connection, { partnershipId }: Place): Promise<Group[]> {
	return await db
		.select()
		.from(groups)
		.where(and(eq(groups.partnershipId, partnershipId), isNull(groups.closedAt)))
		.orderBy(asc(groups.name), asc(groups.id))
}

export async function saveGroup(db: Connection, group: Group) {
	await db.insert(groups).values(group)
}

export async function closeGroupRow(db: Connection, id: string, now: Date) {
	await db.update(groups).set({ closedAt: now }).where(eq(groups.id, id))
	await noteAccessChange(db)
}

export interface SeatRow {
	groupId: string
	memberId: string
	name: string
	voiceId: string
	voice: string
	shape: number
	votes: boolean
	office: Office
	since: Date
}

/** Who sits in a group, longest first. */
export async function listSeats(db: Connection, { partnershipId }: Place, groupId: string): Promise<SeatRow[]> {
	return await selectSeats(db)
		.where(and(eq(groups.partnershipId, partnershipId), eq(seats.groupId, groupId)))
		.orderBy(asc(seats.since), asc(persons.name), asc(seats.memberId))
}

/** Every seat of every open group of the partnership. */
export async function listAllSeats(db: Connection, { partnershipId }: Place): Promise<SeatRow[]> {
	return await selectSeats(db)
		.where(and(eq(groups.partnershipId, partnershipId), isNull(groups.closedAt)))
		.orderBy(asc(seats.since), asc(persons.name), asc(seats.memberId))
}

function selectSeats(db: Connection) {
	return db
		.select({
			groupId: seats.groupId,
			memberId: seats.memberId,
			name: persons.name,
			voiceId: voices.id,
			voice: voices.name,
			shape: voices.shape,
			votes: seats.votes,
			office: seats.office,
			since: seats.since,
		})
		.from(seats)
		.innerJoin(groups, eq(groups.id, seats.groupId))
		.innerJoin(members, eq(members.id, seats.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.$dynamic()
}

/** Members who hold an office in a group, or are facilitators: `mayRunGroup` says which of them run it. */
export async function listOfficers(db: Connection, { partnershipId }: Place, groupId: string): Promise<string[]> {
	const rows = await db
		.select({ memberId: members.id })
		.from(members)
		.leftJoin(seats, and(eq(seats.memberId, members.id), eq(seats.groupId, groupId)))
		.where(
			and(
				eq(members.partnershipId, partnershipId),
				isNull(members.leftAt),
				or(eq(members.role, 'facilitator'), inArray(seats.office, ['chair', 'clerk'])),
			),
		)
		.orderBy(asc(members.id))
	return rows.map(({ memberId }) => memberId)
}

/** The groups a member sits in, closed ones too. */
export async function listGroupsOfMember(db: Connection, memberId: string): Promise<Group[]> {
	const rows = await db
		.select({ group: groups })
		.from(seats)
		.innerJoin(groups, eq(groups.id, seats.groupId))
		.where(eq(seats.memberId, memberId))
		.orderBy(asc(groups.name))
	return rows.map(({ group }) => group)
}

export async function findSeat(db: Connection, groupId: string, memberId: string) {
	const [row] = await db
		.select()
		.from(seats)
		.where(and(eq(seats.groupId, groupId), eq(seats.memberId, memberId)))
	return row ?? null
}

export async function saveSeat(db: Connection, seat: typeof seats.$inferInsert) {
	await db
		.insert(seats)
		.values(seat)
		.onConflictDoUpdate({
			target: [seats.groupId, seats.memberId],
			set: { votes: seat.votes, office: seat.office },
		})
	await noteAccessChange(db)
}

export async function deleteSeat(db: Connection, groupId: string, memberId: string) {
	await db.delete(seats).where(and(eq(seats.groupId, groupId), eq(seats.memberId, memberId)))
	await noteAccessChange(db)
}
