import type { ServerBuild } from '@remix-run/node'
import { readEnv } from '../env.ts'
import { startServer } from '../server.ts'
import { startClock } from './clock.ts'
import { lockDataDir } from './data-lock.ts'
import { claimDemoFolder } from './demo-folder.ts'
import { prepareExample } from './example.ts'
import { checkPort, openLog, prepareDataDir, readSecret, stopOnSignals } from './prepare.ts'

/** `npm run dev`: the demo with Vite in front, reloading as the code changes. */
export async function dev(): Promise<number> {
	const env = readEnv(process.env)
	await checkPort(env)
	prepareDataDir(env)
	lockDataDir(env)
	claimDemoFolder(env)
	const { createServer } = await import('vite')
	const vite = await createServer({ server: { middlewareMode: true } })
	const loadBuild = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
	const secret = readSecret(env)
	const log = openLog(env)
	await prepareExample(env, secret, log)
	const running = await startServer({ env, secret, log, demo: true, loadBuild, vite })
	const clock = startClock(running.context)
	console.log(`ready on ${running.origin}`)
	await stopOnSignals(async () => {
		await clock.stop()
		await running.stop()
	})
	return 0
}
