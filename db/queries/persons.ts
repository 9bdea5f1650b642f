import { asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { members, persons } from '../schema/index.ts'
import { noteAccessChange } from './access-changes.ts'

export type Person = typeof persons.$inferSelect

export async function findPerson(db: Connection, id: string): Promise<Person | null> {
	const [row] = await db.select().from(persons).where(eq(persons.id, id))
	return row ?? null
}

/** `email` in lower case, as it is stored. */
export async function findPersonByEmail(db: Connection, email: string): Promise<Person | null> {
	const [row] = await db.select().from(persons).where(eq(persons.email, email))
	return row ?? null
}

export async function savePerson(db: Connection, person: Pick<Person, 'id' | 'name' | 'email' | 'createdAt'>) {
	await db.insert(persons).values(person)
}

export async function changePerson(
	db: Connection,
	id: string,
	change: Partial<Pick<Person, 'name' | 'email' | 'contact' | 'noVoteLetters' | 'erasedAt'>>,
) {
	await db.update(persons).set(change).where(eq(persons.id, id))
}

/** Every membership a person has or had, with what only they and the facilitators may read. */
export async function listMembershipsOf(db: Connection, personId: string) {
	return await db.select().from(members).where(eq(members.personId, personId)).orderBy(asc(members.joinedAt))
}

/** The contact details that facilitators may use, by member, of those who gave any. */
export async function listContacts(db: Connection, memberIds: string[]) {
	if (memberIds.length === 0) return []
	return await db
		.select({ memberId: members.id, email: persons.email, contact: persons.contact })
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(inArray(members.id, memberIds))
}

/** A former member who comes back keeps their row, so that what they wrote is theirs again. */
export async function returnMember(
	db: Connection,
	memberId: string,
	{ voiceId, role, joinedAt }: Pick<typeof members.$inferInsert, 'voiceId' | 'role' | 'joinedAt'>,
) {
	await db.update(members).set({ voiceId, role, joinedAt, leftAt: null }).where(eq(members.id, memberId))
	await noteAccessChange(db)
}

/** Everyone who can be chosen on the demonstration's sign-in page. */
export async function listPersons(db: Connection) {
	return await db.select().from(persons).where(isNull(persons.erasedAt)).orderBy(asc(persons.createdAt))
}
