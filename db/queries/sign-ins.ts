import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { SignIn } from '../../app/domain/people/sign-in.ts'
import type { Connection } from '../database.ts'
import { signIns } from '../schema/index.ts'

export async function saveSignIn(db: Connection, signIn: SignIn) {
	await db.insert(signIns).values(signIn)
}

export async function findSignIn(db: Connection, id: string): Promise<SignIn | null> {
	const [row] = await db.select().from(signIns).where(eq(signIns.id, id))
	return row ?? null
}

export async function findSignInByLink(db: Connection, linkHash: string): Promise<SignIn | null> {
	const [row] = await db.select().from(signIns).where(eq(signIns.linkHash, linkHash))
	return row ?? null
}

/** How many e-mails this address was asked to be sent since then. */
export async function countSignIns(db: Connection, email: string, since: Date): Promise<number> {
	const [row] = await db
		.select({ asked: count() })
		.from(signIns)
		.where(and(eq(signIns.email, email), gt(signIns.askedAt, since)))
	return row?.asked ?? 0
}

export async function countWrongCode(db: Connection, id: string) {
	await db
		.update(signIns)
		.set({ wrongCodes: sql`${signIns.wrongCodes} + 1` })
		.where(eq(signIns.id, id))
}

export async function spendSignIn(db: Connection, id: string, now: Date) {
	await db
		.update(signIns)
		.set({ usedAt: now })
		.where(and(eq(signIns.id, id), isNull(signIns.usedAt)))
}

export async function deleteSignInsOf(db: Connection, email: string) {
	await db.delete(signIns).where(eq(signIns.email, email))
}

/** Addresses that were only typed are not kept for longer than the limit needs them. */
export async function deleteSignInsBefore(db: Connection, before: Date) {
	await db.delete(signIns).where(lt(signIns.askedAt, before))
}
