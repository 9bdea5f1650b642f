import { openDatabase } from '../db/database.ts'
import { readEnv } from '../env.ts'
import { prepareDataDir } from './prepare.ts'

export async function migrate(): Promise<number> {
	const env = readEnv(process.env)
	prepareDataDir(env)
	const db = await openDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR })
	await db.close()
	console.log('The database is up to date.')
	return 0
}
