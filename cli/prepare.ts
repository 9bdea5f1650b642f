import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import type { Env } from '../env.ts'
import { errorForLog } from '../error-for-log.ts'

/** The data folder, ready to be written to. Throws the system's own error when it is not. */
export function prepareDataDir({ DATA_DIR }: Env) {
	// The database, mails and the secret are this account's alone, also in a folder that was there before.
	process.umask(0o077)
	mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
	accessSync(DATA_DIR, constants.W_OK | constants.X_OK)
}

/** Fails at once, with the system's own error, when nobody could listen there: not after half a minute of building. */
export async function checkPort({ PORT, HOST }: Env) {
	const probe = createServer()
	await new Promise<void>((resolve, reject) => {
		probe.once('error', reject)
		probe.listen(PORT, HOST, resolve)
	})
	await new Promise((resolve) => probe.close(resolve))
}

/** SECRET, or the one made on the first start and kept for this account's eyes only. */
export function readSecret({ SECRET, DATA_DIR }: Env): string {
	if (SECRET) return SECRET
	const file = join(DATA_DIR, 'secret')
	if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
	chmodSync(file, 0o600)
	return readFileSync(file, 'utf8').trim()
}

/** One JSON line an event. Cookies and codes are never handed to it; what slips in by an error is struck out. */
export function openLog({ LOG_LEVEL }: Env, toFile?: string): Logger {
	const redact = ['req.headers', 'headers', '*.headers', '*.cookie', '*.token', '*.code']
	const options = { level: LOG_LEVEL, redact, serializers: { err: (error: unknown) => errorForLog(error) } }
	const to = pino.destination({ dest: toFile ?? process.stdout.fd ?? 1, maxLength: keptForLogBytes })
	to.once('ready', () => outliveTrouble(to))
	return pino(options, to)
}

/** What a full disk does not take waits in memory, this much of it, and goes out with the first line that is taken again. */
const keptForLogBytes = 4_000_000

/** Whatever comes of the log once it is open, people write on; and nothing waits for it at the end of the process. */
function outliveTrouble(to: ReturnType<typeof pino.destination>) {
	const { flushSync } = to
	to.on('error', () => {
		to.flushSync = () => undefined
	})
	to.on('write', () => {
		to.flushSync = flushSync
	})
}

/** Stops cleanly on Ctrl-C and on the signal a service manager sends; a second one stops at once. */
export function stopOnSignals(stop: () => Promise<void>): Promise<void> {
	return new Promise((resolve) => {
		const onSignal = () => {
			for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal)
			stop().then(resolve)
		}
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
	})
}
