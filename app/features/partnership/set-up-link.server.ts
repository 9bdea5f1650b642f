import { findInstallation, listPartnerships, saveInstallation } from '../../../db/queries/partnerships.ts'
import type { AppContext } from '../../http/context.ts'

const key = 'set-up'
const validMs = 24 * 60 * 60_000

type Needs = Pick<AppContext, 'db' | 'secrets' | 'origin'>

/** A link that makes the first partnership, while there is none. Every start makes a new one and ends the last. */
export async function ensureSetUpLink({ db, secrets, origin }: Needs, now = new Date()): Promise<string | null> {
	if ((await listPartnerships(db.read)).length > 0) return null
	const token = secrets.newToken()
	await db.write((tx) => saveInstallation(tx, key, `${secrets.hash(key, token)} ${now.getTime() + validMs}`))
	return `${origin}/set-up/${token}`
}

export async function isSetUpLink(
	{ db, secrets }: Pick<Needs, 'db' | 'secrets'>,
	token: string,
	now = new Date(),
): Promise<boolean> {
	return matches(await findInstallation(db.read, key), secrets.hash(key, token), now)
}

/** Uses the link up. True for exactly one caller, however many arrive at once. */
export async function useSetUpLink(
	{ db, secrets }: Pick<Needs, 'db' | 'secrets'>,
	token: string,
	now = new Date(),
): Promise<boolean> {
	return await db.write(async (tx) => {
		if (!matches(await findInstallation(tx, key), secrets.hash(key, token), now)) return false
		await saveInstallation(tx, key, 'used')
		return true
	})
}

function matches(stored: string | null, hash: string, now: Date) {
	const [storedHash, expires] = stored?.split(' ') ?? []
	return storedHash === hash && Number(expires) > now.getTime()
}
