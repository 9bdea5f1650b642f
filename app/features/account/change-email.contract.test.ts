import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPerson, savePerson } from '../../../db/queries/persons.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { askToChangeEmail, changeEmail } from './change-email.server.ts'
import { signInByCode } from './sign-in-by-mail.server.ts'

const secrets = openSecrets('a key for tests only, thirty-two long')
const now = new Date('2026-11-21T14:00:00Z')
let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

async function givenPerson() {
	const id = newId()
	const email = `${id}@example.org`
	await scratch.db.write((tx) => savePerson(tx, { id, name: 'Amina', email, createdAt: now }))
	return { id, email }
}

async function ask(personId: string, email: string) {
	const asked = await askToChangeEmail({ db: scratch.db, secrets }, personId, email, now)
	if ('refused' in asked) throw new Error(asked.refused)
	return { signInId: asked.signInId, code: asked.letter.code }
}

test('an address changes once the new mailbox has proved itself, and not before', async () => {
	const means = { db: scratch.db, secrets }
	const { id, email } = await givenPerson()
	const asked = await ask(id, 'New@Example.org')
	expect((await findPerson(scratch.db.read, id))?.email).toBe(email)
	expect(await changeEmail(means, id, asked, now)).toEqual({ email: 'new@example.org' })
	expect(await changeEmail(means, id, asked, now)).toEqual({ refused: 'used' })
	expect((await findPerson(scratch.db.read, id))?.email).toBe('new@example.org')
})

test('its code signs nobody in, works for nobody else, and ends after five wrong guesses', async () => {
	const means = { db: scratch.db, secrets }
	const [amina, colin] = [await givenPerson(), await givenPerson()]
	const asked = await ask(amina.id, `${newId()}@example.org`)
	expect(await signInByCode(means, asked, now)).toEqual({ refused: 'wrong-code' })
	expect(await changeEmail(means, colin.id, asked, now)).toEqual({ refused: 'wrong-code' })
	for (let guess = 0; guess < 3; guess++) await changeEmail(means, colin.id, asked, now)
	expect(await changeEmail(means, amina.id, asked, now)).toEqual({ refused: 'too-many-wrong' })
})

test('an address that somebody else here has stays theirs', async () => {
	const means = { db: scratch.db, secrets }
	const [amina, colin] = [await givenPerson(), await givenPerson()]
	const asked = await ask(amina.id, colin.email)
	expect(await changeEmail(means, amina.id, asked, now)).toEqual({ refused: 'in-use' })
	expect((await findPerson(scratch.db.read, amina.id))?.email).toBe(amina.email)
})
