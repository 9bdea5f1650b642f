// Runs a command with DATABASE_URL naming a throw-away PostgreSQL on loopback, and removes it afterwards:
//   node scripts/with-postgres.mjs vitest run --project contracts
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { makeCluster } from './postgres-cluster.mjs'

const [command, ...args] = process.argv.slice(2)
const cluster = await makeCluster().catch((error) => {
	console.error(error.message)
	process.exit(1)
})
try {
	cluster.start()
	process.exitCode = await run()
} finally {
	await cluster.stop()
	cluster.remove()
}

function run() {
	const env = {
		...process.env,
		DATABASE_URL: cluster.url,
		PATH: [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter),
	}
	const child = spawn(command, args, { env, stdio: 'inherit' })
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
	return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}
