// `npm run db:generate -- name` writes a migration for both databases from the one schema.
// `--check` fails when either folder is behind the schema.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const check = process.argv.includes('--check')
const name = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'change'
const dialects = { sqlite: {}, postgres: { DATABASE_URL: 'postgres://generate.invalid/none' } }

for (const [dialect, env] of Object.entries(dialects)) {
	const folder = `db/migrations/${dialect}`
	if (check) checkFolder(dialect, folder, env)
	else generate(folder, env)
}

function generate(out, env) {
	const { DATABASE_URL: _, ...clean } = process.env
	const run = spawnSync('npx', ['drizzle-kit', 'generate', '--name', name], {
		env: { ...clean, ...env, MIGRATIONS_OUT: `./${out}` },
		encoding: 'utf8',
	})
	if (run.status !== 0) {
		console.error(run.stdout, run.stderr)
		process.exit(1)
	}
}

function checkFolder(dialect, folder, env) {
	const copy = mkdtempSync('.tmp-migrations-')
	try {
		cpSync(folder, join(copy, dialect), { recursive: true })
		const before = readdirSync(join(copy, dialect)).length
		generate(join(copy, dialect), env)
		if (readdirSync(join(copy, dialect)).length !== before) {
			console.error(`The ${dialect} migrations are behind db/schema. Run: npm run db:generate -- what-changed`)
			process.exitCode = 1
		}
	} finally {
		rmSync(copy, { recursive: true })
	}
}
