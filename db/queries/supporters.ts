import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Membership, Place } from '../../app/domain/access/membership.ts'
import type { Supporter } from '../../app/domain/people/supporter.ts'
import type { Connection } from '../database.ts'
import { electors, members, persons, supporters } from '../schema/index.ts'

export async function addSupporter(db: Connection, supporter: Supporter) {
	await db.insert(supporters).values(supporter)
}

export async function findSupporter(db: Connection, { partnershipId }: Place, id: string): Promise<Supporter | null> {
	const [row] = await db
		.select()
		.from(supporters)
		.where(and(eq(supporters.id, id), eq(supporters.partnershipId, partnershipId)))
	return row ?? null
}

export async function endSupport(db: Connection, id: string, endedAt: Date) {
	await db.update(supporters).set({ endedAt }).where(eq(supporters.id, id))
}

/** What stands between these two now; null when the one does not help the other. */
export async function findStanding(
	db: Connection,
	{ partnershipId, memberId: supporterId }: Membership,
	memberId: string,
	now: Date,
): Promise<Supporter | null> {
	const [row] = await db
		.select()
		.from(supporters)
		.where(
			and(
				eq(supporters.partnershipId, partnershipId),
				eq(supporters.supporterId, supporterId),
				eq(supporters.memberId, memberId),
				...standing(now),
			),
		)
	return row ?? null
}

export interface NamedSupporter extends Supporter {
	/** Of the other of the two. */
	name: string
}

/** Who helps this member now. */
export async function listSupportersOf(db: Connection, memberId: string, now: Date): Promise<NamedSupporter[]> {
	const rows = await db
		.select({ support: supporters, name: persons.name })
		.from(supporters)
		.innerJoin(members, eq(members.id, supporters.supporterId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(and(eq(supporters.memberId, memberId), ...standing(now)))
		.orderBy(asc(persons.name), asc(supporters.id))
	return rows.map(({ support, name }) => ({ ...support, name }))
}

/** Whom this member helps now. */
export async function listSupportedBy(db: Connection, supporterId: string, now: Date): Promise<NamedSupporter[]> {
	const rows = await db
		.select({ support: supporters, name: persons.name })
		.from(supporters)
		.innerJoin(members, eq(members.id, supporters.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(and(eq(supporters.supporterId, supporterId), ...standing(now)))
		.orderBy(asc(persons.name), asc(supporters.id))
	return rows.map(({ support, name }) => ({ ...support, name }))
}

/** Those of them who are on a decision's roll. */
export async function listSupportedElectors(
	db: Connection,
	decisionId: string,
	supporterId: string,
	now: Date,
): Promise<{ memberId: string; name: string }[]> {
	return await db
		.select({ memberId: electors.memberId, name: persons.name })
		.from(supporters)
		.innerJoin(electors, and(eq(electors.memberId, supporters.memberId), eq(electors.decisionId, decisionId)))
		.innerJoin(members, eq(members.id, supporters.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(and(eq(supporters.supporterId, supporterId), eq(supporters.scope, 'votes'), ...standing(now)))
		.orderBy(asc(persons.name), asc(electors.memberId))
}

/** On either side: somebody who leaves helps nobody and is helped by nobody, also if they come back. */
export async function listSupportWith(db: Connection, memberId: string): Promise<Supporter[]> {
	return await db
		.select()
		.from(supporters)
		.where(and(or(eq(supporters.memberId, memberId), eq(supporters.supporterId, memberId)), isNull(supporters.endedAt)))
}

const standing = (now: Date) => [isNull(supporters.endedAt), gt(supporters.until, now)]
