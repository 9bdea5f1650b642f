import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { findGroup, listSeats } from '../../../db/queries/groups.ts'
import { findAccessNeeds, findMember, findMembership } from '../../../db/queries/members.ts'
import { changePerson, findPerson } from '../../../db/queries/persons.ts'
import { listEntries, walkEntries } from '../../../db/queries/record.ts'
import { findSession, saveSession } from '../../../db/queries/sessions.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../../../tests/factories.ts'
import { verify } from '../../domain/record/verify.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { giveSeat } from '../people/give-seat.server.ts'
import { makeCard } from '../people/make-card.server.ts'
import { makeGroup } from '../people/make-group.server.ts'
import { setAccessNeeds } from '../people/set-access-needs.server.ts'
import { comeInByCard } from './come-in-by-card.server.ts'
import { erasePerson, forgetErased } from './erase-person.server.ts'
import { leavePartnership } from './leave-partnership.server.ts'

const secrets = openSecrets('a key for tests only, thirty-two long')
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

test('erasing empties the name and the ways in, keeps the row, and leaves the record unbroken', async () => {
	const { citizen, facilitator, place } = given
	await setAccessNeeds(db, citizen, citizen.memberId, 'Large print')
	const card = await makeCard({ db, secrets }, facilitator, citizen.memberId, now)
	await db.write((tx) =>
		saveSession(tx, {
			id: newId(),
			tokenHash: `hash-${citizen.personId}`,
			personId: citizen.personId,
			device: 'Chrome on Android',
			sharedDevice: false,
			createdAt: now,
			lastSeenAt: now,
			expiresAt: new Date('2027-01-01'),
		}),
	)
	expect(await findSession(db.read, `hash-${citizen.personId}`, now)).not.toBeNull()

	expect(await erasePerson(db, citizen.personId, now)).toEqual({ erased: true })
	expect(await erasePerson(db, citizen.personId, now)).toEqual({ erased: true })

	expect(await findPerson(db.read, citizen.personId)).toMatchObject({
		name: 'A participant',
		email: null,
		contact: null,
	})
	expect(await findMember(db.read, place, citizen.memberId)).toMatchObject({ name: 'A participant', leftAt: now })
	expect(await findAccessNeeds(db.read, place, citizen.memberId)).toBeNull()
	expect(await findSession(db.read, `hash-${citizen.personId}`, now)).toBeNull()
	expect(await comeInByCard({ db, secrets }, 'code' in card ? card.code : '', now)).toEqual({ refused: 'revoked' })
	expect(await listSeats(db.read, place, given.group.id)).toHaveLength(2)
	expect(await verify(walkEntries(db.read, place))).toMatchObject({ unbroken: true })
	const erased = (await listEntries(db.read, place, { limit: 50 })).filter(({ kind }) => kind === 'person-erased')
	expect(erased).toMatchObject([{ subjectId: citizen.memberId, actorId: citizen.memberId }])
})

test('the only facilitator hands over before going, and may go when nobody is left', async () => {
	const { facilitator } = given
	expect(await leavePartnership(db, facilitator, now)).toEqual({ refused: 'last-facilitator' })
	expect(await erasePerson(db, facilitator.personId, now)).toEqual({
		refused: 'last-facilitator',
		partnershipId: given.place.partnershipId,
	})
	for (const member of [given.citizen, given.commissioner, given.provider, given.observer])
		expect(await leavePartnership(db, member, now)).toEqual({ left: true })
	expect(await leavePartnership(db, facilitator, now)).toEqual({ left: true })
	expect(await findMembership(db.read, given.place, facilitator.personId)).toBeNull()
})

test('a circle whose chair goes is taken over by whoever sat there longest, and ends with its last seat', async () => {
	const { citizen, provider, commissioner, place } = given
	const circle = { id: newId(), kind: 'circle' as const, name: 'Circle', purpose: 'Talking first' }
	await makeGroup(db, citizen, circle, now)
	const chair = (await findMembership(db.read, place, citizen.personId))!
	const seat = { groupId: circle.id, votes: true, office: 'none' as const }
	await giveSeat(db, chair, { ...seat, memberId: provider.memberId }, new Date('2026-11-21T15:00:00Z'))
	await giveSeat(db, chair, { ...seat, memberId: commissioner.memberId }, new Date('2026-11-21T16:00:00Z'))

	await leavePartnership(db, chair, now)
	expect(await listSeats(db.read, place, circle.id)).toMatchObject([
		{ memberId: provider.memberId, office: 'chair' },
		{ memberId: commissioner.memberId, office: 'none' },
	])
	await leavePartnership(db, provider, now)
	await leavePartnership(db, commissioner, now)
	expect((await findGroup(db.read, place, circle.id))?.closedAt).toEqual(now)
})

test('an erased person is in no file of the database and no backup made later, also when a backup held the files first', async () => {
	const { citizen, commissioner } = given
	for (const { personId } of [citizen, commissioner])
		await db.write((tx) => changePerson(tx, personId, { name: 'KELPIE', contact: 'SELKIE', email: null }))
	await setAccessNeeds(db, citizen, citizen.memberId, 'BOGGART')
	await erasePerson(db, citizen.personId, now)
	const held = { ...db, read: db.read, forget: () => Promise.reject(new Error('a backup reads it')) }
	await expect(forgetErased(held)).rejects.toThrow('a backup reads it')
	await erasePerson(db, commissioner.personId, now)
	await forgetErased(db)
	// Nobody was erased since, so nothing is rewritten again.
	await forgetErased(held)
	if (!scratch.dataDir) return
	const copy = join(scratch.dataDir, 'backup.db')
	await db.backup(copy)
	for (const file of [join(scratch.dataDir, 'alongside.db'), join(scratch.dataDir, 'alongside.db-wal'), copy]) {
		const bytes = await readFile(file).catch(() => Buffer.alloc(0))
		for (const word of ['KELPIE', 'SELKIE', 'BOGGART']) expect(`${word} ${bytes.includes(word)}`).toBe(`${word} false`)
	}
})
