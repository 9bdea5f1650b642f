import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { findGroup, listSeats } from '../../../db/queries/groups.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../../../tests/factories.ts'
import { newId } from '../../http/new-id.ts'
import { changeMembership } from './change-membership.server.ts'
import { changeSeat } from './change-seat.server.ts'
import { closeGroup } from './close-group.server.ts'
import { giveSeat } from './give-seat.server.ts'
import { makeGroup } from './make-group.server.ts'
import { takeSeatAway } from './take-seat-away.server.ts'

const now = new Date('2026-11-21T14:00:00Z')
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let db: Database
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	db = scratch.db
})
beforeEach(async () => {
	given = await givenPartnership(db)
})
afterAll(() => scratch.remove())

const group = (kind: 'panel' | 'circle') => ({ id: newId(), kind, name: 'Group', purpose: 'To meet' })
const voting = { votes: true, office: 'none' as const }

test('a facilitator makes a panel and seats people; every change is in the record, and none twice', async () => {
	const { facilitator, observer, provider, place } = given
	const panel = group('panel')
	await makeGroup(db, facilitator, panel, now)
	await makeGroup(db, facilitator, panel, now)
	const seat = { groupId: panel.id, memberId: provider.memberId, ...voting }
	await Promise.all([giveSeat(db, facilitator, seat, now), giveSeat(db, facilitator, seat, now)])
	await changeSeat(db, facilitator, { ...seat, office: 'chair' }, now)
	expect(await giveSeat(db, facilitator, { ...seat, memberId: observer.memberId }, now)).toEqual({
		refused: 'observers-do-not-vote',
	})
	expect(await listSeats(db.read, place, panel.id)).toMatchObject([{ memberId: provider.memberId, office: 'chair' }])
	await takeSeatAway(db, facilitator, seat, now)
	expect(await changeSeat(db, facilitator, seat, now)).toEqual({ refused: 'no-seat' })
	await closeGroup(db, facilitator, panel.id, now)
	expect(await giveSeat(db, facilitator, seat, now)).toEqual({ refused: 'group-closed' })
	expect((await listEntriesAbout(db.read, place, panel.id)).map(({ kind }) => kind)).toEqual([
		'group-made',
		'seat-given',
		'seat-changed',
		'seat-taken-away',
		'group-closed',
	])
})

test('a circle is run by its own chair and by no facilitator', async () => {
	const { citizen, facilitator, provider, place } = given
	const circle = group('circle')
	await makeGroup(db, citizen, circle, now)
	const chair = (await findMembership(db.read, place, citizen.personId))!
	expect(chair.seats).toContainEqual({ groupId: circle.id, votes: true, office: 'chair' })
	const seat = { groupId: circle.id, memberId: provider.memberId, ...voting }
	expect(await giveSeat(db, facilitator, seat, now)).toEqual({ refused: 'not-allowed' })
	expect(await closeGroup(db, facilitator, circle.id, now)).toEqual({ refused: 'not-allowed' })
	expect(await giveSeat(db, chair, seat, now)).toHaveProperty('seat')
	const own = { groupId: circle.id, memberId: chair.memberId }
	expect(await takeSeatAway(db, chair, own, now)).toEqual({ refused: 'circle-needs-a-chair' })
	expect(await changeSeat(db, chair, { ...own, ...voting }, now)).toEqual({ refused: 'circle-needs-a-chair' })
	const other = (await findMembership(db.read, place, provider.personId))!
	expect(await takeSeatAway(db, other, own, now)).toEqual({ refused: 'not-allowed' })
	expect(await takeSeatAway(db, other, seat, now)).toMatchObject({ ends: false })
	expect(await takeSeatAway(db, chair, own, now)).toMatchObject({ ends: true })
	expect((await findGroup(db.read, place, circle.id))?.closedAt).toEqual(now)
})

test('who may make which group', async () => {
	const { citizen, observer } = given
	expect(await makeGroup(db, citizen, group('panel'), now)).toEqual({ refused: 'not-allowed' })
	expect(await makeGroup(db, observer, group('circle'), now)).toEqual({ refused: 'not-allowed' })
	expect(await makeGroup(db, citizen, group('circle'), now)).toHaveProperty('group')
})

test('the panel’s own chair seats people, members of other partnerships are unknown', async () => {
	const elsewhere = await givenPartnership(db)
	const { citizen, facilitator } = given
	const seat = { groupId: given.group.id, memberId: elsewhere.citizen.memberId, ...voting }
	expect(await giveSeat(db, citizen, seat, now)).toEqual({ refused: 'member-unknown' })
	expect(await giveSeat(db, citizen, { ...seat, memberId: facilitator.memberId }, now)).toHaveProperty('seat')
	expect(await giveSeat(db, elsewhere.facilitator, seat, now)).toEqual({ refused: 'not-found' })
})

test('whoever becomes an observer keeps the seat and loses the vote', async () => {
	const { facilitator, provider, place, voices } = given
	const observer = { voiceId: voices.provider.id, role: 'observer' as const }
	await changeMembership(db, facilitator, provider.memberId, observer, now)
	const changed = await findMembership(db.read, place, provider.personId)
	expect(changed).toMatchObject({ role: 'observer', seats: [{ groupId: given.group.id, votes: false }] })
	expect(await changeMembership(db, facilitator, facilitator.memberId, observer, now)).toEqual({
		refused: 'last-facilitator',
	})
})
