import { and, asc, count, eq, type SQL } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { VerdictAnswer } from '../../app/domain/actions/action.ts'
import { areShownNow, noVerdicts, tallyVerdicts, type VerdictTally } from '../../app/domain/actions/verdict.ts'
import type { Connection } from '../database.ts'
import { actions, decisions, verdictGivers, verdicts, versions } from '../schema/index.ts'

export interface ActionTally {
	actionId: string
	tally: VerdictTally
}

const isShown = eq(verdicts.waiting, false)

/** People's answers counted by action, for all the actions of a partnership. Those that wait are not in it. */
export async function tallyAllVerdicts(db: Connection, { partnershipId }: Place): Promise<ActionTally[]> {
	return await tallyVerdictsOf(db, eq(actions.partnershipId, partnershipId))
}

export async function tallyVerdictsOfAction(db: Connection, actionId: string): Promise<VerdictTally> {
	const [found] = await tallyVerdictsOf(db, eq(verdicts.actionId, actionId))
	return found?.tally ?? noVerdicts
}

/** The same for the actions that `which` picks, by columns of actions, decisions and versions. */
export async function tallyVerdictsOf(db: Connection, which: SQL): Promise<ActionTally[]> {
	const rows = await db
		.select({ actionId: verdicts.actionId, answer: verdicts.answer, count: count() })
		.from(verdicts)
		.innerJoin(actions, eq(actions.id, verdicts.actionId))
		.innerJoin(decisions, eq(decisions.id, actions.decisionId))
		.innerJoin(versions, eq(versions.id, decisions.versionId))
		.where(and(which, isShown))
		.groupBy(verdicts.actionId, verdicts.answer)
	const counts = new Map<string, { answer: VerdictAnswer; count: number }[]>()
	for (const row of rows) counts.set(row.actionId, [...(counts.get(row.actionId) ?? []), row])
	return Array.from(counts, ([actionId, answers]) => ({ actionId, tally: tallyVerdicts(answers) }))
}

/** What people wrote with their answers, and nothing that says which answer or in what order. */
export async function listVerdictWords(db: Connection, actionId: string): Promise<string[]> {
	const rows = await db
		.select({ words: verdicts.words })
		.from(verdicts)
		.where(and(eq(verdicts.actionId, actionId), isShown))
		.orderBy(asc(verdicts.id))
	return rows.map(({ words }) => words).filter(Boolean)
}

export async function hasGivenVerdict(db: Connection, actionId: string, memberId: string): Promise<boolean> {
	const rows = await db
		.select({ memberId: verdictGivers.memberId })
		.from(verdictGivers)
		.where(and(eq(verdictGivers.actionId, actionId), eq(verdictGivers.memberId, memberId)))
	return rows.length > 0
}

/**
 * Everybody who has answered is written anew, in a random order: which answers came last can be seen from those that wait,
 * so who answered last must not be.
 */
export async function saveVerdictGiver(db: Connection, actionId: string, memberId: string, newId: () => string) {
	const earlier = await db
		.delete(verdictGivers)
		.where(eq(verdictGivers.actionId, actionId))
		.returning({ actionId: verdictGivers.actionId, memberId: verdictGivers.memberId })
	const rows = [...earlier, { actionId, memberId }].map((row) => ({ row, lot: newId() }))
	for (const { row } of rows.sort((a, b) => (a.lot < b.lot ? -1 : 1))) await db.insert(verdictGivers).values(row)
}

/**
 * Adds an answer so that nothing joins it to the row that says who answered. Both tables keep the order in which rows
 * came, whatever their keys say, so all the action's answers are written anew, under new ids and in their order, which
 * is a random one. It waits until `areShownNow`, and then all that wait are shown at once.
 */
export async function saveVerdict(
	db: Connection,
	verdict: { actionId: string; answer: VerdictAnswer; words: string },
	newId: () => string,
) {
	const { actionId } = verdict
	const earlier = await db.delete(verdicts).where(eq(verdicts.actionId, actionId)).returning({
		actionId: verdicts.actionId,
		answer: verdicts.answer,
		words: verdicts.words,
		waiting: verdicts.waiting,
	})
	const all = [...earlier, { ...verdict, waiting: true }]
	const isShownNow = areShownNow(all.filter(({ waiting }) => waiting).length)
	const rows = all.map((row) => ({ ...row, id: newId(), waiting: row.waiting && !isShownNow }))
	for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) await db.insert(verdicts).values(row)
}
