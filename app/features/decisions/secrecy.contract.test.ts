import { afterAll, expect, test, vi } from 'vitest'
import { listBallots, saveBallot } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, markVoted } from '../../../db/queries/electors.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { databaseBytes, holdNumber, holdSnapshot, rowsAsKept } from '../../../tests/database-bytes.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { choosing } from '../../../tests/given-question.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { closes, during, givenVotes } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { newId } from '../../http/new-id.ts'
import { nameSupporter } from '../people/name-supporter.server.ts'
import { castWithSupporter } from './cast-ballot.server.ts'
import { checkReceipt } from './check-receipt.server.ts'
import { closeDecision, closeDueDecisions } from './close-due-decisions.server.ts'
import { Closings } from './closings.ts'
import { enterPaper } from './enter-paper.server.ts'
import { stopDecision } from './stop-decision.server.ts'
import { takeInPaper } from './take-in-paper.server.ts'

const { scratch, db, given, secrets, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())

/** The roll is in the order of names, so these are not in the order in which people vote. */
const nameOf = (at: number) => `Voter ${(at * 77) % 200}`

/** 200 people in a panel: most vote on a screen, some twice, some through their supporter, some on paper. */
async function voted() {
	const people: Membership[] = []
	for (let at = 0; at < 200; at++)
		people.push(await givenMember(db, given.place, { name: nameOf(at), voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		people.map((member) => ({ member })),
	)
	const decision = await opened({ groupId: group.id })
	const reasons = people.map((_, at) => `Because of number ${String(at).padStart(3, '0')} of them`)
	const receipts = new Map<string, string>()
	const papers: number[] = []
	const reader = await givenMember(db, given.place, {
		name: 'Reader',
		voice: given.voices.citizen,
		role: 'facilitator',
	})
	for (const [at, who] of people.entries()) {
		const choice = at % 3 ? ('for' as const) : ('against' as const)
		if (at % 11 === 5) {
			const of = { decisionId: decision.id, memberId: who.memberId }
			expect(await takeInPaper(db, given.facilitator, of, during)).toEqual({ done: true })
			papers.push(at)
			continue
		}
		const vote = { answer: { choice }, reason: reasons[at]!, id: newId() }
		const isHelped = at % 13 === 3
		if (at % 5 === 0 && !isHelped) await cast(who, decision.id, 'abstain', { reason: 'I was not sure yet' })
		const casting = isHelped ? await withHelp(who, decision.id, vote) : await cast(who, decision.id, choice, vote)
		receipts.set(reasons[at]!, casting.receipt!)
	}
	for (const [nth, at] of papers.entries())
		for (const who of [given.facilitator, reader]) {
			const answer = { choice: at % 3 ? ('for' as const) : ('against' as const) }
			const paper = { number: nth + 1, voiceId: given.voices.citizen.id, memberId: null, answer, reason: reasons[at]! }
			expect(await enterPaper(db, who, decision.id, paper)).toEqual({ done: true })
		}
	return { people, decision, reasons, receipts }
}

async function withHelp(
	who: Membership,
	decisionId: string,
	vote: { answer: { choice: 'for' | 'against' }; reason: string; id: string },
) {
	const { memberId } = who
	const supporter = { id: newId(), memberId, supporterId: given.provider.memberId, months: 1 as const }
	expect(await nameSupporter(db, who, supporter, during)).toEqual({ named: true })
	return castWithSupporter({ db, secrets }, given.provider, memberId, decisionId, vote, during)
}

/** Spearman's: 1 when one order is the other, about 0 when they have nothing to do with each other. */
function likeness(order: readonly number[]): number {
	const n = order.length
	const sum = order.reduce((total, rank, at) => total + (rank - at) ** 2, 0)
	return 1 - (6 * sum) / (n * (n * n - 1))
}

const chance = 0.35

test('after closing, nothing in the database joins a secret ballot to a person', async () => {
	const { people, decision, reasons, receipts } = await voted()
	const before = await listBallots(db.read, decision.id)
	const links = await Promise.all(people.map(({ memberId }) => findElector(db.read, decision.id, memberId)))
	const oldIds = links.flatMap((elector) => elector?.ballotId ?? [])
	expect(before.map(({ id }) => id).sort()).toEqual([...oldIds].sort())
	const receiptOf = new Map(before.map(({ reason, receiptHash }) => [reason, receiptHash]))

	await closeDueDecisions(db, closes)

	// The rows themselves.
	const after = await listBallots(db.read, decision.id)
	expect(after.map(({ reason }) => reason).sort()).toEqual(reasons)
	expect(after.filter(({ memberId, voiceId }) => memberId !== null || voiceId !== '')).toEqual([])
	for (const { memberId } of people)
		expect(await findElector(db.read, decision.id, memberId)).toMatchObject({ hasVoted: true, ballotId: null })

	// A receipt still says that its vote is in the count, and no longer stands beside what it was for.
	const closed = (await findDecision(db.read, given.place, decision.id))!
	for (const receipt of receipts.values())
		expect(await checkReceipt({ db, secrets }, closed, receipt)).toEqual({ counted: true, answer: null })
	const kept = after.filter(({ reason, receiptHash }) => receiptOf.get(reason) === receiptHash)
	expect(kept.length).toBeLessThan(10)

	// The order in which they lie there, and what the database says of who wrote them.
	const ballotRows = (await rowsAsKept(scratch, 'ballots', 'reason')).map((row) => ({
		...row,
		at: reasons.indexOf(row.value),
	}))
	expect(Math.abs(likeness(ballotRows.map(({ at }) => at)))).toBeLessThan(chance)
	const rollRows = (await rowsAsKept(scratch, 'electors', 'member_id')).map((row) => ({
		...row,
		at: people.findIndex(({ memberId }) => memberId === row.value),
	}))
	expect(Math.abs(likeness(rollRows.map(({ at }) => at)))).toBeLessThan(chance)
	for (const rows of [ballotRows, rollRows]) expect(new Set(rows.map(({ writtenBy }) => writtenBy)).size).toBe(1)

	// The record.
	expect(JSON.stringify(await listEntriesAbout(db.read, given.place, decision.id))).not.toMatch(
		new RegExp(people.map(({ memberId }) => memberId).join('|')),
	)

	// Every byte there is: no old id anywhere, and of each ballot one copy.
	for (const [file, bytes] of await databaseBytes(scratch)) {
		expect(
			oldIds.filter((id) => bytes.includes(id)),
			file,
		).toEqual([])
	}
	const all = [...(await databaseBytes(scratch)).values()].join('\n')
	expect(reasons.filter((reason) => all.split(reason).length !== 2)).toEqual([])
}, 120_000)

test('rows that grew pushed others about; no old copy of those stays in the gaps between', async () => {
	const people: Membership[] = []
	for (let at = 0; at < 100; at++)
		people.push(await givenMember(db, given.place, { name: `Neighbour ${at}`, voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		people.map((member) => ({ member })),
	)
	const decisions = await Promise.all(Array.from({ length: 8 }, () => opened({ groupId: group.id })))
	const roll = decisions.flatMap(({ id }) =>
		people.map(({ memberId }) => ({ decisionId: id, memberId, ballotId: newId(), turn: newId() })),
	)
	const inTurn = [...roll].sort((a, b) => (a.turn < b.turn ? -1 : 1))
	// As castBallot keeps them, many at once, in an order that has nothing to do with the roll's; everybody changes it twice.
	const voice = { voiceId: given.voices.citizen.id, memberId: null, answer: { choice: 'for' as const } }
	for (const length of [70, 10, 90])
		await db.write(async (tx) => {
			for (const [at, { ballotId, turn: _, ...who }] of inTurn.entries()) {
				const reason = 'x'.repeat((at * length) % 90)
				await saveBallot(tx, { id: ballotId, ...who, ...voice, reason, receiptHash: newId() })
				await markVoted(tx, who.decisionId, who.memberId, { ballotId, cameBy: 'screen', help: null, helpedBy: null })
			}
		})
	await closeDueDecisions(db, closes)
	for (const [file, bytes] of await databaseBytes(scratch))
		expect(
			roll.filter(({ ballotId }) => bytes.includes(ballotId)),
			file,
		).toEqual([])
}, 120_000)

test('a process killed between closing and forgetting: the next one forgets before anything else', async () => {
	const decision = await opened()
	for (const who of [given.citizen, given.provider, given.commissioner]) await cast(who, decision.id, 'for')
	const ids = (await listBallots(db.read, decision.id)).map(({ id }) => id)
	const left = async () => {
		const bytes = [...(await databaseBytes(scratch)).values()].join('\n')
		return ids.filter((id) => bytes.includes(id))
	}
	expect(await closeDecision(db, given.place, decision.id, closes)).toHaveProperty('decision')
	expect(await left()).toEqual(ids)
	await new Closings(scratch.url ? { url: scratch.url, dataDir: '' } : { dataDir: scratch.dataDir! }).closeDue(
		db,
		closes,
	)
	expect(await left()).toEqual([])
})

test('a vote that is stopped or closed while files cannot be rewritten is ended, and the clock forgets it later', async () => {
	const closings = new Closings(scratch.url ? { url: scratch.url, dataDir: '' } : { dataDir: scratch.dataDir! })
	await closings.closeDue(db, during)
	const whileBackedUp: typeof db = {
		...db,
		forget: () => Promise.reject(new Error('something keeps reading')),
	}
	const [stopped, closed] = [await opened(), await opened()]
	const ids: string[] = []
	for (const { id } of [stopped, closed]) {
		for (const who of [given.citizen, given.provider, given.commissioner]) await cast(who, id, 'for')
		ids.push(...(await listBallots(db.read, id)).map((ballot) => ballot.id))
	}
	const left = async () => {
		const bytes = [...(await databaseBytes(scratch)).values()].join('\n')
		return ids.filter((id) => bytes.includes(id))
	}
	expect(await stopDecision(whileBackedUp, given.facilitator, stopped.id, 'A slip.', during)).toHaveProperty('decision')
	expect((await findDecision(db.read, given.place, stopped.id))!.state).toBe('stopped')
	expect(await left()).toEqual(ids)
	await closings.closeDue(db, during)
	expect(await left()).toEqual(ids.slice(3))
	// In another process.
	await expect(closeDueDecisions(whileBackedUp, closes)).rejects.toThrow('something keeps reading')
	await closings.closeDue(db, closes)
	expect(await left()).toEqual([])
}, 60_000)

test.runIf(scratch.url).each([
	['in this database', () => holdSnapshot(scratch.url!)],
	['by writing in another database of the server', () => holdNumber(process.env.DATABASE_URL!)],
])('old rows that a transaction still sees are waited for: %s', async (_, hold) => {
	const decision = await opened()
	for (const who of [given.citizen, given.provider, given.commissioner]) await cast(who, decision.id, 'for')
	const ids = (await listBallots(db.read, decision.id)).map(({ id }) => id)
	const release = await hold()
	const closing = closeDueDecisions(db, closes)
	const isClosed = async () => (await findDecision(db.read, given.place, decision.id))!.state === 'closed'
	await vi.waitUntil(isClosed, { timeout: 20_000 }).finally(release)
	await closing
	const bytes = [...(await databaseBytes(scratch)).values()].join('\n')
	expect(ids.filter((id) => bytes.includes(id))).toEqual([])
})

test('asked again with one person more, the voice that was shown before is not shown', async () => {
	const people: Membership[] = []
	for (let at = 0; at < 8; at++)
		people.push(await givenMember(db, given.place, { name: `Neighbour ${at}`, voice: given.voices.citizen }))
	const { version } = await givenVersion(db, given)
	const ask = async (electors: Membership[]) => {
		const group = await givenGroup(
			db,
			given.place,
			'panel',
			electors.map((member) => ({ member })),
		)
		const decision = await opened({ groupId: group.id, versionId: version.id })
		for (const [at, who] of electors.entries()) await cast(who, decision.id, at % 2 ? 'for' : 'against')
		await closeDueDecisions(db, closes)
		return (await findDecision(db.read, given.place, decision.id))!.result!.byVoice
	}
	expect(await ask(people.slice(1))).toMatchObject([{ tally: { for: 3, against: 4 } }])
	expect(await ask(people)).toMatchObject([{ tally: null }])
	expect(await ask(people.slice(1))).toMatchObject([{ tally: { for: 3, against: 4 } }])
})

/** Ten citizens and ten providers, asked again and again about the same words, always of the same minds. */
async function twoTens() {
	const { version } = await givenVersion(db, given)
	const ten = async (voice: 'citizen' | 'provider') => {
		const people: Membership[] = []
		for (let at = 0; at < 10; at++)
			people.push(await givenMember(db, given.place, { name: `${voice} ${at}`, voice: given.voices[voice] }))
		return people
	}
	const ask = async (electors: Membership[], voters = electors) => {
		const places = electors.map((member) => ({ member }))
		const group = await givenGroup(db, given.place, 'panel', places)
		const decision = await opened({ groupId: group.id, versionId: version.id })
		for (const who of voters) await cast(who, decision.id, electors.indexOf(who) % 2 ? 'for' : 'against')
		await closeDueDecisions(db, closes)
		return (await findDecision(db.read, given.place, decision.id))!.result!.byVoice.map(({ tally }) => tally !== null)
	}
	return { citizens: await ten('citizen'), providers: await ten('provider'), ask }
}

test.each([[0], [3]])('a vote of the same people that %i answered published nothing to go by', async (answered) => {
	const { citizens, providers, ask } = await twoTens()
	expect(await ask([...citizens.slice(1), ...providers])).toEqual([true, true])
	await ask(citizens, citizens.slice(0, answered))
	expect(await ask([...citizens, ...providers])).toEqual([false, false])
})

test('the same people asked twice, of whom one came late: not by voice', async () => {
	const { citizens, providers, ask } = await twoTens()
	const all = [...citizens, ...providers]
	expect(await ask(all, all.slice(1))).toEqual([true, true])
	expect(await ask(all)).toEqual([false, false])
})

test('the same people asked twice, of whom five came late, are shown by voice', async () => {
	const { citizens, providers, ask } = await twoTens()
	const all = [...citizens, ...providers]
	expect(await ask(all, [...citizens, ...providers.slice(5)])).toEqual([true, true])
	expect(await ask(all)).toEqual([true, true])
})

test('two votes of almost the same people that close in one moment do not miss each other', async () => {
	const people: Membership[] = []
	for (let at = 0; at < 14; at++)
		people.push(await givenMember(db, given.place, { name: `Carer ${at}`, voice: given.voices.citizen }))
	const { version } = await givenVersion(db, given)
	const ask = async (electors: Membership[]) => {
		const places = electors.map((member) => ({ member }))
		const group = await givenGroup(db, given.place, 'panel', places)
		const decision = await opened({
			...choosing('approval', { secrecy: 'secret', seats: 1 }),
			id: newId(),
			groupId: group.id,
			versionId: version.id,
			kind: 'show-of-views',
			closesAt: closes,
		} as never)
		for (const [at, who] of electors.entries())
			await cast(who, decision.id, { marks: { [at % 2 ? 'A' : 'B']: 1, ...(at % 3 === 0 && { C: 1 }) } })
		return decision.id
	}
	const [all, allButOne] = [await ask(people), await ask(people.slice(1))]
	const closing = await closeDecision(db, given.place, all, closes, async (file) => {
		expect(await closeDecision(db, given.place, allButOne, closes)).toHaveProperty('decision')
		return countOpenBallots(file)
	})
	expect(closing).toEqual({ refused: 'others-closed' })
	await closeDueDecisions(db, closes)
	const byVoice = async (id: string) => (await findDecision(db.read, given.place, id))!.result!.byVoice
	expect(await byVoice(allButOne)).toMatchObject([{ tally: { A: 6, B: 7, C: 5 } }])
	expect(await byVoice(all)).toMatchObject([{ tally: null }])
})
