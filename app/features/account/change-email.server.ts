import type { Database } from '../../../db/database.ts'
import { changePerson, findPerson, findPersonByEmail } from '../../../db/queries/persons.ts'
import { countSignIns, countWrongCode, findSignIn, saveSignIn, spendSignIn } from '../../../db/queries/sign-ins.ts'
import { judgeSignIn, mailsAnHour, type SignInRefusal, signInMinutes } from '../../domain/people/sign-in.ts'
import { newId } from '../../http/new-id.ts'
import type { Secrets } from '../../http/secrets.ts'

interface Means {
	db: Database
	secrets: Secrets
}

const minute = 60_000

/**
 * Begins a change of address: a code goes to the new one, since whoever reads that mailbox will be able to sign in. The
 * row it makes cannot sign anybody in: its hashes are made for this person and this purpose.
 */
export function askToChangeEmail(
	{ db, secrets }: Means,
	personId: string,
	typedEmail: string,
	now = new Date(),
): Promise<{ signInId: string; letter: { to: string; code: string } } | { refused: 'too-many-mails' }> {
	const email = typedEmail.trim().toLowerCase()
	const signInId = newId()
	const code = secrets.newSixDigits()
	return db.write(async (tx) => {
		if ((await countSignIns(tx, email, new Date(now.getTime() - 60 * minute))) >= mailsAnHour)
			return { refused: 'too-many-mails' }
		await saveSignIn(tx, {
			id: signInId,
			email,
			linkHash: secrets.hash('no-link', secrets.newToken()),
			codeHash: hashOf(secrets, personId, signInId, code),
			wrongCodes: 0,
			askedAt: now,
			expiresAt: new Date(now.getTime() + signInMinutes * minute),
			usedAt: null,
		})
		return { signInId, letter: { to: email, code } }
	})
}

/** The code from the new mailbox. Refuses 'in-use' when another person here already has that address. */
export function changeEmail(
	{ db, secrets }: Means,
	personId: string,
	{ signInId, code }: { signInId: string; code: string },
	now = new Date(),
): Promise<{ email: string } | { refused: SignInRefusal | 'in-use' }> {
	return db.write(async (tx) => {
		const asked = await findSignIn(tx, signInId)
		const right = asked !== null && asked.codeHash === hashOf(secrets, personId, signInId, code)
		const judged = judgeSignIn(asked, { way: 'code', right }, now)
		if (judged !== 'ok' || !asked) {
			if (asked && !right) await countWrongCode(tx, signInId)
			return { refused: judged === 'ok' ? 'unknown' : judged }
		}
		const person = await findPerson(tx, personId)
		const owner = await findPersonByEmail(tx, asked.email)
		if (!person || person.erasedAt) return { refused: 'unknown' }
		await spendSignIn(tx, signInId, now)
		if (owner && owner.id !== personId) return { refused: 'in-use' }
		await changePerson(tx, personId, { email: asked.email })
		return { email: asked.email }
	})
}

/** Without an address, a person comes in with a card only. */
export function dropEmail(db: Database, personId: string) {
	return db.write((tx) => changePerson(tx, personId, { email: null }))
}

function hashOf(secrets: Secrets, personId: string, signInId: string, code: string) {
	return secrets.hash('new-address', `${personId}:${signInId}:${code}`)
}
