import { ensureSetUpLink } from '../app/features/partnership/set-up-link.server.ts'
import { readEnv } from '../env.ts'
import { startServer } from '../server.ts'
import { buildWhenChanged, loadBuild } from './build.ts'
import { startClock } from './clock.ts'
import { isCompiled } from './compiled.ts'
import { lockDataDir } from './data-lock.ts'
import { refuseExample } from './example.ts'
import { checkPort, openLog, prepareDataDir, readSecret, stopOnSignals } from './prepare.ts'
import { builtCode } from './sources.mjs'

/** `npm start`: for real use. The first start prints a one-time link that makes the first partnership. */
export async function start(): Promise<number> {
	const env = readEnv(process.env)
	process.env.NODE_ENV = 'production'
	await checkPort(env)
	prepareDataDir(env)
	lockDataDir(env)
	await refuseExample(env)
	// The door sees to it that the program which runs on is the one that was built.
	if (!isCompiled) {
		await buildWhenChanged()
		return builtCode
	}
	const log = openLog(env)
	const running = await startServer({ env, secret: readSecret(env), log, demo: false, loadBuild })
	const clock = startClock(running.context)
	log.info({ origin: running.origin, mail: running.context.mailer.destination }, 'ready')
	const link = await ensureSetUpLink(running.context)
	console.log(`
Alongside is ready on ${running.origin}. Mail goes to ${running.context.mailer.destination}.`)
	if (link)
		console.log(`Open this link once to make your partnership (it works for one day):
  ${link}
`)
	await stopOnSignals(async () => {
		await clock.stop()
		await running.stop()
	})
	return 0
}
