import { and, asc, eq, isNull } from 'drizzle-orm'
import { type Membership, membership, type Place } from '../../app/domain/access/membership.ts'
import type { Connection } from '../database.ts'
import { given, prepared } from '../dialect/prepared.ts'
import { groups, members, partnerships, persons, seats, voices } from '../schema/index.ts'
import { noteAccessChange } from './access-changes.ts'

const presentMember = prepared((db) =>
	db
		.select({
			memberId: members.id,
			personId: members.personId,
			partnershipId: members.partnershipId,
			name: persons.name,
			voiceId: voices.id,
			voice: voices.name,
			role: members.role,
		})
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(
			and(
				eq(members.partnershipId, given('partnershipId')),
				eq(members.personId, given('personId')),
				isNull(members.leftAt),
			),
		)
		.prepare(),
)

const seatsHeld = prepared((db) =>
	db
		.select({ groupId: seats.groupId, votes: seats.votes, office: seats.office })
		.from(seats)
		.innerJoin(groups, eq(groups.id, seats.groupId))
		.where(and(eq(seats.memberId, given('memberId')), isNull(groups.closedAt)))
		.prepare(),
)

/** The proof that a person belongs to a partnership now: their voice, role and the seats they hold. */
export async function findMembership(
	db: Connection,
	{ partnershipId }: Place,
	personId: string,
): Promise<Membership | null> {
	const [row] = await presentMember(db).execute({ partnershipId, personId })
	if (!row) return null
	const { memberId } = row
	return membership({ ...row, seats: await seatsHeld(db).execute({ memberId }) })
}

/** The same by member id. */
export async function findMembershipOf(db: Connection, here: Place, memberId: string): Promise<Membership | null> {
	const [member] = await db.select({ personId: members.personId }).from(members).where(eq(members.id, memberId))
	return member ? await findMembership(db, here, member.personId) : null
}

export async function saveMember(db: Connection, member: typeof members.$inferInsert) {
	await db.insert(members).values(member)
}

export interface MemberRow {
	id: string
	partnershipId: string
	personId: string
	name: string
	voiceId: string
	voice: string
	shape: number
	role: 'facilitator' | 'member' | 'observer'
	joinedAt: Date
	leftAt: Date | null
}

const memberRow = {
	id: members.id,
	partnershipId: members.partnershipId,
	personId: members.personId,
	name: persons.name,
	voiceId: voices.id,
	voice: voices.name,
	shape: voices.shape,
	role: members.role,
	joinedAt: members.joinedAt,
	leftAt: members.leftAt,
}

/** Everyone who belongs now, by name. */
export async function listMembers(db: Connection, { partnershipId }: Place): Promise<MemberRow[]> {
	return await selectMembers(db)
		.where(and(eq(members.partnershipId, partnershipId), isNull(members.leftAt)))
		.orderBy(asc(persons.name), asc(members.id))
}

/** Also finds members who have left: their words and acts still stand. */
export async function findMember(db: Connection, { partnershipId }: Place, id: string): Promise<MemberRow | null> {
	const [row] = await selectMembers(db).where(and(eq(members.partnershipId, partnershipId), eq(members.id, id)))
	return row ?? null
}

function selectMembers(db: Connection) {
	return db
		.select(memberRow)
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.$dynamic()
}

/** The partnerships a person belongs to, for choosing where to go after signing in. */
export async function listPartnershipsOf(db: Connection, personId: string) {
	return await db
		.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name, role: members.role })
		.from(members)
		.innerJoin(partnerships, eq(partnerships.id, members.partnershipId))
		.where(and(eq(members.personId, personId), isNull(members.leftAt)))
		.orderBy(asc(partnerships.name))
}

export async function findAccessNeeds(db: Connection, { partnershipId }: Place, memberId: string) {
	const [row] = await db
		.select({ accessNeeds: members.accessNeeds })
		.from(members)
		.where(and(eq(members.partnershipId, partnershipId), eq(members.id, memberId)))
	return row?.accessNeeds ?? null
}

export async function changeMember(
	db: Connection,
	{ partnershipId }: Place,
	id: string,
	change: Partial<Pick<typeof members.$inferInsert, 'voiceId' | 'role' | 'accessNeeds' | 'leftAt'>>,
) {
	await db
		.update(members)
		.set(change)
		.where(and(eq(members.partnershipId, partnershipId), eq(members.id, id)))
	await noteAccessChange(db)
}
