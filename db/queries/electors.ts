import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Elector } from '../../app/domain/decisions/decision.ts'
import type { Seated } from '../../app/domain/decisions/open.ts'
import type { Connection } from '../database.ts'
import { decisions, electors, members, persons, seats, voices } from '../schema/index.ts'

/** Everyone who belongs now and sits in the group, by voice and name: whom a question to it may ask. */
export async function listSeated(db: Connection, { partnershipId }: Place, groupId: string): Promise<Seated[]> {
	return await db
		.select({
			memberId: seats.memberId,
			name: persons.name,
			voiceId: voices.id,
			voice: voices.name,
			shape: voices.shape,
			role: members.role,
			votes: seats.votes,
			office: seats.office,
		})
		.from(seats)
		.innerJoin(members, eq(members.id, seats.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, members.voiceId))
		.where(and(eq(seats.groupId, groupId), eq(members.partnershipId, partnershipId), isNull(members.leftAt)))
		.orderBy(asc(voices.position), asc(persons.name), asc(seats.memberId))
}

/** In slices: both databases limit how many values one statement may carry. */
export async function addElectors(db: Connection, decisionId: string, roll: readonly Elector[], slice = 500) {
	const rows = roll.map(({ memberId, voiceId }) => ({
		decisionId,
		memberId,
		voiceId,
		hasVoted: false,
		ballotId: null,
		cameBy: null,
		help: null,
		helpedBy: null,
	}))
	for (let at = 0; at < rows.length; at += slice) await db.insert(electors).values(rows.slice(at, at + slice))
}

export async function listElectors(db: Connection, decisionId: string): Promise<Elector[]> {
	return await db
		.select({ memberId: electors.memberId, voiceId: electors.voiceId })
		.from(electors)
		.where(eq(electors.decisionId, decisionId))
		.orderBy(asc(electors.memberId))
}

/** The roll by voice and name, as it was fixed: nothing of who has voted. */
export async function listRoll(db: Connection, decisionId: string) {
	return await db
		.select({
			memberId: electors.memberId,
			name: persons.name,
			voiceId: voices.id,
			voice: voices.name,
			shape: voices.shape,
		})
		.from(electors)
		.innerJoin(members, eq(members.id, electors.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.innerJoin(voices, eq(voices.id, electors.voiceId))
		.where(eq(electors.decisionId, decisionId))
		.orderBy(asc(voices.position), asc(persons.name), asc(electors.memberId))
}

/** How each on the roll has voted so far: for those who take papers in, and where votes are named once they are closed. */
export async function listWaysVoted(db: Connection, decisionId: string): Promise<Map<string, Voted['cameBy'] | null>> {
	const rows = await db
		.select({ memberId: electors.memberId, cameBy: electors.cameBy })
		.from(electors)
		.where(eq(electors.decisionId, decisionId))
	return new Map(rows.map(({ memberId, cameBy }) => [memberId, cameBy]))
}

export async function findElector(db: Connection, decisionId: string, memberId: string) {
	const [row] = await db
		.select({
			memberId: electors.memberId,
			voiceId: electors.voiceId,
			hasVoted: electors.hasVoted,
			ballotId: electors.ballotId,
			cameBy: electors.cameBy,
			help: electors.help,
			helpedBy: electors.helpedBy,
		})
		.from(electors)
		.where(and(eq(electors.decisionId, decisionId), eq(electors.memberId, memberId)))
	return row ?? null
}

export interface Voted {
	/** The only link to the ballot; null for a paper, which has none. */
	ballotId: string | null
	cameBy: 'screen' | 'paper'
	help: 'beside' | 'supporter' | null
	helpedBy: string | null
}

export async function markVoted(db: Connection, decisionId: string, memberId: string, voted: Voted) {
	await db
		.update(electors)
		.set({ hasVoted: true, ...voted })
		.where(and(eq(electors.decisionId, decisionId), eq(electors.memberId, memberId)))
}

/** Noted by mistake: this person has not voted. */
export async function markNotVoted(db: Connection, decisionId: string, memberId: string) {
	await db
		.update(electors)
		.set({ hasVoted: false, ballotId: null, cameBy: null, help: null, helpedBy: null })
		.where(and(eq(electors.decisionId, decisionId), eq(electors.memberId, memberId)))
}

/** Destroys the only link between people and their secret ballots. */
export async function unlinkBallots(db: Connection, decisionId: string) {
	await db.update(electors).set({ ballotId: null }).where(eq(electors.decisionId, decisionId))
}

/** How many may vote and how many have. */
export async function findTurnout(db: Connection, decisionId: string): Promise<{ electors: number; voted: number }> {
	const [row] = await db.select(turnout).from(electors).where(eq(electors.decisionId, decisionId))
	return { electors: Number(row?.electors ?? 0), voted: Number(row?.voted ?? 0) }
}

/** The same for every decision of a partnership that has not ended, by decision id. */
export async function listTurnouts(
	db: Connection,
	{ partnershipId }: Place,
): Promise<Map<string, { electors: number; voted: number }>> {
	const rows = await db
		.select({ decisionId: electors.decisionId, ...turnout })
		.from(electors)
		.innerJoin(decisions, eq(decisions.id, electors.decisionId))
		.where(and(eq(decisions.partnershipId, partnershipId), inArray(decisions.state, ['open', 'counting'])))
		.groupBy(electors.decisionId)
	return new Map(
		rows.map(({ decisionId, ...row }) => [decisionId, { electors: Number(row.electors), voted: Number(row.voted) }]),
	)
}

const turnout = {
	electors: sql<number>`count(*)`,
	voted: sql<number>`sum(case when ${electors.hasVoted} then 1 else 0 end)`,
}
