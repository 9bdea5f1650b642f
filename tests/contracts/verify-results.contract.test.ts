import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Decision } from '../../app/domain/decisions/decision.ts'
import type { Difference } from '../../app/domain/decisions/verify-result.ts'
import { fingerprint } from '../../app/domain/fingerprint.ts'
import { approveBoardDecision } from '../../app/features/decisions/board/approve-board-decision.server.ts'
import { correctBoardDecision } from '../../app/features/decisions/board/correct-board-decision.server.ts'
import { closeDueDecisions } from '../../app/features/decisions/close-due-decisions.server.ts'
import { stopDecision } from '../../app/features/decisions/stop-decision.server.ts'
import { verifyResults } from '../../app/features/decisions/verify-results.server.ts'
import { withdrawOption } from '../../app/features/decisions/withdraw-option.server.ts'
import { writeOutcome } from '../../app/features/decisions/write-outcome.server.ts'
import { newId } from '../../app/http/new-id.ts'
import type { Connection } from '../../db/database.ts'
import { listBallots } from '../../db/queries/ballots.ts'
import { findDecision } from '../../db/queries/decisions.ts'
import { recordEvent } from '../../db/queries/record.ts'
import * as schema from '../../db/schema/index.ts'
import { givenGroup, givenMember } from '../factories.ts'
import { givenBoard, nextDay, nextMeeting } from '../given-board.ts'
import { closes, during, givenVotes, named, secret } from '../given-votes.ts'

const { decisions, electors, ballots, ballotSalts, boardMinutes, boardCorrections } = schema
const { scratch, db, given, opened, cast } = await givenVotes()
const board = await givenBoard()
afterAll(() => Promise.all([scratch.remove(), board.scratch.remove()]))

const options = [
	{ id: 'A', name: 'Weekend breaks', cost: 6_000_00 },
	{ id: 'B', name: 'Night sitting', cost: 5_000_00 },
	{ id: 'C', name: 'A minibus', cost: 4_000_00 },
]
const approval = { method: 'approval' as const, options }
const choosing = { quorum: 0, showsStanding: false, seats: 1 }
const votes: Record<'agreed' | 'few' | 'many' | 'open' | 'stopped' | 'board', Decision> = {} as never

beforeAll(async () => {
	const { citizen, commissioner, provider, facilitator } = given
	const three = [citizen, commissioner, provider]
	votes.agreed = await opened({ rules: named })
	votes.few = await opened({ rules: { ...secret, quorum: 0 } })
	for (const who of three) for (const { id } of [votes.agreed, votes.few]) await cast(who, id, 'for')

	const neighbours = []
	for (let at = 0; at < 6; at++)
		neighbours.push(await givenMember(db, given.place, { name: `Neighbour ${at}`, voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		neighbours.map((member) => ({ member })),
	)
	votes.many = await opened({ ...approval, groupId: group.id, rules: { ...choosing, secrecy: 'secret' } })
	for (const [at, who] of neighbours.entries()) await cast(who, votes.many.id, { marks: { [at < 4 ? 'A' : 'B']: 1 } })
	await withdrawOption(db, facilitator, votes.many.id, { option: 'C', reason: 'It was sold.' }, during)
	await closeDueDecisions(db, closes)
	await writeOutcome(db, facilitator, votes.agreed.id, 'The board was told.', closes)

	votes.open = await opened({ ...approval, rules: { ...choosing, secrecy: 'secret' } })
	await cast(citizen, votes.open.id, { marks: { A: 1 } })
	await withdrawOption(db, facilitator, votes.open.id, { option: 'C', reason: 'It was sold.' }, during)
	votes.stopped = await opened({ rules: secret })
	await cast(citizen, votes.stopped.id, 'for')
	await stopDecision(db, facilitator, votes.stopped.id, 'The wrong words.', during)

	await board.ruled()
	votes.board = await board.recorded()
	const entry = board.entry({ provider: 'against' })
	const correction = { id: newId(), entry, reason: 'Ola voted against.', base: 0 }
	await correctBoardDecision(board.db, board.clerk, votes.board.id, correction, nextDay)
	const approved = { day: '2026-07-12', elsewhere: true, checked: '2026-07-12', base: 1 }
	expect(await approveBoardDecision(board.db, board.chair, votes.board.id, approved, nextMeeting)).not.toHaveProperty(
		'refused',
	)
})

class RolledBack extends Error {}

/** What is found of what was done to the database, none of which stays. */
async function foundAfter(database: typeof db, here: typeof given.place, tamper: (tx: Connection) => Promise<unknown>) {
	let found: Awaited<ReturnType<typeof verifyResults>> | null = null
	const writing = database.write(async (tx) => {
		await tamper(tx)
		found = await verifyResults(tx, here)
		throw new RolledBack()
	})
	await expect(writing).rejects.toBeInstanceOf(RolledBack)
	return found!
}

function set(tx: Connection, { id }: Decision, change: Partial<typeof decisions.$inferInsert>) {
	return tx.update(decisions).set(change).where(eq(decisions.id, id))
}

async function remove(tx: Connection, { id }: Decision) {
	for (const table of [ballots, electors, ballotSalts, boardCorrections, boardMinutes, schema.withdrawalLetters])
		await tx.delete(table).where(eq(table.decisionId, id))
	await tx.delete(decisions).where(eq(decisions.id, id))
}

/** As if a removal of words had left this behind. */
function vouch(tx: Connection, { id, partnershipId }: Decision, details: Record<string, string>) {
	const about = { partnershipId, subjectId: id, actorId: null, at: closes }
	return recordEvent(tx, { ...about, kind: 'words-removed', details })
}

async function forge(tx: Connection, vote: Decision, change: object) {
	const { result } = (await findDecision(tx, given.place, vote.id))!
	const forged = { ...result, ...change }
	await set(tx, vote, { result: forged as never })
	await vouch(tx, vote, { result: fingerprint(forged) })
}

test('what was cast, withdrawn, closed, stopped, entered, corrected and approved honestly is in order', async () => {
	const found = await verifyResults(db.read, given.place)
	expect(found).toMatchObject({ checked: 3, others: 2, different: [] })
	expect(found.unchecked).toEqual([
		{ reference: votes.many.reference, unchecked: ['voices'] },
		{ reference: votes.open.reference, unchecked: ['ballots-while-open'] },
		{ reference: votes.stopped.reference, unchecked: ['why-stopped'] },
	])
	expect(await verifyResults(board.db.read, board.given.place)).toEqual({
		checked: 1,
		others: 0,
		different: [],
		unchecked: [],
	})
})

type Vote = keyof typeof votes
type Tamper = (tx: Connection, vote: Decision) => Promise<unknown>
const marks = (id: string) => ({ marks: { [id]: 1 } })

test.each<[string, Vote, Tamper, Difference[]]>([
	['a closed vote taken away', 'agreed', remove, ['gone']],
	['an open vote taken away', 'open', remove, ['gone']],
	[
		'a closed vote opened again',
		'agreed',
		(tx, vote) => set(tx, vote, { state: 'open', closedAt: null, result: null }),
		['closing-undone'],
	],
	['a closed vote counted again', 'agreed', (tx, vote) => set(tx, vote, { state: 'counting' }), ['closing-undone']],
	[
		'a closed vote stopped',
		'agreed',
		(tx, vote) => set(tx, vote, { state: 'stopped', stoppedReason: 'So.', result: null }),
		['closing-undone'],
	],
	[
		'a stopped vote opened again',
		'stopped',
		(tx, vote) => set(tx, vote, { state: 'open', closedAt: null, stoppedReason: null }),
		['stopping-undone'],
	],
	[
		'an open vote stopped',
		'open',
		(tx, vote) => set(tx, vote, { state: 'stopped', stoppedReason: 'So.', closedAt: during }),
		['not-recorded'],
	],
	['the moment of the close', 'agreed', (tx, vote) => set(tx, vote, { closedAt: during }), ['ending-moved']],
	['the moment of stopping', 'stopped', (tx, vote) => set(tx, vote, { closedAt: closes }), ['ending-moved']],
	['a reference', 'agreed', (tx, vote) => set(tx, vote, { reference: 'DEC-2026-099' }), ['opening-changed']],
	['the group', 'many', (tx, vote) => set(tx, vote, { groupId: given.group.id }), ['opening-changed']],
	['who opened it', 'open', (tx, vote) => set(tx, vote, { openedBy: given.citizen.memberId }), ['opening-changed']],
	[
		'the kind, so that it passes for a board’s',
		'agreed',
		(tx, vote) => set(tx, vote, { kind: 'board-decision' }),
		['opening-changed', 'seal-changed'],
	],
	['the question of an open vote', 'open', (tx, vote) => set(tx, vote, { question: 'Or this?' }), ['seal-changed']],
	[
		'the options of an open vote',
		'open',
		(tx, vote) => set(tx, vote, { options: [{ id: 'A', name: 'Nothing' }, ...options.slice(1)] }),
		['seal-changed'],
	],
	[
		'the rules of an open vote',
		'open',
		(tx, vote) => set(tx, vote, { rules: { ...vote.rules, quorum: 9 } as never }),
		['seal-changed'],
	],
	[
		'the tie order of an open vote',
		'open',
		(tx, vote) => set(tx, vote, { tieOrder: [...vote.tieOrder].reverse() }),
		['seal-changed', 'lot-changed'],
	],
	['a withdrawal of an open vote', 'open', (tx, vote) => set(tx, vote, { withdrawn: [] }), ['withdrawals-changed']],
	[
		'an elector of an open vote',
		'open',
		(tx, { id }) =>
			tx.delete(electors).where(and(eq(electors.decisionId, id), eq(electors.memberId, given.provider.memberId))),
		['seal-changed'],
	],
	[
		'the voice of an elector of a closed vote',
		'agreed',
		(tx, { id }) => {
			const who = and(eq(electors.decisionId, id), eq(electors.memberId, given.provider.memberId))
			return tx.update(electors).set({ voiceId: given.voices.citizen.id }).where(who)
		},
		['seal-changed', 'count-differs'],
	],
	[
		'who has voted',
		'few',
		(tx, { id }) => {
			const who = and(eq(electors.decisionId, id), eq(electors.memberId, given.provider.memberId))
			return tx.update(electors).set({ hasVoted: false }).where(who)
		},
		['turnout-changed'],
	],
	[
		'a ballot of an open vote',
		'open',
		(tx, { id }) => tx.delete(ballots).where(eq(ballots.decisionId, id)),
		['turnout-changed'],
	],
	['what it led to', 'agreed', (tx, vote) => set(tx, vote, { outcome: 'Nothing.' }), ['outcome-words-changed']],
	['a result that is none', 'agreed', (tx, vote) => set(tx, vote, { result: {} as never }), ['unreadable']],
	[
		'a ballot that is none',
		'agreed',
		(tx, { id }) =>
			tx
				.update(ballots)
				.set({ answer: {} as never })
				.where(eq(ballots.decisionId, id)),
		['unreadable'],
	],
	[
		'a result, vouched for by an entry of its own',
		'agreed',
		(tx, vote) => forge(tx, vote, { outcome: 'not-agreed', tally: { for: 0, against: 3, abstain: 0 } }),
		['result-changed', 'count-differs'],
	],
	[
		'the outcome of very few ballots, vouched for',
		'few',
		(tx, vote) => forge(tx, vote, { outcome: 'not-agreed' }),
		['result-changed', 'count-differs'],
	],
	[
		'a casting vote nobody gave, vouched for',
		'agreed',
		(tx, vote) => forge(tx, vote, { casting: { choice: 'for', reason: 'So.' } }),
		['result-changed', 'count-differs'],
	],
])('%s is found', async (_what, which, tamper, differences) => {
	const vote = votes[which]
	const { different } = await foundAfter(db, given.place, (tx) => tamper(tx, vote))
	const reference = _what === 'a reference' ? 'DEC-2026-099' : vote.reference
	expect(different).toEqual([{ reference, differences: expect.arrayContaining(differences) }])
})

test('the winners and numbers of a secret vote, vouched for, are counted again', async () => {
	const { result } = (await findDecision(db.read, given.place, votes.many.id))!
	if (!result || !('count' in result)) throw new Error('not counted')
	for (const change of [
		{ count: { ...result.count, winners: ['B'] } },
		{ byVoice: result.byVoice.map((voice) => ({ ...voice, tally: { A: 1, B: 5, C: 0 } })) },
		{ electors: 7 },
		{ engine: 'approval/0', outcome: 'none-chosen' },
	]) {
		const { different } = await foundAfter(db, given.place, (tx) => forge(tx, votes.many, change))
		expect(different).toEqual([{ reference: votes.many.reference, differences: ['result-changed', 'count-differs'] }])
	}
})

test('ballots exchanged together with every hash an entry may say anew are still not those that were closed', async () => {
	const [first] = (await listBallots(db.read, votes.many.id)).filter(
		({ answer }) => 'marks' in answer && answer.marks.A,
	)
	const { different } = await foundAfter(db, given.place, async (tx) => {
		await tx
			.update(ballots)
			.set({ answer: marks('B') })
			.where(eq(ballots.id, first!.id))
		await vouch(tx, votes.many, { stored: 'anything' })
	})
	expect(different).toEqual([
		{
			reference: votes.many.reference,
			differences: expect.arrayContaining(['ballots-changed', 'stored-changed', 'count-differs']),
		},
	])
})

test.each<[string, Tamper, Difference[]]>([
	['taken away', remove, ['gone']],
	['opened again', (tx, vote) => set(tx, vote, { state: 'open' }), ['closing-undone']],
	['stopped', (tx, vote) => set(tx, vote, { state: 'stopped' }), ['closing-undone']],
	['passed off as a vote of a panel', (tx, vote) => set(tx, vote, { kind: 'panel-vote' }), ['opening-changed']],
	['with another question', (tx, vote) => set(tx, vote, { question: 'Another?' }), ['minute-differs']],
	['on another day', (tx, vote) => set(tx, vote, { closedAt: nextMeeting }), ['minute-differs']],
	[
		'without its minute',
		async (tx, { id }) => {
			await tx.delete(boardCorrections).where(eq(boardCorrections.decisionId, id))
			await tx.delete(boardMinutes).where(eq(boardMinutes.decisionId, id))
		},
		['minute-gone'],
	],
	[
		'without its correction',
		(tx, { id }) => tx.delete(boardCorrections).where(eq(boardCorrections.decisionId, id)),
		['corrections-changed'],
	],
	[
		'not approved any more',
		(tx, { id }) =>
			tx
				.update(boardMinutes)
				.set({ approvedBy: null, approvedAt: null, approvedOn: null })
				.where(eq(boardMinutes.decisionId, id)),
		['approval-changed'],
	],
])('a board’s decision %s is found', async (_what, tamper, differences) => {
	const { different } = await foundAfter(board.db, board.given.place, (tx) => tamper(tx, votes.board))
	expect(different).toEqual([{ reference: votes.board.reference, differences }])
})
