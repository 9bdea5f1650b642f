import type { Logger } from 'pino'
import { openSecrets } from '../app/http/secrets.ts'
import { openCollabServer } from '../collab-server/server.ts'
import { openDatabase } from '../db/database.ts'
import { backdateWords, loadExample, whatIsHere } from '../db/example/load.ts'
import type { Env } from '../env.ts'
import { CannotStart } from './cannot-start.ts'

const realWork =
	'This database holds real work, and in the demo anybody may come in as anybody. Give the demo a database or a DATA_DIR of its own.'
const halfLoaded =
	'The example was only half loaded last time. Start afresh with: npm run demo -- --reset (with DATABASE_URL, empty the database yourself first).'

/** Loads the example before anybody can come in, so that nobody meets half of it. Nothing is loaded twice. */
export async function prepareExample(env: Env, secret: string, log: Logger) {
	const db = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
	const secrets = openSecrets(secret)
	const live = openCollabServer({ db, log, origins: new Set(), hashToken: secrets.hash, cookieName: '' })
	try {
		const here = await whatIsHere(db.read)
		if (here === 'real work') throw new CannotStart(realWork)
		if (here === 'half') throw new CannotStart(halfLoaded)
		const loaded = await loadExample({ db, live, secrets }, (step) => console.log(`  ${step}`))
		await live.close()
		await backdateWords(db, loaded)
		return loaded
	} finally {
		await live.close()
		await db.close()
	}
}

/** For real use: nobody may start on the example, whose people anybody could have been. */
export async function refuseExample(env: Env) {
	const db = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
	try {
		const here = await whatIsHere(db.read)
		if (here === 'example' || here === 'half')
			throw new CannotStart(
				'This holds the example partnership, in which anybody may come in as anybody. For real use choose another folder, such as DATA_DIR=./live npm start, or another DATABASE_URL.',
			)
	} finally {
		await db.close()
	}
}
