import type { Logger } from 'pino'
import { openSecrets } from '../app/http/secrets.ts'
import { openCollabServer } from '../collab-server/server.ts'
import { openDatabase } from '../db/database.ts'
import { loadExample } from '../db/example/load.ts'
import type { Env } from '../env.ts'

/** Loads the example before anybody can come in, so that nobody meets half of it. Nothing is loaded twice. */
export async function prepareExample(env: Env, secret: string, log: Logger) {
	const db = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
	const secrets = openSecrets(secret)
	const live = openCollabServer({ db, log, origins: new Set(), hashToken: secrets.hash, cookieName: '' })
	try {
		return await loadExample({ db, live, secrets }, (step) => console.log(`  ${step}`))
	} finally {
		await live.close()
		await db.close()
	}
}
