import { and, desc, eq, gt, gte, isNull, ne, or } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { given, givenAs, prepared } from '../dialect/prepared.ts'
import { persons, sessions } from '../schema/index.ts'
import { noteAccessChange } from './access-changes.ts'

/** A shared device is signed out after this long without use. */
export const sharedIdleMs = 15 * 60_000
const touchEveryMs = 60_000

export interface Session {
	id: string
	personId: string
	personName: string
	sharedDevice: boolean
	lastSeenAt: Date
	expiresAt: Date
}

export async function saveSession(db: Connection, session: typeof sessions.$inferInsert) {
	await db.insert(sessions).values(session)
}

const byToken = prepared((db) =>
	db
		.select({
			id: sessions.id,
			personId: sessions.personId,
			personName: persons.name,
			sharedDevice: sessions.sharedDevice,
			lastSeenAt: sessions.lastSeenAt,
			expiresAt: sessions.expiresAt,
		})
		.from(sessions)
		.innerJoin(persons, eq(persons.id, sessions.personId))
		.where(
			and(
				eq(sessions.tokenHash, given('tokenHash')),
				isNull(sessions.endedAt),
				gt(sessions.expiresAt, givenAs('now', sessions.expiresAt)),
			),
		)
		.prepare(),
)

/** The live session behind a cookie, or null when it was ended, has expired, or was idle too long on a shared device. */
export async function findSession(db: Connection, tokenHash: string, now: Date): Promise<Session | null> {
	const [row] = await byToken(db).execute({ tokenHash, now })
	return !row || hasRunOut(row, now) ? null : row
}

/** Time alone has ended it. */
export function hasRunOut({ expiresAt, sharedDevice, lastSeenAt }: Session, now: Date): boolean {
	return expiresAt <= now || (sharedDevice && now.getTime() - lastSeenAt.getTime() > sharedIdleMs)
}

/** Whether `lastSeenAt` is old enough to be worth writing again. */
export function isStale(session: Session, now: Date): boolean {
	return now.getTime() - session.lastSeenAt.getTime() > touchEveryMs
}

export async function touchSession(db: Connection, id: string, now: Date) {
	await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id))
}

/** Where a person is signed in now. */
export async function listSessions(db: Connection, personId: string, now: Date) {
	return await db
		.select()
		.from(sessions)
		.where(
			and(
				eq(sessions.personId, personId),
				isNull(sessions.endedAt),
				gt(sessions.expiresAt, now),
				or(eq(sessions.sharedDevice, false), gte(sessions.lastSeenAt, new Date(now.getTime() - sharedIdleMs))),
			),
		)
		.orderBy(desc(sessions.lastSeenAt))
}

export async function endSession(db: Connection, personId: string, id: string, now: Date) {
	await db
		.update(sessions)
		.set({ endedAt: now })
		.where(and(eq(sessions.id, id), eq(sessions.personId, personId), isNull(sessions.endedAt)))
	await noteAccessChange(db)
}

export async function endSessions(db: Connection, personId: string, now: Date) {
	await db
		.update(sessions)
		.set({ endedAt: now })
		.where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
	await noteAccessChange(db)
}

export async function endOtherSessions(db: Connection, personId: string, keptId: string, now: Date) {
	await db
		.update(sessions)
		.set({ endedAt: now })
		.where(and(eq(sessions.personId, personId), ne(sessions.id, keptId), isNull(sessions.endedAt)))
	await noteAccessChange(db)
}
