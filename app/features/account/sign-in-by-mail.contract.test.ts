import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../db/database.ts'
import { findPerson, savePerson } from '../../../db/queries/persons.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { askToSignIn } from './ask-to-sign-in.server.ts'
import { erasePerson } from './erase-person.server.ts'
import { signInByCode, signInByLink } from './sign-in-by-mail.server.ts'

const secrets = openSecrets('a key for tests only, thirty-two long')
const now = new Date('2026-11-21T14:00:00Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let db: Database

beforeAll(async () => {
	scratch = await scratchDatabase()
	db = scratch.db
})
afterAll(() => scratch.remove())

async function givenPerson() {
	const id = newId()
	const email = `${id}@example.org`
	await db.write((tx) => savePerson(tx, { id, name: 'Amina', email, createdAt: now }))
	return { id, email }
}

async function ask(email: string, at = now) {
	const asked = await askToSignIn({ db, secrets }, email, at)
	if ('refused' in asked) throw new Error(asked.refused)
	return asked
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('the link signs in once, however often it is pressed at the same moment', async () => {
	const person = await givenPerson()
	const { letter } = await ask(person.email.toUpperCase())
	const presses = await Promise.all(
		Array.from({ length: 8 }, () => signInByLink({ db, secrets }, letter!.token, minutesLater(1))),
	)
	expect(presses.filter((press) => 'personId' in press)).toEqual([{ personId: person.id }])
	expect(presses.filter((press) => 'refused' in press)).toEqual(Array(7).fill({ refused: 'used' }))
})

test('the code signs in once, and uses up the link with it', async () => {
	const person = await givenPerson()
	const { signInId, letter } = await ask(person.email)
	expect(await signInByCode({ db, secrets }, { signInId, code: letter!.code }, now)).toEqual({ personId: person.id })
	expect(await signInByCode({ db, secrets }, { signInId, code: letter!.code }, now)).toEqual({ refused: 'used' })
	expect(await signInByLink({ db, secrets }, letter!.token, now)).toEqual({ refused: 'used' })
})

test('five wrong codes end the code, also when they come all at once; the link still works', async () => {
	const person = await givenPerson()
	const { signInId, letter } = await ask(person.email)
	const guess = { signInId, code: wrong(letter!.code) }
	await Promise.all(Array.from({ length: 5 }, () => signInByCode({ db, secrets }, guess, now)))
	expect(await signInByCode({ db, secrets }, { signInId, code: letter!.code }, now)).toEqual({
		refused: 'too-many-wrong',
	})
	expect(await signInByLink({ db, secrets }, letter!.token, now)).toEqual({ personId: person.id })
})

test('a wrong code is said to be wrong, and the right one still works after it', async () => {
	const { id, email } = await givenPerson()
	const { signInId, letter } = await ask(email)
	const guess = { signInId, code: wrong(letter!.code) }
	expect(await signInByCode({ db, secrets }, guess, now)).toEqual({ refused: 'wrong-code' })
	expect(await signInByCode({ db, secrets }, { signInId, code: letter!.code }, now)).toEqual({ personId: id })
})

test('one e-mail’s code does not fit another’s row', async () => {
	const { email } = await givenPerson()
	const [one, other] = [await ask(email), await ask(email)]
	const crossed = { signInId: one.signInId, code: other.letter!.code }
	if (one.letter!.code !== other.letter!.code)
		expect(await signInByCode({ db, secrets }, crossed, now)).toEqual({ refused: 'wrong-code' })
})

test('half an hour later neither works', async () => {
	const { email } = await givenPerson()
	const { signInId, letter } = await ask(email)
	expect(await signInByLink({ db, secrets }, letter!.token, minutesLater(30))).toEqual({ refused: 'expired' })
	const code = { signInId, code: letter!.code }
	expect(await signInByCode({ db, secrets }, code, minutesLater(30))).toEqual({ refused: 'expired' })
})

test('an unknown address is answered alike, gets no e-mail, and meets the same limit', async () => {
	const known = await givenPerson()
	const stranger = `${newId()}@example.org`
	expect((await ask(stranger)).letter).toBeNull()
	for (const email of [known.email, stranger]) {
		const asked = await Promise.all(
			Array.from({ length: 7 }, () => askToSignIn({ db, secrets }, email, minutesLater(1))),
		)
		const mails = asked.filter((answer) => 'signInId' in answer).length
		expect(mails).toBe(email === stranger ? 4 : 5)
		expect(await askToSignIn({ db, secrets }, email, minutesLater(59))).toEqual({ refused: 'too-many-mails' })
		expect(await askToSignIn({ db, secrets }, email, minutesLater(62))).toHaveProperty('signInId')
	}
})

test('the same form sent twice at once sends one e-mail; sent later, or with another address, it sends another', async () => {
	const [person, other] = [await givenPerson(), await givenPerson()]
	const form = newId()
	const send = (email: string, at: Date) => askToSignIn({ db, secrets }, email, at, form)
	const twice = await Promise.all([send(person.email, now), send(person.email, now)])
	expect(twice.map((asked) => 'signInId' in asked && asked.signInId)).toEqual([form, form])
	expect(twice.filter((asked) => 'letter' in asked && asked.letter)).toHaveLength(1)
	for (const [email, at] of [
		[other.email, now],
		[person.email, minutesLater(1)],
	] as const) {
		const again = await send(email, at)
		expect(again).toMatchObject({ letter: { to: email } })
		expect(again).not.toMatchObject({ signInId: form })
	}
})

test('an invented link and an invented row are unknown', async () => {
	expect(await signInByLink({ db, secrets }, secrets.newToken(), now)).toEqual({ refused: 'unknown' })
	expect(await signInByCode({ db, secrets }, { signInId: newId(), code: '123456' }, now)).toEqual({
		refused: 'unknown',
	})
})

test('a link sent before somebody was erased lets nobody in', async () => {
	const { id, email } = await givenPerson()
	const { letter } = await ask(email)
	await erasePerson(db, id, now)
	expect(await signInByLink({ db, secrets }, letter!.token, now)).toEqual({ refused: 'unknown' })
	expect(await findPerson(db.read, id)).toMatchObject({
		name: 'A participant',
		email: null,
		contact: null,
		erasedAt: now,
	})
})
