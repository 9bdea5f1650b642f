import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readEnv } from '../env.ts'
import { CannotStart } from './cannot-start.ts'
import { openExistingDatabase } from './existing-database.ts'

/** `npx alongside backup FILE`: a whole copy, while people go on working. Never writes over an older one. */
export async function backup([named]: string[], typedIn = '.'): Promise<number> {
	if (!named) {
		console.error('Say where to: npx alongside backup /safe/place/alongside-2026-11-21.db')
		return 2
	}
	const file = resolve(typedIn, named)
	const env = readEnv(process.env)
	if (env.DATABASE_URL) {
		console.error('This database is Postgres. Back it up with pg_dump: see docs/operate.md.')
		return 2
	}
	const db = await openExistingDatabase(env, `backup ${file}`)
	try {
		if (existsSync(file)) throw new CannotStart(`${resolve(file)} is there already. Give the copy another name.`)
		if (!existsSync(dirname(resolve(file))))
			throw new CannotStart(`There is no folder ${dirname(resolve(file))}. Make it, or choose another.`)
		process.umask(0o077)
		await db.backup(file)
	} finally {
		await db.close()
	}
	const secret = join(env.DATA_DIR, 'secret')
	const keep = existsSync(secret) ? ` Keep ${secret} with it: without it, cards and sign-ins must be made again.` : ''
	console.log(`Saved a copy to ${file}.${keep}`)
	return 0
}
