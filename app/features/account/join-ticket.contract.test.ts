import { afterAll, beforeAll, expect, test } from 'vitest'
import { savePerson } from '../../../db/queries/persons.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../../../tests/factories.ts'
import { openLimits } from '../../http/limits.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { inviteMember } from '../people/invite-member.server.ts'
import { makeCard } from '../people/make-card.server.ts'
import { readTicket } from './join-ticket.server.ts'

const secrets = openSecrets('a key for tests only, thirty-two long')
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

function library(limits = openLimits()) {
	return { db: scratch.db, secrets, limits, address: '203.0.113.7' }
}

async function cardOf({ memberId }: { memberId: string }) {
	const made = await makeCard({ db: scratch.db, secrets }, given.facilitator, memberId)
	if ('refused' in made) throw new Error(made.refused)
	return made.code
}

test('a card says whose it is, an invitation what it asks', async () => {
	const code = await cardOf(given.citizen)
	expect(await readTicket(library(), code)).toMatchObject({ ticket: { kind: 'card', name: 'Amina' }, status: 200 })

	const invitation = { id: newId(), name: 'Dilys', email: null, voiceId: null, groupId: null }
	const invited = await inviteMember({ db: scratch.db, secrets }, given.facilitator, invitation)
	if ('refused' in invited) throw new Error(invited.refused)
	const { ticket } = await readTicket(library(), invited.code!)
	expect(ticket).toMatchObject({ kind: 'invitation', name: 'Dilys', voices: [{}, {}, {}] })
})

test('somebody known by their address in another partnership is not asked for a name again', async () => {
	const email = `${newId()}@example.org`
	await scratch.db.write((tx) => savePerson(tx, { id: newId(), name: 'Rosa', email, createdAt: new Date() }))
	const invitation = { id: newId(), name: 'R.', email, voiceId: null, groupId: null }
	const invited = await inviteMember({ db: scratch.db, secrets }, given.facilitator, invitation)
	if ('refused' in invited) throw new Error(invited.refused)
	expect((await readTicket(library(), invited.code!)).ticket).toMatchObject({ known: 'Rosa', name: 'R.' })
})

test('after too many wrong codes an address waits; others do not, and the wait ends by itself', async () => {
	const code = await cardOf(given.citizen)
	const limits = openLimits({ wrongGuesses: 3, withinSeconds: 1 })
	for (let guess = 0; guess < 3; guess++) {
		expect((await readTicket(library(limits), `WRONG-0000${guess}`)).status).toBe(404)
	}
	expect(await readTicket(library(limits), code)).toMatchObject({ ticket: null, status: 429 })
	expect((await readTicket({ ...library(limits), address: '203.0.113.8' }, code)).status).toBe(200)
	await expect.poll(async () => (await readTicket(library(limits), code)).status, { timeout: 5000 }).toBe(200)
})

test('people who type right codes never meet the limit, however many they are', async () => {
	const code = await cardOf(given.provider)
	const limits = openLimits({ wrongGuesses: 2, withinSeconds: 60 })
	for (let visit = 0; visit < 10; visit++) expect((await readTicket(library(limits), code)).status).toBe(200)
})

test('a code that was taken back is gone, and is not counted as a guess', async () => {
	const old = await cardOf(given.commissioner)
	await cardOf(given.commissioner)
	const limits = openLimits({ wrongGuesses: 1, withinSeconds: 60 })
	expect((await readTicket(library(limits), old)).status).toBe(410)
	expect((await readTicket(library(limits), old)).status).toBe(410)
})
