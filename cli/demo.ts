import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readEnv } from '../env.ts'
import { startServer } from '../server.ts'
import { buildWhenChanged, loadBuild } from './build.ts'
import { startClock } from './clock.ts'
import { prepareExample } from './example.ts'
import { openLog, prepareDataDir, readSecret, stopOnSignals } from './prepare.ts'

const marker = 'demo'

/** `npm run demo`: the example partnership on embedded SQLite, kept between runs. `--reset` starts it afresh. */
export async function demo(args: string[]): Promise<number> {
	const unknown = args.find((arg) => arg !== '--reset')
	if (unknown) {
		console.error(`The demo does not know “${unknown}”. It knows: --reset`)
		return 2
	}
	const env = readEnv(process.env)
	if (env.DATABASE_URL && args.includes('--reset')) {
		console.error('--reset empties a data folder. With DATABASE_URL, make an empty database yourself and start again.')
		return 2
	}
	process.env.NODE_ENV = 'production'
	if (args.includes('--reset')) reset(env.DATA_DIR)
	prepareDataDir(env)
	if (!env.DATABASE_URL && isRealData(env.DATA_DIR)) {
		console.error(
			`${resolve(env.DATA_DIR)} holds real work, made with npm start. Choose another folder for the demo: DATA_DIR=./demo npm run demo`,
		)
		return 1
	}
	writeFileSync(
		join(env.DATA_DIR, marker),
		'This folder holds the example partnership. npm run demo -- --reset empties it.\n',
	)
	await buildWhenChanged()
	const secret = readSecret(env)
	const log = openLog(env, join(env.DATA_DIR, 'demo.log'))
	const { guests, card } = await prepareExample(env, secret, log)
	const running = await startServer({ env, secret, log, demo: true, loadBuild })
	const clock = startClock(running.context)
	console.log(welcome(running.origin, guests, card))
	await stopOnSignals(async () => {
		console.log('\nSaving and stopping …')
		clock.stop()
		await running.stop()
	})
	return 0
}

function reset(dataDir: string) {
	if (isRealData(dataDir)) throw new Error(`${dataDir} is not demo data: --reset will not empty it`)
	rmSync(dataDir, { recursive: true, force: true })
}

function isRealData(dataDir: string) {
	return existsSync(join(dataDir, 'alongside.db')) && !existsSync(join(dataDir, marker))
}

function welcome(origin: string, guests: { name: string; who: string }[], card: string) {
	const people = guests.map(({ name, who }) => `    ${name.padEnd(10)} ${who}`).join('\n')
	return `
Alongside is ready:  ${origin}

  To come in, open ${origin}/sign-in and choose a person:
${people}
    or go to ${origin}/join with the code on Doreen’s card: ${card}

  What you do is kept. Start afresh with: npm run demo -- --reset
  Stop with Ctrl-C.
`
}
