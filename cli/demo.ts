import { join } from 'node:path'
import { readEnv } from '../env.ts'
import { startServer } from '../server.ts'
import { buildWhenChanged, loadBuild } from './build.ts'
import { startClock } from './clock.ts'
import { isCompiled } from './compiled.ts'
import { lockDataDir } from './data-lock.ts'
import { claimDemoFolder, emptyDemoFolder } from './demo-folder.ts'
import { prepareExample } from './example.ts'
import { checkPort, openLog, prepareDataDir, readSecret, stopOnSignals } from './prepare.ts'
import { builtCode } from './sources.mjs'

/** `npm run demo`: the example partnership on embedded SQLite, kept between runs. `--reset` starts it afresh. */
export async function demo(args: string[]): Promise<number> {
	const unknown = args.find((arg) => arg !== '--reset')
	if (unknown) {
		console.error(`The demo does not know “${unknown}”. It knows: --reset`)
		return 2
	}
	// Anybody may come in as anybody, so a demo is for this machine alone unless HOST says otherwise.
	const env = readEnv({ ...process.env, HOST: process.env.HOST || '127.0.0.1' })
	if (env.DATABASE_URL && args.includes('--reset')) {
		console.error('--reset empties a data folder. With DATABASE_URL, make an empty database yourself and start again.')
		return 2
	}
	process.env.NODE_ENV = 'production'
	// A demo that runs in this folder has the port too: its database is not taken from under it.
	await checkPort(env)
	prepareDataDir(env)
	lockDataDir(env)
	if (args.includes('--reset')) emptyDemoFolder(env)
	claimDemoFolder(env)
	// The door sees to it that the program which runs on is the one that was built.
	if (!isCompiled) {
		await buildWhenChanged()
		return builtCode
	}
	const secret = readSecret(env)
	const log = openLog(env, join(env.DATA_DIR, 'demo.log'))
	const { guests, card } = await prepareExample(env, secret, log)
	const running = await startServer({ env, secret, log, demo: true, loadBuild })
	const clock = startClock(running.context)
	console.log(welcome(running.origin, guests, card))
	await stopOnSignals(async () => {
		console.log('\nSaving and stopping …')
		await clock.stop()
		await running.stop()
	})
	return 0
}

function welcome(origin: string, guests: { name: string; who: string }[], card: string) {
	const people = guests.map(({ name, who }) => `    ${name.padEnd(10)} ${who}`).join('\n')
	return `
Alongside is ready:  ${origin}

  To come in, open ${origin}/sign-in and choose a person:
${people}
    or go to ${origin}/join with the code on Doreen’s card: ${card}

  A result to read first: ${origin}/p/harbourside/decisions, “What should the carers’ £60,000 pay for?”

  Only this machine can reach it, because anybody may come in as anybody. (HOST=0.0.0.0 opens it to the network.)
  What you do is kept. Start afresh with: npm run demo -- --reset
  Stop with Ctrl-C.
`
}
