import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type APIRequestContext, request } from '@playwright/test'
import { type Database, openDatabase } from '../db/database.ts'
import { makeOwnPostgres } from '../tests/own-postgres.ts'
import { comeIn } from './come-in.ts'

/** A server of a test's own, on its own port, folder and database, that it may break and start again. */
export class OwnServer {
	origin = ''
	readonly #dataDir: string
	/** On PostgreSQL: in the cluster that the journeys run on. */
	#postgres: Awaited<ReturnType<typeof makeOwnPostgres>> | null = null
	/** The first start takes any free port; later ones come back to it. */
	#port = 0
	#process: ChildProcess | null = null

	constructor(name: string) {
		this.#dataDir = `.tmp/${name}-${process.pid}`
	}

	/** Resolves when the demo says where it is ready. `at`: what it takes for now, from then on. */
	async start({ at = new Date() } = {}) {
		if (process.env.DATABASE_URL) this.#postgres ??= await makeOwnPostgres(process.env.DATABASE_URL)
		const child = spawn(process.execPath, ['--import', './e2e/clock-ahead.mjs', 'bin/alongside.mjs', 'demo'], {
			env: {
				...process.env,
				...(this.#postgres && { DATABASE_URL: this.#postgres.url }),
				PORT: String(this.#port),
				DATA_DIR: this.#dataDir,
				LOG_LEVEL: 'warn',
				CLOCK_AHEAD_MS: String(Number(at) - Date.now()),
			},
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		this.#process = child
		this.origin = await new Promise<string>((resolve, reject) => {
			child.once('exit', () => reject(new Error('the server did not start')))
			child.stdout.on('data', (chunk: Buffer) => {
				const ready = /Alongside is ready: +(\S+)/.exec(String(chunk))
				if (ready) resolve(ready[1]!)
			})
		})
		this.#port = Number(new URL(this.origin).port)
	}

	/** Stops it for good and removes what it kept. */
	async remove() {
		await this.stop()
		await this.#postgres?.remove()
		rmSync(this.#dataDir, { recursive: true, force: true })
	}

	/** On SQLite. */
	get databaseFile() {
		return `${this.#dataDir}/alongside.db`
	}

	/** What it keeps, while it is stopped. */
	async openDatabase(): Promise<Database> {
		return await openDatabase({ url: this.#postgres?.url, dataDir: this.#dataDir })
	}

	async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
		const child = this.#process
		if (!child || child.exitCode !== null) return
		const gone = once(child, 'exit')
		child.kill(signal)
		await gone
	}

	/** Somebody's own way in, with their cookie. Null: a visitor who is not signed in. */
	async comeIn(name: string | null): Promise<APIRequestContext> {
		const door = await request.newContext({ baseURL: this.origin, extraHTTPHeaders: { origin: this.origin } })
		if (!name) return door
		await comeIn(door, name)
		return door
	}
}

/** The id behind a title in one of the example's lists, as this person sees it. */
export async function findId(door: APIRequestContext, list: string, title: string, shownOn = list): Promise<string> {
	const page = await (await door.get(shownOn)).text()
	const link = new RegExp(`href="${list}/([0-9a-z]{16})[^"]*"[^>]*>(?:<[^>]+>|\\s)*${title}`).exec(page)
	if (!link) throw new Error(`${shownOn} does not show “${title}”`)
	return link[1]!
}
