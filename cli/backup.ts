import { openDatabase } from '../db/database.ts'
import { readEnv } from '../env.ts'

export async function backup([file]: string[]): Promise<number> {
	if (!file) {
		console.error('Say where to: npx alongside backup /safe/place/alongside-2026-11-21.db')
		return 2
	}
	const env = readEnv(process.env)
	if (env.DATABASE_URL) {
		console.error('This database is Postgres. Back it up with pg_dump: see docs/operate.md.')
		return 2
	}
	const db = await openDatabase({ dataDir: env.DATA_DIR })
	await db.backup(file)
	await db.close()
	console.log(
		`Saved a copy to ${file}. Keep ${env.DATA_DIR}/secret with it: without it, cards and sign-ins must be made again.`,
	)
	return 0
}
