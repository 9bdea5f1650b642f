import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const alias = { '~': new URL('./app', import.meta.url).pathname }

/**
 * `unit` needs nothing but Node. `contracts` runs every command and query against the database that DATABASE_URL names:
 * without one, SQLite; under `scripts/with-postgres.mjs`, a throw-away PostgreSQL.
 */
export default defineConfig({
	test: {
		// Much of a test is waiting for a disk or a process, and two cores would otherwise be given one worker.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				resolve: { alias },
				test: {
					name: 'unit',
					include: ['*.test.ts', '{app,cli,collab-server,db,recount,tests}/**/*.test.{ts,tsx}'],
					exclude: ['**/*.contract.test.ts', 'tests/{contracts,conformance}/**', 'node_modules/**'],
				},
			},
			{
				resolve: { alias },
				test: {
					name: 'contracts',
					include: ['{app,collab-server,db,tests}/**/*.contract.test.ts'],
					setupFiles: ['tests/contracts/setup.ts'],
					testTimeout: 30_000,
				},
			},
			{
				resolve: { alias },
				test: {
					name: 'conformance',
					include: ['tests/conformance/**/*.test.ts'],
					testTimeout: 120_000,
				},
			},
		],
	},
})
