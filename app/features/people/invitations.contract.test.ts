import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { listInvitations } from '../../../db/queries/join-codes.ts'
import { findMember } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../../../tests/factories.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { acceptInvitation } from '../account/accept-invitation.server.ts'
import { admitMember } from './admit-member.server.ts'
import { approveInvitations } from './approve-invitations.server.ts'
import { inviteMember } from './invite-member.server.ts'
import { keepInvitationsWaiting } from './keep-invitations-waiting.server.ts'
import { nameVoice } from './name-voice.server.ts'
import { withdrawInvitation } from './withdraw-invitation.server.ts'

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

const row = (name: string, email: string | null = null) => ({
	name,
	email,
	voiceId: given.voices.citizen.id,
	groupId: null,
})

test('rows of a file wait for a yes, and two yeses at once make one code each', async () => {
	const means = { db, secrets }
	await keepInvitationsWaiting(means, given.facilitator, [row('Dilys'), row('Tom'), row('Ann')], now)
	const waiting = await listInvitations(db.read, given.place, ['waiting'])
	expect(waiting.map(({ name }) => name)).toEqual(['Ann', 'Dilys', 'Tom'])

	const chosen = waiting.filter(({ name }) => name !== 'Tom').map(({ id }) => id)
	const yeses = await Promise.all([
		approveInvitations(means, given.facilitator, chosen, now),
		approveInvitations(means, given.facilitator, chosen, now),
	])
	const invited = yeses.flatMap((yes) => ('invited' in yes ? yes.invited : []))
	expect(invited.map(({ invitation }) => invitation.name).sort()).toEqual(['Ann', 'Dilys'])
	expect(await listInvitations(db.read, given.place, ['waiting'])).toHaveLength(1)
	const form = { code: invited[0]!.code, memberId: newId(), personId: newId(), name: 'Ann', voiceId: null }
	expect(await acceptInvitation(means, form, now)).toMatchObject({ personId: form.personId })
})

test('somebody who became a member meanwhile is taken off the list', async () => {
	const email = `${newId()}@example.org`
	const means = { db, secrets }
	await keepInvitationsWaiting(means, given.facilitator, [row('Dilys', email)], now)
	const [waiting] = await listInvitations(db.read, given.place, ['waiting'])
	const dilys = {
		memberId: newId(),
		personId: newId(),
		name: 'Dilys',
		email,
		voiceId: given.voices.citizen.id,
		role: 'member' as const,
	}
	expect(await admitMember(db, given.facilitator, dilys, now)).toMatchObject({ memberId: dilys.memberId })
	expect(await admitMember(db, given.facilitator, dilys, now)).toEqual({ memberId: dilys.memberId })
	expect(await findMember(db.read, given.place, dilys.memberId)).toMatchObject({ name: 'Dilys', role: 'member' })
	const again = { ...dilys, memberId: newId(), personId: newId() }
	expect(await admitMember(db, given.facilitator, again, now)).toMatchObject({ refused: 'already-here' })
	const yes = await approveInvitations(means, given.facilitator, [waiting!.id], now)
	expect(yes).toMatchObject({ invited: [], passedOver: [{ name: 'Dilys' }] })
})

test('a withdrawn invitation lets nobody in, and neither does a second form with its id', async () => {
	const means = { db, secrets }
	const input = { id: newId(), ...row('Dilys') }
	const invited = await inviteMember(means, given.facilitator, input, now)
	expect(await inviteMember(means, given.facilitator, input, now)).toEqual({ code: null })
	expect(await withdrawInvitation(db, given.citizen, input.id)).toEqual({ refused: 'not-allowed' })
	await withdrawInvitation(db, given.facilitator, input.id)
	const code = 'code' in invited ? invited.code! : ''
	const form = { code, memberId: newId(), personId: newId(), name: 'Dilys', voiceId: null }
	expect(await acceptInvitation(means, form, now)).toEqual({ refused: 'revoked' })
})

test('voices are renamed and added, each name once', async () => {
	const { facilitator, place, voices } = given
	const own = { id: voices.citizen.id, name: 'Neighbour', plural: 'Neighbours' }
	expect(await nameVoice(db, facilitator, own, now)).toMatchObject({ voice: { kind: 'citizen', shape: 0 } })
	const added = { id: newId(), name: 'Researcher', plural: 'Researchers' }
	expect(await nameVoice(db, facilitator, added, now)).toMatchObject({ voice: { shape: 3, position: 3 } })
	expect(await nameVoice(db, facilitator, { ...added, id: newId() }, now)).toEqual({ refused: 'name-taken' })
	expect(await nameVoice(db, given.citizen, own, now)).toEqual({ refused: 'not-allowed' })
	expect((await listVoices(db.read, place)).map(({ name }) => name)).toEqual([
		'Neighbour',
		'Commissioner',
		'Provider',
		'Researcher',
	])
})
