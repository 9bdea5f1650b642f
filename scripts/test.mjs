// `npm test`: everything that can be checked on a bare machine, cheapest first. Stops at the first thing that fails.
import { spawnSync } from 'node:child_process'
import { ensureBrowser } from './ensure-browser.mjs'

const steps = [
	['Types', 'tsc', ['--noEmit']],
	['Format and lint', 'biome', ['check', '--error-on-warnings', '.']],
	[
		'Who imports whom',
		'depcruise',
		['--config', '.dependency-cruiser.cjs', 'app', 'collab-server', 'cli', 'db', 'recount', 'server.ts', 'cli.ts'],
	],
	['Migrations are current', process.execPath, ['scripts/generate-migrations.mjs', '--check']],
	['Unit tests', 'vitest', ['run', '--project', 'unit']],
	['Commands and queries on SQLite', 'vitest', ['run', '--project', 'contracts']],
	['Browser journeys', 'playwright', ['test']],
]

await ensureBrowser()
for (const [name, command, args] of steps) {
	console.log(`\n— ${name}`)
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
	})
	if (status !== 0) {
		console.error(`\n${name}: failed.`)
		process.exit(status ?? 1)
	}
}
console.log('\nAll is well.')
