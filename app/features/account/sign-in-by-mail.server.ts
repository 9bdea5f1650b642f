import type { Connection, Database } from '../../../db/database.ts'
import { findPersonByEmail } from '../../../db/queries/persons.ts'
import { countWrongCode, findSignIn, findSignInByLink, spendSignIn } from '../../../db/queries/sign-ins.ts'
import { judgeSignIn, type SignIn, type SignInRefusal } from '../../domain/people/sign-in.ts'
import type { Secrets } from '../../http/secrets.ts'

interface Means {
	db: Database
	secrets: Secrets
}

type SignedIn = { personId: string } | { refused: SignInRefusal }

/** The six digits, typed. A wrong guess is counted on the row, whatever address it comes from. */
export function signInByCode(
	{ db, secrets }: Means,
	{ signInId, code }: { signInId: string; code: string },
	now = new Date(),
): Promise<SignedIn> {
	return db.write(async (tx) => {
		const signIn = await findSignIn(tx, signInId)
		const right = signIn !== null && signIn.codeHash === secrets.hash('sign-in-code', `${signInId}:${code}`)
		const judged = judgeSignIn(signIn, { way: 'code', right }, now)
		if (judged === 'ok') return await spend(tx, signIn!, now)
		if (signIn && !right) await countWrongCode(tx, signInId)
		return { refused: judged }
	})
}

/** The link from the e-mail, after its button was pressed. */
export function signInByLink({ db, secrets }: Means, token: string, now = new Date()): Promise<SignedIn> {
	return db.write(async (tx) => {
		const signIn = await findSignInByLink(tx, secrets.hash('sign-in-link', token))
		const judged = judgeSignIn(signIn, { way: 'link' }, now)
		return judged === 'ok' ? await spend(tx, signIn!, now) : { refused: judged }
	})
}

async function spend(tx: Connection, { id, email }: SignIn, now: Date): Promise<SignedIn> {
	const person = await findPersonByEmail(tx, email)
	if (!person) return { refused: 'unknown' }
	await spendSignIn(tx, id, now)
	return { personId: person.id }
}

/** Whether the link's button would work now. Uses nothing up. */
export async function checkSignInLink({ db, secrets }: Means, token: string, now = new Date()) {
	const signIn = await findSignInByLink(db.read, secrets.hash('sign-in-link', token))
	return judgeSignIn(signIn, { way: 'link' }, now)
}
