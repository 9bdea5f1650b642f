import type { Database } from '../../../db/database.ts'
import { findPersonByEmail } from '../../../db/queries/persons.ts'
import { countSignIns, deleteSignInsBefore, findSignIn, saveSignIn } from '../../../db/queries/sign-ins.ts'
import { mailsAnHour, signInMinutes } from '../../domain/people/sign-in.ts'
import { newId } from '../../http/new-id.ts'
import type { Secrets } from '../../http/secrets.ts'

const minute = 60_000
const sentTwiceMs = 10_000

/**
 * Somebody typed an address. The answer is the same whether or not it is known here; `letter` is null when it is not,
 * because a page that mails whoever a stranger names can be used to pester people. Refuses 'too-many-mails' alike for
 * both. The same form sent twice at once asks once; sent again later, it asks again.
 */
export function askToSignIn(
	{ db, secrets }: { db: Database; secrets: Secrets },
	typedEmail: string,
	now = new Date(),
	formId = newId(),
) {
	const email = typedEmail.trim().toLowerCase()
	const token = secrets.newToken()
	const code = secrets.newSixDigits()
	return db.write(async (tx) => {
		const before = await findSignIn(tx, formId)
		if (before && before.email === email && now.getTime() - before.askedAt.getTime() < sentTwiceMs)
			return { signInId: formId, letter: null }
		const signInId = before ? newId() : formId
		await deleteSignInsBefore(tx, new Date(now.getTime() - 24 * 60 * minute))
		if ((await countSignIns(tx, email, new Date(now.getTime() - 60 * minute))) >= mailsAnHour)
			return { refused: 'too-many-mails' as const }

		await saveSignIn(tx, {
			id: signInId,
			email,
			linkHash: secrets.hash('sign-in-link', token),
			codeHash: secrets.hash('sign-in-code', `${signInId}:${code}`),
			wrongCodes: 0,
			askedAt: now,
			expiresAt: new Date(now.getTime() + signInMinutes * minute),
			usedAt: null,
		})
		const person = await findPersonByEmail(tx, email)
		return { signInId, letter: person ? { to: email, token, code } : null }
	})
}
