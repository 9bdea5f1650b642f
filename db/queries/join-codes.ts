import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { JoinCode } from '../../app/domain/people/join-code.ts'
import type { Connection } from '../database.ts'
import { joinCodes } from '../schema/index.ts'

export async function saveJoinCode(db: Connection, joinCode: JoinCode) {
	await db.insert(joinCodes).values(joinCode)
}

/** By what was typed, before anybody knows which partnership it belongs to. */
export async function findJoinCodeByHash(db: Connection, codeHash: string): Promise<JoinCode | null> {
	const [row] = await db.select().from(joinCodes).where(eq(joinCodes.codeHash, codeHash))
	return row ?? null
}

export async function findJoinCode(db: Connection, { partnershipId }: Place, id: string): Promise<JoinCode | null> {
	const [row] = await db
		.select()
		.from(joinCodes)
		.where(and(eq(joinCodes.id, id), eq(joinCodes.partnershipId, partnershipId)))
	return row ?? null
}

/** Invitations in the given states, in the order they were made. */
export async function listInvitations(
	db: Connection,
	{ partnershipId }: Place,
	states: JoinCode['state'][],
): Promise<JoinCode[]> {
	return await db
		.select()
		.from(joinCodes)
		.where(
			and(
				eq(joinCodes.partnershipId, partnershipId),
				eq(joinCodes.kind, 'invitation'),
				inArray(joinCodes.state, states),
			),
		)
		.orderBy(asc(joinCodes.createdAt), asc(joinCodes.name), asc(joinCodes.id))
}

/** The cards that let this member in now, newest first. */
export async function listCardsOf(db: Connection, memberId: string): Promise<JoinCode[]> {
	return await db
		.select()
		.from(joinCodes)
		.where(and(eq(joinCodes.memberId, memberId), eq(joinCodes.kind, 'card'), eq(joinCodes.state, 'live')))
		.orderBy(desc(joinCodes.createdAt))
}

export async function changeJoinCode(
	db: Connection,
	id: string,
	change: Partial<Pick<JoinCode, 'kind' | 'codeHash' | 'memberId' | 'state' | 'expiresAt' | 'lastUsedAt'>>,
) {
	await db.update(joinCodes).set(change).where(eq(joinCodes.id, id))
}

export async function deleteInvitation(db: Connection, id: string) {
	await db.delete(joinCodes).where(and(eq(joinCodes.id, id), eq(joinCodes.state, 'waiting')))
}

/** Ends every way in of these members and empties the names and addresses that stood on them. */
export async function eraseJoinCodes(db: Connection, memberIds: string[], email: string | null, name: string) {
	const theirs = memberIds.length > 0 ? inArray(joinCodes.memberId, memberIds) : undefined
	const addressed = email ? eq(joinCodes.email, email) : undefined
	if (!theirs && !addressed) return
	await db.update(joinCodes).set({ name, email: null, state: 'revoked' }).where(or(theirs, addressed))
}
