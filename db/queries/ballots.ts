import { and, asc, eq, ne } from 'drizzle-orm'
import type { Ballot } from '../../app/domain/decisions/decision.ts'
import type { Connection } from '../database.ts'
import { ballotSalts, ballots } from '../schema/index.ts'

export type KeptBallot = Ballot & { decisionId: string; receiptHash: string }

export async function findBallot(db: Connection, id: string): Promise<KeptBallot | null> {
	const [row] = await db.select().from(ballots).where(eq(ballots.id, id))
	return row ?? null
}

export async function findBallotByReceipt(
	db: Connection,
	decisionId: string,
	receiptHash: string,
): Promise<KeptBallot | null> {
	const [row] = await db
		.select()
		.from(ballots)
		.where(and(eq(ballots.decisionId, decisionId), eq(ballots.receiptHash, receiptHash)))
	return row ?? null
}

/** By id, which says nothing of who or when. */
export async function listBallots(db: Connection, decisionId: string): Promise<KeptBallot[]> {
	return await db.select().from(ballots).where(eq(ballots.decisionId, decisionId)).orderBy(asc(ballots.id))
}

/** The reasons that were given, with what they were given for, in the same order. */
export async function listReasons(
	db: Connection,
	decisionId: string,
): Promise<Pick<KeptBallot, 'id' | 'answer' | 'reason'>[]> {
	return await db
		.select({ id: ballots.id, answer: ballots.answer, reason: ballots.reason })
		.from(ballots)
		.where(and(eq(ballots.decisionId, decisionId), ne(ballots.reason, '')))
		.orderBy(asc(ballots.id))
}

/** Of a closed vote each ballot says its voice, or none does (''). Null where there is no ballot. */
export async function findBallotsVoice(db: Connection, decisionId: string): Promise<string | null> {
	const [row] = await db
		.select({ voiceId: ballots.voiceId })
		.from(ballots)
		.where(eq(ballots.decisionId, decisionId))
		.limit(1)
	return row?.voiceId ?? null
}

/** Of one decision, or of all there are. */
export async function countBallots(db: Connection, decisionId?: string): Promise<number> {
	return await db.$count(ballots, decisionId === undefined ? undefined : eq(ballots.decisionId, decisionId))
}

export async function saveBallot(db: Connection, ballot: KeptBallot) {
	const { answer, reason, receiptHash } = ballot
	await db
		.insert(ballots)
		.values(ballot)
		.onConflictDoUpdate({ target: ballots.id, set: { answer, reason, receiptHash } })
}

export async function deleteBallots(db: Connection, decisionId: string) {
	await db.delete(ballots).where(eq(ballots.decisionId, decisionId))
}

/** In slices: both databases limit how many values one statement may carry. */
export async function addBallots(db: Connection, all: readonly KeptBallot[], slice = 500) {
	for (let at = 0; at < all.length; at += slice) await db.insert(ballots).values(all.slice(at, at + slice))
}

/** Null for votes that closed before there was one. Nothing shows it to anybody. */
export async function findBallotSalt(db: Connection, decisionId: string): Promise<string | null> {
	const [row] = await db.select().from(ballotSalts).where(eq(ballotSalts.decisionId, decisionId))
	return row?.salt ?? null
}

export async function saveBallotSalt(db: Connection, decisionId: string, salt: string) {
	await db
		.insert(ballotSalts)
		.values({ decisionId, salt })
		.onConflictDoUpdate({ target: ballotSalts.decisionId, set: { salt } })
}
