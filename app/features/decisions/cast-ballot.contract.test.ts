import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision, listOpenFor } from '../../../db/queries/decisions.ts'
import { findTurnout } from '../../../db/queries/electors.ts'
import { deleteSeat, saveSeat } from '../../../db/queries/groups.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { givenGroup, givenMember, givenPartnership } from '../../../tests/factories.ts'
import { closes, during, givenVotes, justBefore, named, opens } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { newId } from '../../http/new-id.ts'
import { checkReceipt } from './check-receipt.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { readResult, readStanding } from './read-result.server.ts'

const { scratch, db, given, workings, opened, cast, kindsOf, secrets } = await givenVotes()
afterAll(() => scratch.remove())

test('one ballot an elector, changed until the close; an old receipt no longer counts', async () => {
	const decision = await opened()
	const first = await cast(given.citizen, decision.id, 'against')
	const second = await cast(given.citizen, decision.id, 'for', { now: justBefore })
	expect(await listBallots(db.read, decision.id)).toMatchObject([{ answer: { choice: 'for' }, memberId: null }])
	const about = (await findDecision(db.read, given.place, decision.id))!
	expect(await checkReceipt({ db: db, secrets }, about, second.receipt!.toLowerCase().replaceAll('-', ' '))).toEqual({
		counted: true,
		answer: null,
	})
	expect(await checkReceipt({ db: db, secrets }, about, first.receipt!)).toEqual({ counted: false })
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast', 'ballot-changed'])
	const entries = await listEntriesAbout(db.read, given.place, decision.id)
	expect(entries.slice(1).map(({ actorId }) => actorId)).toEqual([null, null])
	expect(JSON.stringify(entries)).not.toMatch(/against/)
})

test('the same form sent twice is one vote with one receipt', async () => {
	const decision = await opened({ rules: named })
	const id = newId()
	const [one, two] = await Promise.all([
		cast(given.citizen, decision.id, 'for', { id }),
		cast(given.citizen, decision.id, 'for', { id }),
	])
	expect(one).toEqual(two)
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast'])
	expect((await listEntriesAbout(db.read, given.place, decision.id)).at(-1)).toMatchObject({ actorId: null })
})

test('a vote in the closing millisecond is too late and leaves no trace; the one before it counts', async () => {
	const decision = await opened()
	expect(await cast(given.citizen, decision.id, 'for', { now: justBefore })).toHaveProperty('receipt')
	expect(await cast(given.provider, decision.id, 'for', { now: closes })).toEqual({ refused: 'voting-over' })
	expect(await cast(given.provider, decision.id, 'for', { now: new Date(opens.getTime() - 1) })).toEqual({
		refused: 'not-open-yet',
	})
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 1 })
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast'])
})

test('a vote that came in time but waited behind the count is refused, not added to it', async () => {
	const decision = await opened()
	await cast(given.citizen, decision.id, 'for')
	await closeDueDecisions(db, closes)
	expect(await cast(given.provider, decision.id, 'against', { now: justBefore })).toEqual({ refused: 'voting-over' })
	expect(await listBallots(db.read, decision.id)).toHaveLength(1)
})

test('only electors vote', async () => {
	const decision = await opened()
	expect(await cast(given.facilitator, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
	expect(await cast(given.observer, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
	const elsewhere = await givenPartnership(db)
	expect(await cast(elsewhere.citizen, decision.id, 'for')).toEqual({ refused: 'not-found' })
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 0 })
})

test('who may vote is fixed at opening: a seat taken later has no vote, a seat given up later keeps it', async () => {
	const early = await givenMember(db, given.place, { name: 'Early', voice: given.voices.citizen })
	const group = await givenGroup(db, given.place, 'panel', [{ member: given.provider }, { member: early }])
	const decision = await opened({ groupId: group.id })
	const late = await givenMember(db, given.place, { name: 'Late', voice: given.voices.citizen })
	await db.write(async (tx) => {
		await deleteSeat(tx, group.id, early.memberId)
		await saveSeat(tx, { groupId: group.id, memberId: late.memberId, votes: true, office: 'none', since: during })
	})
	expect(await cast(late, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
	expect(await cast(early, decision.id, 'for')).toHaveProperty('receipt')
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 2, voted: 1 })
})

test('ten people casting and changing at the same moment: ten ballots, and every last receipt counts', async () => {
	const people: Membership[] = []
	for (let at = 0; at < 10; at++)
		people.push(await givenMember(db, given.place, { name: `Person ${at}`, voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		people.map((member) => ({ member })),
	)
	const decision = await opened({ groupId: group.id })
	await Promise.all(people.map((who) => cast(who, decision.id, 'against')))
	const changes = await Promise.all(people.map((who, at) => cast(who, decision.id, at % 2 ? 'for' : 'abstain')))
	const about = (await findDecision(db.read, given.place, decision.id))!
	for (const { receipt } of changes)
		expect(await checkReceipt({ db: db, secrets }, about, receipt!)).toMatchObject({ counted: true })
	await closeDueDecisions(db, closes)
	const closed = await findDecision(db.read, given.place, decision.id)
	expect(closed?.result).toMatchObject({ tally: { for: 5, against: 0, abstain: 5 }, electors: 10, outcome: 'agreed' })
	for (const { receipt } of changes)
		expect(await checkReceipt({ db: db, secrets }, closed!, receipt!)).toEqual({
			counted: true,
			answer: null,
		})
})

test('nobody is told how it stands, unless the rules said so before anyone voted', async () => {
	const hidden = await opened({ rules: named })
	const shown = await opened({ rules: { ...named, showsStanding: true } })
	for (const { id } of [hidden, shown]) await cast(given.citizen, id, 'against')
	const standing = async (id: string) => readStanding(db.read, (await findDecision(db.read, given.place, id))!)
	const result = async (id: string) =>
		readResult(db.read, given.place, (await findDecision(db.read, given.place, id))!, workings)
	expect(await standing(hidden.id)).toBe(null)
	expect(await standing(shown.id)).toEqual({ for: 0, against: 1, abstain: 0 })
	const nothing = { voices: [], votes: [], reasons: [], named: {}, points: null, pairs: null }
	expect(await result(shown.id)).toMatchObject(nothing)
})

test('what waits for me: open decisions I may vote in, and whether I have', async () => {
	const decision = await opened()
	const mine = async (now = during) =>
		(await listOpenFor(db.read, given.provider, now))
			.filter(({ id }) => id === decision.id)
			.map(({ hasVoted }) => hasVoted)
	expect(await mine()).toEqual([false])
	await cast(given.provider, decision.id, 'abstain')
	expect(await mine()).toEqual([true])
	expect(await mine(closes)).toEqual([])
})
