import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { listSeats } from '../../../db/queries/groups.ts'
import { listCardsOf } from '../../../db/queries/join-codes.ts'
import { findMembership, listMembers } from '../../../db/queries/members.ts'
import { changePerson, findPerson } from '../../../db/queries/persons.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../../../tests/factories.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { inviteMember } from '../people/invite-member.server.ts'
import { makeCard } from '../people/make-card.server.ts'
import { removeMember } from '../people/remove-member.server.ts'
import { revokeCard } from '../people/revoke-card.server.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { comeInByCard } from './come-in-by-card.server.ts'

const secrets = openSecrets('a key for tests only, thirty-two long')
const now = new Date('2026-11-21T14:00:00Z')
const daysLater = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000)
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

async function invite(input: { email?: string; voiceId?: string; groupId?: string } = {}) {
	const invitation = {
		id: newId(),
		name: 'Dilys',
		email: null,
		voiceId: given.voices.citizen.id,
		groupId: null,
		...input,
	}
	const invited = await inviteMember({ db, secrets }, given.facilitator, invitation, now)
	if ('refused' in invited || !invited.code) throw new Error('not invited')
	return invited.code
}

const accept = (code: string, voiceId: string | null = null) => ({
	code,
	memberId: newId(),
	personId: newId(),
	name: 'Dilys',
	voiceId,
})

test('a mailed invitation brings in one person, however many press at once', async () => {
	const before = (await listMembers(db.read, given.place)).length
	const code = await invite({ email: 'Dilys@example.org', groupId: given.group.id })
	const presses = await Promise.all(
		Array.from({ length: 6 }, () => acceptInvitation({ db, secrets }, accept(code), daysLater(1))),
	)
	const joined = presses.filter((press) => 'personId' in press)
	expect(joined).toHaveLength(1)
	expect(presses.filter((press) => 'refused' in press)).toEqual(Array(5).fill({ refused: 'used' }))
	expect(await listMembers(db.read, given.place)).toHaveLength(before + 1)
	const person = await findPerson(db.read, joined[0]!.personId)
	expect(person).toMatchObject({ name: 'Dilys', email: 'dilys@example.org' })
	const membership = await findMembership(db.read, given.place, person!.id)
	expect(membership?.seats).toEqual([{ groupId: given.group.id, votes: true, office: 'none' }])
	expect((await listSeats(db.read, given.place, given.group.id)).map(({ name }) => name)).toContain('Dilys')
})

test('the same form sent twice joins once and lets the same person in', async () => {
	const form = accept(await invite({ email: `${newId()}@example.org` }))
	const first = await acceptInvitation({ db, secrets }, form, now)
	expect(await acceptInvitation({ db, secrets }, form, now)).toEqual(first)
	expect(await acceptInvitation({ db, secrets }, form, daysLater(1))).toEqual({ refused: 'used' })
})

test('an invitation on paper becomes the return card of whoever took it up', async () => {
	const code = await invite()
	const form = accept(code.toLowerCase().replace('-', ' '))
	expect(await acceptInvitation({ db, secrets }, form, now)).toMatchObject({ personId: form.personId, card: true })
	expect(await comeInByCard({ db, secrets }, code, daysLater(300))).toMatchObject({ personId: form.personId })
	expect(await acceptInvitation({ db, secrets }, accept(code), daysLater(1))).toEqual({ refused: 'used' })
})

test('nobody joins as somebody else by sending their id', async () => {
	const form = { ...accept(await invite()), personId: given.commissioner.personId }
	expect(await acceptInvitation({ db, secrets }, form, now)).toEqual({ refused: 'form-used' })
})

test('an open voice must be chosen, and be one of this partnership', async () => {
	const elsewhere = await givenPartnership(db)
	const open = await inviteMember(
		{ db, secrets },
		given.facilitator,
		{ id: newId(), name: 'Dilys', email: null, voiceId: null, groupId: null },
		now,
	)
	if ('refused' in open || !open.code) throw new Error('not invited')
	expect(await acceptInvitation({ db, secrets }, accept(open.code), now)).toEqual({ refused: 'voice-missing' })
	expect(await acceptInvitation({ db, secrets }, accept(open.code, elsewhere.voices.citizen.id), now)).toEqual({
		refused: 'voice-missing',
	})
	expect(await acceptInvitation({ db, secrets }, accept(open.code, given.voices.provider.id), now)).toHaveProperty(
		'personId',
	)
})

test('an invitation lasts 30 days', async () => {
	expect(await acceptInvitation({ db, secrets }, accept(await invite()), daysLater(30))).toEqual({ refused: 'expired' })
})

test('a removed member who is invited again comes back as themselves', async () => {
	const email = `${newId()}@example.org`
	const first = await acceptInvitation({ db, secrets }, accept(await invite({ email })), now)
	if ('refused' in first) throw new Error(first.refused)
	const membership = await findMembership(db.read, given.place, first.personId)
	await removeMember(db, given.facilitator, membership!.memberId, now)
	expect(await findMembership(db.read, given.place, first.personId)).toBeNull()
	const again = await acceptInvitation({ db, secrets }, accept(await invite({ email })), now)
	expect(again).toMatchObject({ personId: first.personId })
	expect(await findMembership(db.read, given.place, first.personId)).toMatchObject({ memberId: membership!.memberId })
})

test('a card works again and again, until it is revoked or replaced', async () => {
	const means = { db, secrets }
	const made = await makeCard(means, given.facilitator, given.citizen.memberId, now)
	if ('refused' in made) throw new Error(made.refused)
	const inAsCitizen = { personId: given.citizen.personId }
	expect(await comeInByCard(means, made.code, now)).toMatchObject(inAsCitizen)
	expect(await comeInByCard(means, ` ${made.code.replace('-', '').toLowerCase()} `, daysLater(400))).toMatchObject(
		inAsCitizen,
	)

	const next = await makeCard(means, given.facilitator, given.citizen.memberId, now)
	if ('refused' in next) throw new Error(next.refused)
	expect(await comeInByCard(means, made.code, now)).toEqual({ refused: 'revoked' })
	expect(await comeInByCard(means, next.code, now)).toMatchObject(inAsCitizen)

	expect(await revokeCard(db, given.provider, given.citizen.memberId, now)).toEqual({ refused: 'not-allowed' })
	expect(await revokeCard(db, given.citizen, given.citizen.memberId, now)).toHaveProperty('member')
	expect(await comeInByCard(means, next.code, now)).toEqual({ refused: 'revoked' })
})

test('nobody is given a card for somebody who signs in by e-mail; a facilitator may have one of their own', async () => {
	const means = { db, secrets }
	const { citizen, facilitator } = given
	for (const { personId } of [citizen, facilitator])
		await db.write((tx) => changePerson(tx, personId, { email: `${personId}@example.org` }))
	expect(await makeCard(means, facilitator, citizen.memberId, now)).toEqual({ refused: 'has-email' })
	expect(await listCardsOf(db.read, citizen.memberId)).toEqual([])
	expect(await makeCard(means, facilitator, facilitator.memberId, now)).toHaveProperty('code')
	await db.write((tx) => changePerson(tx, citizen.personId, { email: null }))
	expect(await makeCard(means, facilitator, citizen.memberId, now)).toHaveProperty('code')
})

test('only facilitators invite and make cards, and a removed member’s card is dead', async () => {
	const means = { db, secrets }
	expect(await makeCard(means, given.citizen, given.citizen.memberId, now)).toEqual({ refused: 'not-allowed' })
	const invitation = { id: newId(), name: 'X', email: null, voiceId: null, groupId: null }
	expect(await inviteMember(means, given.commissioner, invitation, now)).toEqual({ refused: 'not-allowed' })
	const made = await makeCard(means, given.facilitator, given.provider.memberId, now)
	await removeMember(db, given.facilitator, given.provider.memberId, now)
	expect(await comeInByCard(means, 'code' in made ? made.code : '', now)).toEqual({ refused: 'revoked' })
})
