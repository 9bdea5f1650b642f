import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Database, openDatabase } from '../db/database.ts'
import type { Env } from '../env.ts'
import { CannotStart } from './cannot-start.ts'

/** For commands that look at what is there: opening would make an empty database, in which nothing is ever wrong. */
export async function openExistingDatabase({ DATABASE_URL, DATA_DIR }: Env, command: string): Promise<Database> {
	if (!DATABASE_URL && !existsSync(join(DATA_DIR, 'alongside.db')))
		throw new CannotStart(
			`There is no database in ${resolve(DATA_DIR)}. Say where it is: DATA_DIR=./data npx alongside ${command}`,
		)
	return await openDatabase({ url: DATABASE_URL, dataDir: DATA_DIR })
}
