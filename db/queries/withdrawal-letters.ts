import { and, asc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Connection } from '../database.ts'
import { decisions, electors, members, persons, withdrawalLetters } from '../schema/index.ts'

/** A claimed letter whose sending never ended, or failed, is tried again after this long, in milliseconds. */
const againAfter = 10 * 60_000

/** So one that went, but whose sender stopped before it could say so, goes a second time and no more. */
export const mostTries = 2

/** They still belong here, have given an address and want e-mails about votes. */
const isReachable = and(isNull(members.leftAt), isNotNull(persons.email), eq(persons.noVoteLetters, false))

/** To all who may vote and can be written to: everybody on the roll alike, whether they have voted or not. */
export async function addWithdrawalLetters(db: Connection, decisionId: string, option: string, slice = 500) {
	const roll = await db
		.select({ memberId: electors.memberId })
		.from(electors)
		.innerJoin(members, eq(members.id, electors.memberId))
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(and(eq(electors.decisionId, decisionId), isReachable))
		.orderBy(asc(electors.memberId))
	const rows = roll.map(({ memberId }) => ({ decisionId, option, memberId, tries: 0, triedAt: null }))
	for (let at = 0; at < rows.length; at += slice) await db.insert(withdrawalLetters).values(rows.slice(at, at + slice))
}

export type WithdrawalLetter = Pick<
	typeof withdrawalLetters.$inferSelect,
	'decisionId' | 'option' | 'memberId' | 'tries'
>

/** The next letter to send, from now on this caller's; null when none is due. Inside a write, so that no two get the same. */
export async function claimWithdrawalLetter(
	db: Connection,
	now: Date,
): Promise<(WithdrawalLetter & { partnershipId: string }) | null> {
	const { decisionId, option, memberId, tries, triedAt } = withdrawalLetters
	const [next] = await db
		.select({ decisionId, option, memberId, tries, partnershipId: decisions.partnershipId })
		.from(withdrawalLetters)
		.innerJoin(decisions, eq(decisions.id, decisionId))
		.where(or(isNull(triedAt), lte(triedAt, new Date(now.getTime() - againAfter))))
		.orderBy(asc(tries), asc(decisionId), asc(option), asc(memberId))
		.limit(1)
	if (!next) return null
	const claimed = { ...next, tries: next.tries + 1 }
	await db.update(withdrawalLetters).set({ tries: claimed.tries, triedAt: now }).where(isLetter(next))
	return claimed
}

export async function deleteWithdrawalLetter(db: Connection, letter: WithdrawalLetter) {
	await db.delete(withdrawalLetters).where(isLetter(letter))
}

function isLetter({ decisionId, option, memberId }: Omit<WithdrawalLetter, 'tries'>) {
	return and(
		eq(withdrawalLetters.decisionId, decisionId),
		eq(withdrawalLetters.option, option),
		eq(withdrawalLetters.memberId, memberId),
	)
}

/** Somebody on the list, as they are now; null when they have left, or want no letter, since it was made. */
export async function findReachable(db: Connection, memberId: string): Promise<{ name: string; to: string } | null> {
	const [row] = await db
		.select({ name: persons.name, to: persons.email })
		.from(members)
		.innerJoin(persons, eq(persons.id, members.personId))
		.where(and(eq(members.id, memberId), isReachable))
	return row?.to ? { name: row.name, to: row.to } : null
}
